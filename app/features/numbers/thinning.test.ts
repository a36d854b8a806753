import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runningTotal, thin } from './thinning.ts'

test('a total begins at nought and ends with everything', () => {
  expect(runningTotal([{ confirmed: 2 }, { confirmed: 0 }, { confirmed: 3 }, { confirmed: 1 }])).toEqual([
    { at: 0, value: 0 },
    { at: 0.25, value: 2 },
    { at: 0.5, value: 2 },
    { at: 0.75, value: 5 },
    { at: 1, value: 6 },
  ])
  expect(runningTotal([])).toEqual([])
})

test('what is thinned keeps its first point, its last and its peak, in order, and nothing is made up', () => {
  const line = fc.array(fc.nat(1_000_000), { maxLength: 1200 })
  fc.assert(
    fc.property(line, fc.integer({ min: 3, max: 200 }), (values, most) => {
      const points = values.map((value, place) => ({ at: place, value }))
      const kept = thin(points, most)
      expect(kept.length).toBeLessThanOrEqual(Math.max(most, Math.min(points.length, most)))
      expect(kept[0]).toEqual(points[0])
      expect(kept.at(-1)).toEqual(points.at(-1))
      expect(Math.max(...kept.map(({ value }) => value))).toBe(Math.max(...values))
      for (const { at, value } of kept) expect(values[at]).toBe(value)
      expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((a, b) => a - b))
    }),
    { numRuns: 300 },
  )
})

test('a line with few points is left as it is', () => {
  const points = [1, 2, 3].map((value) => ({ at: value, value }))
  expect(thin(points, 3)).toEqual(points)
})
