import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyDay } from './days.ts'
import { dayAfter, grainOf, hoursFrom, hoursUntil, periodsOf } from './periods.ts'

const daysFrom = (first: string, values: readonly number[]) =>
  values.map((confirmed, place) => ({ key: dayAfter(first, place), confirmed }))
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('the periods of a count', () => {
  test('half a year is drawn by day, five years by week, more by month', () => {
    expect([1, 183, 184, 5 * 365, 10 * 365].map(grainOf)).toEqual(['day', 'day', 'week', 'week', 'month'])
  })

  test('a week begins on Monday, the first one too when nobody had signed yet', () => {
    const { grain, periods } = periodsOf(daysFrom('2026-01-01', Array<number>(200).fill(1)))
    expect(grain).toBe('week')
    expect(periods.slice(0, 3)).toEqual([
      { key: '2025-12-29', value: 4 },
      { key: '2026-01-05', value: 7 },
      { key: '2026-01-12', value: 7 },
    ])
  })

  test('ten years are a hundred and twenty months or one more', () => {
    const { grain, periods } = periodsOf(daysFrom('2016-03-15', Array<number>(3652).fill(2)))
    expect(grain).toBe('month')
    expect(periods[0]).toEqual({ key: '2016-03-01', value: 34 })
    expect(periods.length).toBeLessThanOrEqual(121)
    expect(periods.find(({ key }) => key === '2020-02-01')).toEqual({ key: '2020-02-01', value: 58 })
  })

  test('however long and whatever was counted, the sum is kept and there are never more columns than can be read', () => {
    const values = fc.array(fc.nat(50), { minLength: 1, maxLength: 4500 })
    const first = fc.integer({ min: 0, max: 3650 }).map((days) => dayAfter('2020-01-01', days))
    fc.assert(
      fc.property(first, values, (day, counts) => {
        const { periods } = periodsOf(everyDay(daysFrom(day, counts)))
        expect(total(periods.map(({ value }) => value))).toBe(total(counts))
        expect(periods.length).toBeLessThanOrEqual(262)
        const keys = periods.map(({ key }) => key)
        expect(keys).toEqual([...new Set(keys)].toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

describe('hours', () => {
  const rows = [
    { key: '2026-02-01T22', confirmed: 3 },
    { key: '2026-02-02T01', confirmed: 5 },
  ]

  test('begin with the first one counted, have no hole, and end now', () => {
    expect(hoursFrom(rows, { until: '2026-02-02T02', most: 72 })).toEqual([
      { key: '2026-02-01T22', value: 3 },
      { key: '2026-02-01T23', value: 0 },
      { key: '2026-02-02T00', value: 0 },
      { key: '2026-02-02T01', value: 5 },
      { key: '2026-02-02T02', value: 0 },
    ])
    expect(hoursFrom(rows, { until: '2026-03-01T00', most: 72 })).toHaveLength(72)
    expect(hoursFrom([], { until: '2026-03-01T00', most: 72 })).toEqual([])
  })

  test('of just now end with this one, with nothing counted too', () => {
    expect(hoursUntil(rows, { until: '2026-02-02T01', most: 4 }).map(({ value }) => value)).toEqual([3, 0, 0, 5])
    expect(hoursUntil([], { until: '2026-01-01T00', most: 2 }).map(({ key }) => key)).toEqual([
      '2025-12-31T23',
      '2026-01-01T00',
    ])
  })
})
