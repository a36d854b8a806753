import { LRUCache } from 'lru-cache'
import { Networks } from './networks.ts'
import { Distinct, Sliding } from './sliding.ts'
import { thresholds } from './suspicion.ts'

const hour = 3_600_000

/** One arrival, or several of one network and domain that came in the same moment. */
export interface Seen {
  /** `null`: none to tell apart, or one that many share and that says nothing. */
  network: string | null
  domain: string
  at: number
  n?: number
  /** Of these, how many are held already. */
  held?: number
}

/** What is known of a domain when it is seen for the first time. */
export interface Nature {
  common: boolean
  disposable: boolean
}

export interface Facts extends Nature {
  domainBurst: boolean
  networkBurst: boolean
  mixed: boolean
  metronome: boolean
}

export interface Largest {
  key: string
  n: number
  odd: boolean
}

class DomainSeen {
  readonly hour = new Sliding(hour)
  readonly held = new Sliding(hour)
  nature: Nature
  /** Much, from few networks, and no big provider. */
  odd = false
  firstNetwork: string | null = null
  /** From the second arrival on: most domains come once. */
  networks: Distinct | null = null

  constructor(nature: Nature) {
    this.nature = nature
  }

  note(network: string, at: number): void {
    if (this.firstNetwork === null) {
      this.firstNetwork = network
      return
    }
    if (!this.networks) {
      this.networks = new Distinct(hour)
      this.networks.add(this.firstNetwork, at)
    }
    this.networks.add(network, at)
  }

  judge(at: number): void {
    const networks = this.networks?.size ?? 0
    const count = this.hour.at(at)
    this.odd =
      networks > 0 && count >= thresholds.domainHour && networks <= thresholds.domainNetworks && networks * 2 <= count
  }
}

const secondsBetweenBaselines = 15
const networksLooked = 4000
/** MAD of a normal distribution to its standard deviation. */
const toDeviation = 1.4826

const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Far above the others: the median of a campaign's networks plus so many of their usual deviations, and never below a floor. */
export function burstFrom(counts: readonly number[], floor: number): number {
  const median = middleOf(counts)
  const deviation = middleOf(counts.map((count) => (count > median ? count - median : median - count)))
  const from = median + thresholds.deviations * toDeviation * (deviation > 1 ? deviation : 1)
  return from > floor ? from : floor
}

/** A domain of which so many are held, and this share, is held whole. */
const mostlyFrom = 20
const mostly = 0.7

/**
 * Who signs a campaign, seen from far: by network and by domain, in windows that slide, in bounded memory. It knows no name and no
 * address. The same for what arrives now and for what is read again from the rows.
 */
export class Crowd {
  private readonly networks: Networks
  private readonly domains: LRUCache<string, DomainSeen>
  private readonly natureOf: (domain: string) => Nature
  private readonly all = new Sliding(hour)
  private baselineAt = 0
  private busyInFive: number = thresholds.networkFiveMinutes
  private busyInHour: number = thresholds.networkHour

  constructor(natureOf: (domain: string) => Nature, most = { networks: 20_000, domains: 20_000 }) {
    this.natureOf = natureOf
    this.domains = new LRUCache({ max: most.domains })
    this.networks = new Networks(most.networks, (domain) => {
      const its = this.domains.peek(domain)
      if (its?.nature.disposable) return 'disposable'
      return its?.odd ? 'odd' : 'ordinary'
    })
  }

  /** Takes note of an arrival and says what is odd about the company it comes in. */
  arrive({ network, domain, at, n = 1, held = 0 }: Seen): Facts {
    this.all.add(at, n)
    if (at - this.baselineAt >= secondsBetweenBaselines * 1000) this.setBaselines(at)
    const its = this.domainOf(domain)
    const { common, disposable } = its.nature
    if (!common) {
      its.hour.add(at, n)
      if (held > 0) its.held.add(at, held)
      if (network !== null) its.note(network, at)
      its.judge(at)
    }
    const facts = { common, disposable, domainBurst: its.odd, networkBurst: false, mixed: false, metronome: false }
    if (network === null) return facts
    const slot = this.networks.slotOf(network)
    this.networks.note(slot, { domain: common ? null : domain, at, n })
    facts.networkBurst = this.isBusy(slot, at)
    facts.mixed = (its.odd || disposable) && this.networks.isMixed(slot)
    facts.metronome = this.networks.isTicking(slot)
    return facts
  }

  /** Asks again what each domain is: somebody of the team has said otherwise. */
  reconsider(): void {
    for (const [domain, seen] of this.domains.entries()) {
      seen.nature = this.natureOf(domain)
      if (seen.nature.common) seen.odd = false
    }
  }

  /** How often a domain came within the hour. */
  countOf(domain: string, now: number): number {
    return this.domains.peek(domain)?.hour.at(now) ?? 0
  }

  /** The networks whose mixture is odd now, the domains that are, and those mostly held. What is to be held is among them. */
  suspects(now: number): { networks: string[]; domains: string[]; heldDomains: string[] } {
    const networks: string[] = []
    for (const [key, slot] of this.networks.entries()) {
      this.networks.look(slot)
      if (this.networks.isMixed(slot) && this.networks.inHour(slot, now) >= thresholds.mixedFrom) networks.push(key)
    }
    const domains: string[] = []
    const heldDomains: string[] = []
    for (const [key, seen] of this.domains.entries()) {
      const count = seen.hour.at(now)
      if (seen.nature.common) continue
      if (seen.nature.disposable || (seen.odd && count >= thresholds.domainHour)) domains.push(key)
      if (count >= mostlyFrom && seen.held.at(now) >= count * mostly) heldDomains.push(key)
    }
    return { networks, domains, heldDomains }
  }

  /** The largest networks and rare domains of the hour, for people to look at. */
  largest(now: number, most: number): { networks: Largest[]; domains: Largest[] } {
    const top = (counted: Largest[]) => counted.toSorted((a, b) => b.n - a.n).slice(0, most)
    const networks = [...this.networks.entries()].map(([key, slot]) => ({
      key,
      n: this.networks.inHour(slot, now),
      odd: this.networks.isMixed(slot),
    }))
    const domains = [...this.domains.entries()].map(([key, seen]) => ({ key, n: seen.hour.at(now), odd: seen.odd }))
    return { networks: top(networks), domains: top(domains) }
  }

  private domainOf(domain: string): DomainSeen {
    const known = this.domains.get(domain)
    if (known) return known
    const made = new DomainSeen(this.natureOf(domain))
    this.domains.set(domain, made)
    return made
  }

  private isBusy(slot: number, at: number): boolean {
    const inHour = this.networks.inHour(slot, at)
    if (inHour < thresholds.networkFiveMinutes) return false
    const all = this.all.at(at)
    // All of a campaign through one network is a proxy that was not declared: then networks say nothing.
    if (all >= thresholds.blindFrom && inHour > all * thresholds.blindShare) return false
    return inHour >= this.busyInHour || this.networks.inFiveMinutes(slot, at) >= this.busyInFive
  }

  private setBaselines(at: number): void {
    this.baselineAt = at
    const inFive: number[] = []
    const inHour: number[] = []
    for (const [, slot] of this.networks.entries()) {
      if (inHour.length >= networksLooked) break
      const count = this.networks.inFiveMinutes(slot, at)
      if (count >= 1) inFive.push(count)
      inHour.push(this.networks.inHour(slot, at))
    }
    this.busyInFive = burstFrom(inFive, thresholds.networkFiveMinutes)
    this.busyInHour = burstFrom(inHour, thresholds.networkHour)
  }
}
