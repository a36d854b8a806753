const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds to wait after each try that failed (Standard Webhooks). After the last one, a person has to look. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour] as const

/** How long a message waits after so many tries; `null`: it is given up. */
export const waitAfter = (tries: number): number | null => waits[tries - 1] ?? null

/** A little later than said, so that what failed together does not come back together. @param chance 0 to 1 */
export const withJitter = (milliseconds: number, chance: number): number => milliseconds * (1 + chance / 10)
