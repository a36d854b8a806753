/** `v=spf1`, alone or with something behind it (RFC 7208 §4.5). */
export const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text)

const mechanisms = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const
type Mechanism = (typeof mechanisms)[number]

export type Qualifier = '+' | '-' | '~' | '?'

/** A mechanism as it stands, in its parts. */
export interface Term {
  qualifier: Qualifier
  mechanism: Mechanism
  /** A domain with macros, or an address; empty: the domain itself. */
  target: string
  /** Bits of an address that have to be the same. */
  bits4: number
  bits6: number
}

export interface SpfRecord {
  terms: readonly Term[]
  redirect: string | null
}

const isMechanism = (text: string): text is Mechanism => mechanisms.some((mechanism) => mechanism === text)
const isQualifier = (text: string): text is Qualifier => ['+', '-', '~', '?'].includes(text)

const needsTarget = new Set<Mechanism>(['include', 'exists', 'ip4', 'ip6'])

function readBits(text: string | undefined, most: number): number | null {
  if (text === undefined) return most
  if (!/^(?:0|[1-9]\d{0,2})$/.test(text)) return null
  return Number(text) <= most ? Number(text) : null
}

const withBits = /^(.*?)(?:\/(\d+))?(?:\/\/(\d+))?$/

function readTerm(text: string): Term | null {
  const first = text.slice(0, 1)
  const qualifier = isQualifier(first) ? first : '+'
  const [, name = '', rest = ''] = /^([a-z\d]+)(.*)$/i.exec(isQualifier(first) ? text.slice(1) : text) ?? []
  const mechanism = name.toLowerCase()
  if (!isMechanism(mechanism) || !/^(?:$|[:/])/.test(rest)) return null
  if (mechanism === 'all' && rest !== '') return null
  const isAddress = mechanism === 'ip4' || mechanism === 'ip6'
  const takesBits = isAddress || mechanism === 'a' || mechanism === 'mx'
  const [, target = '', four, six] = takesBits ? (withBits.exec(rest) ?? []) : [rest, rest]
  const bits4 = readBits(four, mechanism === 'ip6' ? 128 : 32)
  const bits6 = readBits(mechanism === 'ip6' ? four : six, 128)
  if (bits4 === null || bits6 === null || (isAddress && six !== undefined)) return null
  const domain = target.replace(/^:/, '')
  if (domain === '' && (target === ':' || needsTarget.has(mechanism))) return null
  return { qualifier, mechanism, target: domain, bits4, bits6 }
}

/** A record in its parts, or the first part that is not in order (RFC 7208 §12). */
export function readSpf(text: string): SpfRecord | { broken: string } {
  const terms: Term[] = []
  let redirect: string | null = null
  for (const part of text.trim().split(/ +/).slice(1)) {
    const [, name, value = ''] = /^([a-z][\w.-]*)=(.*)$/i.exec(part) ?? []
    if (name === undefined) {
      const term = readTerm(part)
      if (!term) return { broken: part.slice(0, 80) }
      terms.push(term)
    } else if (name.toLowerCase() === 'redirect') {
      if (redirect !== null || value === '') return { broken: part.slice(0, 80) }
      redirect = value
    }
  }
  return { terms, redirect }
}

const mechanismFor = (ip: string) => `${ip.includes(':') ? 'ip6' : 'ip4'}:${ip}`

/**
 * The record that should stand there: everything the records say, once, with these addresses and one `~all` at the end, unless
 * they end in `-all` or hand on to another.
 */
export function mendSpf(records: readonly string[], addresses: readonly string[]): string {
  const parts = records.flatMap((record) => record.trim().split(/ +/).slice(1))
  const ending = parts.find((part) => /^-all$/i.test(part)) ?? '~all'
  const redirect = parts.find((part) => /^redirect=/i.test(part))
  const kept = parts.filter((part) => !/^[+?~-]?(?:all|ptr(?::.*)?)$|^redirect=/i.test(part))
  const said = [...new Set([...kept, ...addresses.map(mechanismFor)])]
  const hasAll = parts.some((part) => /^[+?~-]?all$/i.test(part))
  return ['v=spf1', ...said, redirect && !hasAll && records.length === 1 ? redirect : ending].join(' ')
}
