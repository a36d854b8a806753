/** Who keeps the mailboxes of which domains: each counts what we send it, whatever is behind the at sign. */
const receivers = {
  gmail: 'gmail.com googlemail.com',
  microsoft: 'hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com hotmail.be live.be hotmail.co.uk',
  yahoo: 'yahoo.com yahoo.fr yahoo.co.uk ymail.com rocketmail.com aol.com aol.fr',
  orange: 'orange.fr wanadoo.fr voila.fr',
  free: 'free.fr aliceadsl.fr libertysurf.fr online.fr',
  sfr: 'sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr numericable.com noos.fr 9online.fr 9business.fr',
  laposte: 'laposte.net',
} as const

export type LargeReceiver = keyof typeof receivers
/** Large enough that its name is nobody's. */
export const isLargeReceiver = (name: string): name is LargeReceiver => Object.hasOwn(receivers, name)

const byDomain = new Map(
  Object.entries(receivers).flatMap(([name, domains]) => domains.split(' ').map((domain) => [domain, name] as const)),
)

/** The large receiver behind a domain; `null` when the domain is on its own. */
export const receiverOf = (domain: string): string | null => byDomain.get(domain.toLowerCase()) ?? null

/** Whether a reply asks us to send less (RFC 3463 §3.8, and 421 as large receivers use it). */
export const asksForLess = (reply: string | null): boolean => /^(?:421|4\d\d 4\.7\.)/.test(reply ?? '')
