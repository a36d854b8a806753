/** What is said of a series of measurements. */
export interface Summary {
  median: number
  min: number
  max: number
}

const ascending = (values: readonly number[]) => [...values].toSorted((a, b) => a - b)

export function median(values: readonly number[]): number {
  const sorted = ascending(values)
  const middle = sorted.length / 2
  const [left = Number.NaN, right = left] = Number.isInteger(middle)
    ? sorted.slice(middle - 1, middle + 1)
    : sorted.slice(Math.floor(middle))
  return sorted.length % 2 === 0 ? (left + right) / 2 : left
}

export function summarise(values: readonly number[]): Summary {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}

/** The smallest value that at least this share of the values does not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = ascending(values)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/**
 * Ours divided by the limit, each slice by the one measured just before it: a machine that slows down slows both, and the
 * ratio of a pair says more than the ratio of two medians.
 */
export function pairRatios(limit: readonly number[], ours: readonly number[]): number[] {
  if (limit.length !== ours.length)
    throw new Error(`${limit.length} slices of the limit and ${ours.length} of ours are not pairs`)
  return ours.map((value, at) => value / (limit[at] ?? Number.NaN))
}
