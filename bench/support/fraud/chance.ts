/** Chance that is the same for the same seed (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  within(from: number, to: number): number {
    return from + this.next() * (to - from)
  }

  whole(from: number, to: number): number {
    return Math.floor(this.within(from, to + 1))
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  of<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }

  /** The first of a list often, the last seldom: the nth as 1/n^s (Zipf). */
  zipf<T>(list: readonly T[], steepness = 1): T {
    const n = list.length
    // The continuous law, inverted: near enough, and no table of ten thousand shares.
    const u = this.next()
    const at =
      steepness === 1
        ? Math.exp(u * Math.log(n + 1))
        : (1 + u * ((n + 1) ** (1 - steepness) - 1)) ** (1 / (1 - steepness))
    const found = list[Math.min(n - 1, Math.floor(at) - 1)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** Around a median, now and then far above. */
  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal())
  }

  /** Waiting for something that happens so often on average. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean
  }

  shuffle<T>(list: readonly T[]): T[] {
    const mixed = [...list]
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = Math.floor(this.next() * (at + 1))
      const kept = mixed[at]
      const taken = mixed[other]
      if (kept !== undefined && taken !== undefined) {
        mixed[at] = taken
        mixed[other] = kept
      }
    }
    return mixed
  }
}
