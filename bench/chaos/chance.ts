/** Chance that can be had again: the same seed, the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many moments of a storm, in order: each when so many were acknowledged. Never at the very ends. */
export function moments(chance: () => number, count: number, of: number): number[] {
  const inside = () => Math.round(of * (0.05 + 0.85 * chance()))
  return Array.from({ length: count }, inside).toSorted((a, b) => a - b)
}

/** The same things in another order, each order as likely. */
export function shuffled<T>(chance: () => number, things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}
