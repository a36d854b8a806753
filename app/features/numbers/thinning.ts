/** A point of a line: where it is between the left edge (0) and the right one (1), and how high. */
export interface LinePoint {
  at: number
  value: number
}

/** How far a count had come at the end of each day, from nought at the beginning of the first. */
export function runningTotal(days: readonly { confirmed: number }[]): LinePoint[] {
  let value = 0
  const points = days.map(({ confirmed }, place) => {
    value += confirmed
    return { at: (place + 1) / days.length, value }
  })
  return points.length === 0 ? [] : [{ at: 0, value: 0 }, ...points]
}

/**
 * Fewer points of a line that still looks the same: the first, the last, and of each stretch between them the highest. What is
 * left are points of the line, in their order; never more than `most`, of which there must be three.
 */
export function thin(points: readonly LinePoint[], most: number): LinePoint[] {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length <= most || !first || !last) return [...points]
  const between = points.slice(1, -1)
  const stretches = most - 2
  const kept = Array.from({ length: stretches }, (_, place) => {
    const from = Math.floor((place * between.length) / stretches)
    const to = Math.floor(((place + 1) * between.length) / stretches)
    return between.slice(from, to).reduce((best, point) => (point.value > best.value ? point : best))
  })
  return [first, ...kept, last]
}
