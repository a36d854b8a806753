import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterQuiet, digestDue, isQuiet, localTime, turns } from './rules/drip.ts'

const at = (text: string) => new Date(text).getTime()
const timeZone = 'Europe/Paris' as const
const minute = 60_000
const hour = 60 * minute

test('a daily digest is of the day once its hour has come, there', () => {
  const daily = { rhythm: 'daily', hour: 8, weekday: 1, timeZone } as const
  expect(digestDue(daily, at('2026-03-10T06:59:00Z'))).toBe('2026-03-09')
  expect(digestDue(daily, at('2026-03-10T07:00:00Z'))).toBe('2026-03-10')
  expect(digestDue({ ...daily, timeZone: 'Pacific/Noumea' }, at('2026-03-10T07:00:00Z'))).toBe('2026-03-10')
  expect(digestDue({ ...daily, timeZone: 'Pacific/Tahiti' }, at('2026-03-10T07:00:00Z'))).toBe('2026-03-09')
})

test('a weekly digest is of the last such day', () => {
  const weekly = { rhythm: 'weekly', hour: 9, weekday: 2, timeZone } as const
  expect(digestDue(weekly, at('2026-03-10T07:59:00Z')), 'a Tuesday, too early').toBe('2026-03-03')
  expect(digestDue(weekly, at('2026-03-10T08:00:00Z'))).toBe('2026-03-10')
  expect(digestDue(weekly, at('2026-03-16T22:00:00Z'))).toBe('2026-03-10')
})

test('each day of a winter has one digest, also when the clocks change, whatever its hour', () => {
  for (const chosen of [0, 2, 3]) {
    const found: string[] = []
    for (let now = at('2026-10-15T00:00:00Z'); now < at('2027-04-05T00:00:00Z'); now += 30 * minute) {
      const day = digestDue({ rhythm: 'daily', hour: chosen, weekday: 1, timeZone }, now)
      if (found.at(-1) !== day) found.push(day)
    }
    expect(found).toEqual([...new Set(found)].toSorted())
    expect(found.length).toBe(found.length > 0 ? (at(found.at(-1) ?? '') - at(found[0] ?? '')) / (24 * hour) + 1 : 0)
  }
})

test('quiet hours go over midnight, and what falls into them waits for their end', () => {
  const quiet = { quietFrom: 20, quietUntil: 8, timeZone }
  expect(isQuiet(quiet, at('2026-01-10T18:59:00Z'))).toBe(false)
  expect(isQuiet(quiet, at('2026-01-10T19:00:00Z'))).toBe(true)
  expect(afterQuiet(quiet, at('2026-01-10T22:11:12Z'))).toBe(at('2026-01-11T07:00:00Z'))
  expect(afterQuiet(quiet, at('2026-03-28T22:00:00Z')), 'the night the clock is put forward').toBe(
    at('2026-03-29T06:00:00Z'),
  )
  expect(afterQuiet({ ...quiet, quietFrom: 8 }, at('2026-01-10T22:00:00Z')), 'the same hour is none').toBe(
    at('2026-01-10T22:00:00Z'),
  )
})

test('paced letters keep their distance, are late by chance only, and never come in quiet hours', () => {
  const settings = fc.record({
    perHour: fc.integer({ min: 1, max: 60 }),
    jitter: fc.integer({ min: 0, max: 60 }),
    quietFrom: fc.integer({ min: 0, max: 23 }),
    quietUntil: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom('Europe/Paris', 'Pacific/Noumea', 'UTC'),
  })
  fc.assert(
    fc.property(
      settings,
      fc.integer({ min: 0, max: 500 * 24 * 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (pacing, minutes, chance) => {
        const from = at('2026-01-01T00:00:00Z') + minutes * minute
        const { times, next } = turns(pacing, { from, until: from + 30 * hour, most: 100, chance: () => chance })
        expect(times.every((time) => time >= from && !isQuiet(pacing, time))).toBe(true)
        const inAnHour = times.map((start) => times.filter((time) => time >= start && time < start + hour).length)
        // At the end of quiet hours one that was late and the next one meet.
        expect(Math.max(0, ...inAnHour)).toBeLessThanOrEqual(pacing.perHour + 2)
        expect(next).toBeGreaterThanOrEqual(from)
      },
    ),
    { numRuns: 60 },
  )
})

test('the clock on the wall is read where it hangs', () => {
  expect(localTime(at('2026-06-30T22:30:00Z'), 'Europe/Paris')).toEqual({ day: '2026-07-01', hour: 0, weekday: 3 })
})
