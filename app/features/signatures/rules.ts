/** Days an unconfirmed signature and its link live. */
export const confirmationDays = 7
/** Confirmation mails to one address for one campaign, whoever asks for them. */
export const mostMails = 5

const withoutDots = new Set(['gmail.com'])
const aliases: Record<string, string> = { 'googlemail.com': 'gmail.com' }

/**
 * The form of an address under which one person signs once: lower case, without a `+tag`, and by the rules of its provider.
 * Never used to write to.
 */
export function canonicalAddress(address: string): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  const local = lower.slice(0, at)
  const given = lower.slice(at + 1)
  const domain = aliases[given] ?? given
  const [mailbox = local] = local.split('+')
  const name = withoutDots.has(domain) ? mailbox.replaceAll('.', '') : mailbox
  return `${name || local}@${domain}`
}
