import { z } from 'zod'

const longest = 254 // RFC 5321 §4.5.3.1.3, without the angle brackets
const localPart = /^(?!\.)(?!.*\.\.)(?!.*\.$)[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/i
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i

/** Already as DNS knows it: what the parser of addresses would give back unchanged. */
const plainDomain = /^(?!.*xn--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

function resolved(domain: string): string | null {
  if (!/^[^\s/?#@:[\]\\%]+$/u.test(domain)) return null
  let ascii: string
  try {
    ascii = new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
  const labels = ascii.split('.')
  const last = labels.at(-1) ?? ''
  return labels.length > 1 && labels.every((part) => label.test(part)) && /^[a-z][a-z0-9-]+$/.test(last) ? ascii : null
}

/** The domain as DNS knows it (IDNA, UTS 46), lower case; `null` when it is none, or has no dot, or is a number. */
export const asciiDomain = (domain: string): string | null => (plainDomain.test(domain) ? domain : resolved(domain))

/**
 * One mailbox, ready for an SMTP envelope: local part as typed, domain in ASCII; `null` for anything else. Lists, comments,
 * quoted local parts, address literals and control characters are refused: a mail library reads more into them than a person meant.
 */
export function readAddress(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = at > 0 ? asciiDomain(text.slice(at + 1)) : null
  if (!domain || !localPart.test(local)) return null
  const address = `${local}@${domain}`
  return address.length <= longest ? address : null
}

/** Schema of one address; its message is a message key. */
export const emailAddress = z
  .string({ error: 'site.errors.emailMissing' })
  .trim()
  .min(1, 'site.errors.emailMissing')
  .max(320, 'site.errors.emailInvalid')
  .transform((typed, context) => {
    const address = readAddress(typed)
    if (address) return address
    context.addIssue({ code: 'custom', message: 'site.errors.emailInvalid' })
    return z.NEVER
  })
