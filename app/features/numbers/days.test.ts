import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyDay } from './days.ts'

const days = (from: string, to: string, until?: string) =>
  everyDay(
    [
      { key: from, confirmed: 2 },
      { key: to, confirmed: 3 },
    ],
    until,
  )

test('days without a signature are there and say nought', () => {
  expect(days('2026-01-30', '2026-02-02')).toEqual([
    { key: '2026-01-30', confirmed: 2 },
    { key: '2026-01-31', confirmed: 0 },
    { key: '2026-02-01', confirmed: 0 },
    { key: '2026-02-02', confirmed: 3 },
  ])
})

test.each([
  ['when the clocks go forward', '2026-03-27', '2026-03-31', 5],
  ['when the clocks go back', '2026-10-23', '2026-10-27', 5],
  ['in a leap year', '2028-02-27', '2028-03-02', 5],
  ['in an ordinary February', '2026-02-27', '2026-03-02', 4],
  ['over New Year', '2026-12-30', '2027-01-02', 4],
])('no day is lost or doubled %s', (_when, from, to, expected) => {
  const keys = days(from, to).map(({ key }) => key)
  expect(keys).toHaveLength(expected)
  expect(new Set(keys).size).toBe(expected)
})

test('a quiet end is drawn when asked for, and never cuts what was counted', () => {
  expect(days('2026-01-01', '2026-01-02', '2026-01-04').map(({ confirmed }) => confirmed)).toEqual([2, 3, 0, 0])
  expect(days('2026-01-01', '2026-01-02', '2025-12-31')).toHaveLength(2)
})

test('nothing counted gives no day', () => {
  expect(everyDay([])).toEqual([])
  expect(everyDay([], '2026-01-01')).toEqual([])
})

test('whatever the order of the rows, days follow each other and the sum is kept', () => {
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const rows = fc.uniqueArray(fc.record({ key: day, confirmed: fc.integer({ min: 1, max: 50 }) }), {
    selector: ({ key }) => key,
    maxLength: 8,
  })
  fc.assert(
    fc.property(rows, (given) => {
      const filled = everyDay(given)
      const total = (list: readonly { confirmed: number }[]) => list.reduce((all, { confirmed }) => all + confirmed, 0)
      expect(filled.map(({ key }) => key)).toEqual(filled.map(({ key }) => key).toSorted())
      expect(total(filled)).toBe(total(given))
    }),
    { numRuns: 50 },
  )
})
