import ipaddr from 'ipaddr.js'
import type { Answer, Dns } from './dns.ts'
import { expandMacros } from './spf-macros.ts'
import { isSpf, readSpf, type Qualifier, type SpfRecord, type Term } from './spf-record.ts'

/** RFC 7208 §4.6.4. Beyond, receivers stop and take the record for broken. */
export const mostLookups = 10
export const mostVoids = 2
/** Where counting ends, whatever a record leads to. */
const mostCounted = 40

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'permerror' | 'temperror'

/** Why a record cannot be used, and where. */
export interface SpfFault {
  code: 'broken' | 'include-none' | 'several'
  what: string
}

export interface SpfOutcome {
  result: SpfResult
  /** Questions that cost a receiver a lookup of its ten. */
  lookups: number
  /** Of them: those that nobody answered anything to. */
  voids: number
  fault: SpfFault | null
}

const results: Record<Qualifier, SpfResult> = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' }

class Stop extends Error {
  readonly result: 'permerror' | 'temperror'
  constructor(result: 'permerror' | 'temperror') {
    super(result)
    this.result = result
  }
}

function isWithin(ip: string, range: string, { bits4, bits6 }: Pick<Term, 'bits4' | 'bits6'>): boolean {
  if (!ipaddr.isValid(range)) return false
  const [one, other] = [ipaddr.process(ip), ipaddr.process(range)]
  if (one.kind() !== other.kind()) return false
  return one.match(other, one.kind() === 'ipv4' ? bits4 : bits6)
}

interface Asking {
  /** `null`: nothing matches, and everything a receiver may have to ask is counted. */
  ip: string | null
  sender: string
  dns: Dns
}

class SpfWalk {
  readonly #asking: Asking
  lookups = 0
  voids = 0
  fault: SpfFault | null = null

  constructor(asking: Asking) {
    this.#asking = asking
  }

  #break(fault: SpfFault): Stop {
    this.fault ??= fault
    return new Stop('permerror')
  }

  #spend(): void {
    this.lookups += 1
    if (this.lookups > (this.#asking.ip === null ? mostCounted : mostLookups)) throw new Stop('permerror')
  }

  #heard<T>(answer: Answer<T>): readonly T[] {
    if (answer === 'no-answer') throw new Stop('temperror')
    if (answer.length === 0) this.voids += 1
    if (this.voids > mostVoids && this.#asking.ip !== null) throw new Stop('permerror')
    return answer
  }

  async #recordOf(domain: string): Promise<SpfRecord | null> {
    const texts = await this.#asking.dns.txt(domain)
    if (texts === 'no-answer') throw new Stop('temperror')
    const [text, second] = texts.filter(isSpf)
    if (second !== undefined) throw this.#break({ code: 'several', what: domain })
    if (text === undefined) return null
    const record = readSpf(text)
    if ('broken' in record) throw this.#break({ code: 'broken', what: record.broken })
    return record
  }

  async #addresses(name: string): Promise<readonly string[]> {
    const { dns, ip } = this.#asking
    return this.#heard(await (ip?.includes(':') ? dns.aaaa(name) : dns.a(name)))
  }

  async #byExchangers(name: string, term: Term): Promise<boolean> {
    const exchangers = this.#heard(await this.#asking.dns.mx(name))
    if (exchangers.length > mostLookups) throw new Stop('permerror')
    const { ip } = this.#asking
    if (ip === null) return false
    for (const { exchange } of exchangers)
      if ((await this.#addresses(exchange)).some((address) => isWithin(ip, address, term))) return true
    return false
  }

  async #included(name: string): Promise<boolean> {
    const result = await this.walk(name)
    if (result === 'none') throw this.#break({ code: 'include-none', what: name })
    return result === 'pass'
  }

  async #matches(term: Term, domain: string): Promise<boolean> {
    const { ip, sender } = this.#asking
    if (term.mechanism === 'all') return ip !== null
    if (term.mechanism === 'ip4' || term.mechanism === 'ip6') {
      if (!ipaddr.isValid(term.target)) throw this.#break({ code: 'broken', what: `${term.mechanism}:${term.target}` })
      return ip !== null && isWithin(ip, term.target, term)
    }
    this.#spend()
    const name = term.target === '' ? domain : expandMacros(term.target, { ip: ip ?? '192.0.2.1', domain, sender })
    if (name === null) throw this.#break({ code: 'broken', what: term.target })
    switch (term.mechanism) {
      case 'include':
        return this.#included(name)
      case 'a': {
        const addresses = await this.#addresses(name)
        return ip !== null && addresses.some((address) => isWithin(ip, address, term))
      }
      case 'mx':
        return this.#byExchangers(name, term)
      case 'exists':
        // What it asks depends on the address: for none there is nothing to hear.
        return ip !== null && this.#heard(await this.#asking.dns.a(name)).length > 0
      case 'ptr':
        // Not to be used (RFC 7208 §5.5); receivers that still do are not to be counted on.
        return false
    }
  }

  async walk(domain: string): Promise<SpfResult> {
    const record = await this.#recordOf(domain)
    if (!record) return 'none'
    for (const term of record.terms) if (await this.#matches(term, domain)) return results[term.qualifier]
    if (record.redirect === null || record.terms.some(({ mechanism }) => mechanism === 'all')) return 'neutral'
    this.#spend()
    const { ip, sender } = this.#asking
    const next = expandMacros(record.redirect, { ip: ip ?? '192.0.2.1', domain, sender })
    const result = next === null ? 'none' : await this.walk(next)
    if (result === 'none') throw this.#break({ code: 'include-none', what: record.redirect })
    return result
  }
}

/** What a receiver finds out about mail of a domain from one address (RFC 7208 §4: check_host). */
export async function walkSpf(domain: string, asking: Asking): Promise<SpfOutcome> {
  const walk = new SpfWalk(asking)
  const result = await walk.walk(domain).catch((error: unknown): SpfResult => {
    if (error instanceof Stop) return error.result
    throw error
  })
  return { result, lookups: walk.lookups, voids: walk.voids, fault: walk.fault }
}
