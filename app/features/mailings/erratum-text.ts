import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { longestSubject, type MailingText } from './schema.ts'

interface Erratum {
  /** Of the letter that was wrong, and when it began to go out. */
  subject: string
  startedAt: Date
  claim: { title: string; note: string; url: string }
  letterUrl: string
  association: string
}

const characters = (text: string) => [...text]

/** No longer than a subject may be; cut where a word ends. */
function shortened(text: string): string {
  if (characters(text).length <= longestSubject) return text
  const kept = characters(text)
    .slice(0, longestSubject - 1)
    .join('')
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 1))}…`
}

/** Signs that Markdown reads, in words that somebody else typed. */
const asTyped = (text: string) => text.replace(/([\\`*_[\]#<>])/g, '\\$1')

/** A first text to work on: what was wrong, where both can be read, and an excuse. */
export function erratumText(
  locale: Locale,
  { subject, startedAt, claim, letterUrl, association }: Erratum,
): MailingText {
  const t = translator(locale)
  const values = {
    day: formatDay(locale, startedAt),
    subject: asTyped(subject),
    claim: asTyped(claim.title),
    note: asTyped(claim.note),
    claimUrl: claim.url,
    letterUrl,
    association: asTyped(association),
  }
  return { subject: shortened(t('claims.erratum.subject', { subject })), body: t('claims.erratum.body', values) }
}
