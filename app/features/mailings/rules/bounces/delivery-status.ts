import { addressOf, behindType, fieldBlocks, type Fields } from './fields.ts'
import type { Evidence } from './judge.ts'

/** What a delivery status notification says of one receiver (RFC 3464 §2.3). */
export interface ReportedRecipient {
  address: string | null
  evidence: Evidence
}

/** No server's answer is longer; more of it says nothing new, and is not looked at. */
const longestDiagnostic = 4000

const isAboutSomebody = (fields: Fields) =>
  ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code'].some((name) => fields.has(name)) &&
  (fields.has('action') || fields.has('status') || fields.has('diagnostic-code'))

function reported(fields: Fields, text: string): ReportedRecipient {
  const said = (name: string) => fields.get(name) ?? ''
  const action = /^[a-z]+/.exec(said('action').trim().toLowerCase())?.[0] ?? null
  // Some put the answer into other fields, or repeat the status with words behind it.
  const diagnostic = [
    behindDiagnosticType(said('diagnostic-code')),
    said('x-supplementary-info'),
    said('status').replace(/^\s*[245]\.\d+\.\d+/, ''),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n')
    .slice(0, longestDiagnostic)
  return {
    address:
      addressOf(said('original-recipient')) ??
      addressOf(said('final-recipient')) ??
      addressOf(said('x-actual-recipient')),
    evidence: { action, status: /[245]\.\d{1,3}\.\d{1,3}/.exec(said('status'))?.[0] ?? null, diagnostic, text },
  }
}

/** `x-unix; 67` keeps its type, which says what the number means. */
const behindDiagnosticType = (value: string): string =>
  /^\s*(?:x-unix|x400|x-notes)\b/i.test(value) ? value : behindType(value)

/** Everyone whom reports of this kind name. `text` is what the letter says to people beside them. */
export const reportedRecipients = (statuses: readonly string[], text: string): ReportedRecipient[] =>
  statuses.flatMap((status) => fieldBlocks(status).filter(isAboutSomebody)).map((fields) => reported(fields, text))

/** A report that lost its wrapping, inside what people read: forwarded, quoted, or cut to pieces on its way. */
export function reportInText(text: string): string[] {
  const at = text.search(/^[>\s]{0,6}(?:Final-Recipient|Original-Recipient)\s*:/im)
  if (at < 0) return []
  const report = text.slice(at).replace(/^(?:> ?){1,3}/gm, '')
  return /^(?:Action|Status|Diagnostic-Code)\s*:/im.test(report) ? [report] : []
}
