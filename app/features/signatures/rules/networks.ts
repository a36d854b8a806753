import { LRUCache } from 'lru-cache'
import { Heaviest } from './sliding.ts'
import { thresholds } from './suspicion.ts'

const minute = 60_000
const fiveMinutes = 5 * minute
const hour = 60 * minute

/** Places of a network's numbers in its slot: two sliding windows of three numbers each, then single ones. */
const inFive = 0
const inHour = 3
const seen = 6
const halvedAt = 7
const sinceLook = 8
const mixed = 9
const lastAt = 10
const interval = 11
const wavering = 12
const ticks = 13
const stride = 14

const looked = 8
const heaviestKept = 16
/** Weight of the newest interval: some thirty make the rhythm. */
const newest = 1 / 32

/** What a network's domains say of it: how much of this domain counts as odd, and whether it may be its own school's. */
export type OddnessOf = (domain: string) => 'ordinary' | 'odd' | 'disposable'

/**
 * The networks of a campaign, the busiest kept longest. Their numbers lie in one array: ten thousand newcomers a second are made
 * and forgotten without work for the garbage collector.
 */
export class Networks {
  private readonly numbers: Float64Array
  private readonly rare: (Heaviest | null)[]
  private readonly free: number[] = []
  private readonly slots: LRUCache<string, number>
  private readonly oddnessOf: OddnessOf

  constructor(most: number, oddnessOf: OddnessOf) {
    this.oddnessOf = oddnessOf
    this.numbers = new Float64Array((most + 1) * stride)
    this.rare = Array.from({ length: most + 1 }, () => null)
    for (let slot = most; slot >= 0; slot -= 1) this.free.push(slot)
    this.slots = new LRUCache({ max: most, dispose: (slot) => void this.free.push(slot) })
  }

  /** The slot of a network, made when it is new. Valid until the next call. */
  slotOf(network: string): number {
    const known = this.slots.get(network)
    if (known !== undefined) return known
    // There is one slot more than networks: the newcomer takes it before the oldest gives up its own.
    const slot = this.free.pop() ?? 0
    this.numbers.fill(0, slot * stride, (slot + 1) * stride)
    this.numbers[slot * stride + wavering] = 1
    this.rare[slot] = null
    this.slots.set(network, slot)
    return slot
  }

  /** Takes note of an arrival; `domain` is given when it is no big provider. */
  note(slot: number, { domain, at, n }: { domain: string | null; at: number; n: number }): void {
    const base = slot * stride
    this.add(base + inFive, { span: fiveMinutes, at, n })
    this.add(base + inHour, { span: hour, at, n })
    const halved = this.get(base + halvedAt)
    if (at - halved >= hour) {
      if (halved > 0) {
        this.rare[slot]?.halve()
        this.numbers[base + seen] = this.get(base + seen) / 2
      }
      this.numbers[base + halvedAt] = at
    }
    this.numbers[base + seen] = this.get(base + seen) + n
    if (domain !== null) (this.rare[slot] ??= new Heaviest(heaviestKept)).add(domain, n)
    const unlooked = this.get(base + sinceLook) + n
    this.numbers[base + sinceLook] = unlooked
    // Its domains are looked up now and then, not at each arrival.
    if (unlooked >= looked) this.look(slot)
    this.tick(base, at)
  }

  inFiveMinutes(slot: number, now: number): number {
    return this.within(slot * stride + inFive, fiveMinutes, now)
  }

  inHour(slot: number, now: number): number {
    return this.within(slot * stride + inHour, hour, now)
  }

  isMixed(slot: number): boolean {
    return this.get(slot * stride + mixed) === 1
  }

  /** Arrivals as even as a clock's. */
  isTicking(slot: number): boolean {
    const base = slot * stride
    return this.get(base + ticks) >= thresholds.ticks && this.get(base + wavering) < thresholds.wavering
  }

  /** Every network that is kept, the last seen first. */
  entries(): Generator<[string, number]> {
    return this.slots.entries()
  }

  /** Whether most of what it sends is at several odd domains at once. Its largest one is left out: a school has one. */
  look(slot: number): void {
    const base = slot * stride
    this.numbers[base + sinceLook] = 0
    let odd = 0
    let kinds = 0
    let largest = 0
    for (const [domain, count] of this.rare[slot]?.entries() ?? []) {
      const oddness = this.oddnessOf(domain)
      if (oddness === 'ordinary') continue
      odd += count
      kinds += 1
      if (oddness === 'odd' && count > largest) largest = count
    }
    const all = this.get(base + seen)
    const isMixed =
      all >= thresholds.mixedFrom && kinds >= thresholds.mixedDomains && odd - largest >= all * thresholds.mixedShare
    this.numbers[base + mixed] = isMixed ? 1 : 0
  }

  private get(place: number): number {
    return this.numbers[place] ?? 0
  }

  private turn(place: number, span: number, at: number): void {
    const gone = at - this.get(place)
    if (gone < span) return
    this.numbers[place + 2] = gone < 2 * span ? this.get(place + 1) : 0
    this.numbers[place + 1] = 0
    this.numbers[place] = at - (gone % span)
  }

  private add(place: number, { span, at, n }: { span: number; at: number; n: number }): void {
    this.turn(place, span, at)
    this.numbers[place + 1] = this.get(place + 1) + n
  }

  private within(place: number, span: number, now: number): number {
    this.turn(place, span, now)
    const start = this.get(place)
    const gone = now > start ? (now - start) / span : 0
    return this.get(place + 1) + this.get(place + 2) * (1 - gone)
  }

  /** The mean distance of its intervals from their mean, in shares of it: chance alone makes 0.74, a clock next to nothing. */
  private tick(base: number, at: number): void {
    const before = this.get(base + lastAt)
    this.numbers[base + lastAt] = at
    if (before === 0 || at < before) return
    const count = this.get(base + ticks) + 1
    this.numbers[base + ticks] = count
    const waited = at - before
    const old = count === 1 ? waited : this.get(base + interval)
    const mean = old + (waited - old) * newest
    this.numbers[base + interval] = mean
    const off = waited > mean ? waited - mean : mean - waited
    const share = mean > off ? off / mean : 1
    const wavers = this.get(base + wavering)
    this.numbers[base + wavering] = wavers + (share - wavers) * newest
  }
}
