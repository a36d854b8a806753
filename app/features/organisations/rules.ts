/** Words that one person writes in a name and the next leaves out. */
const small = new Set(
  'a an and au aux d de des du en et for l la le les of pour the s'.split(' '), // French and English
)

/**
 * What two spellings of one organisation's name have in common: case, accents, dots of an acronym, signs and small words do not
 * count. "L’Association des Amis" and "ASSOCIATION AMIS" are told to the team as possibly the same.
 */
export function nameKey(name: string): string {
  const lower = name.normalize('NFKD').toLowerCase()
  const plain = lower
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('.', '')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const telling = words.filter((word) => !small.has(word))
  return (telling.length > 0 ? telling : words).join(' ') || plain || lower
}

/** Sites where many organisations have a page each: the host alone says nothing. */
const shared = new Set(
  'bsky.app facebook.com github.com helloasso.com instagram.com linkedin.com linktr.ee mastodon.social mobilizon.fr twitter.com x.com youtube.com'.split(
    ' ',
  ),
)

/** What two addresses of one site have in common. `https://www.example.org/fr/` and `https://example.org` are the same. */
export function siteKey(website: string): string {
  const { hostname, pathname } = new URL(website)
  const host = hostname.replace(/^(?:www|m)\./, '')
  if (!shared.has(host)) return host
  return `${host}${pathname.toLowerCase().replace(/\/+$/, '')}`
}

/** Whether an address of mail belongs to the site of the organisation: a hint to the team, no proof. */
export function writesFromItsSite(address: string, website: string | null): boolean {
  if (website === null) return false
  const site = siteKey(website)
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domain === site || domain.endsWith(`.${site}`) || site.endsWith(`.${domain}`)
}

/** Days an unconfirmed form and its link live. */
export const confirmationDays = 7
/** Days after which a form that was refused, or taken off the site, is forgotten, with whoever sent it. */
export const refusedDays = 90
/** Mails to one address for one campaign, whoever asks for them. */
export const mostMails = 5

/** How many organisations a page of the list holds. */
export const perPage = 60
