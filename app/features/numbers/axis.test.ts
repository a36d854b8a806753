import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedOnAxis } from './axis.ts'
import { dayAfter, hoursFrom, periodsOf } from './periods.ts'

const named = (first: string, days: number) => {
  const counted = Array.from({ length: days }, (_, place) => ({ key: dayAfter(first, place), confirmed: 1 }))
  const { grain, periods } = periodsOf(counted)
  return namedOnAxis(grain, periods).map((place) => periods[place]?.key)
}

test('few days are named evenly, many by their months, years by their quarters and Januaries', () => {
  expect(named('2026-01-15', 3)).toEqual(['2026-01-15', '2026-01-16', '2026-01-17'])
  expect(named('2026-01-15', 10)).toEqual(['2026-01-15', '2026-01-17', '2026-01-19', '2026-01-21', '2026-01-23'])
  expect(named('2026-01-15', 120)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'])
  expect(named('2025-02-15', 365)).toEqual(['2025-04-07', '2025-07-07', '2025-10-06', '2026-01-05'])
  expect(named('2016-03-15', 2500)).toHaveLength(7)
})

test('hours are named by six until three days are shown, then by their midnights', () => {
  const hours = (most: number) => {
    const periods = hoursFrom([{ key: '2026-02-01T10', confirmed: 1 }], { until: '2027-01-01T00', most })
    return namedOnAxis('hour', periods).map((place) => periods[place]?.key.slice(8))
  }
  expect(hours(20)).toEqual(['01T12', '01T18', '02T00'])
  expect(hours(72)).toEqual(['02T00', '03T00', '04T00'])
})

test('whatever the length, there is something to read below the drawing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (days) => {
      expect(named('2019-05-20', days).length).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})
