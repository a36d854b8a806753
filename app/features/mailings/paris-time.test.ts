import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTooLate, parisHour, schedulable } from './paris-time.ts'

const at = (iso: string) => new Date(iso)

test('an hour in Paris is an hour before that of London, two in summer', () => {
  expect(parisHour('2026-01-15T09:30')).toEqual({ outcome: 'instant', at: at('2026-01-15T08:30:00Z') })
  expect(parisHour('2026-07-15T09:30')).toEqual({ outcome: 'instant', at: at('2026-07-15T07:30:00Z') })
  expect(parisHour('2026-07-15T09:30:00')).toEqual({ outcome: 'instant', at: at('2026-07-15T07:30:00Z') })
})

test('in the night when the clock goes forward an hour does not exist', () => {
  expect(parisHour('2026-03-29T01:59')).toEqual({ outcome: 'instant', at: at('2026-03-29T00:59:00Z') })
  expect(parisHour('2026-03-29T02:00')).toEqual({ outcome: 'never' })
  expect(parisHour('2026-03-29T02:59')).toEqual({ outcome: 'never' })
  expect(parisHour('2026-03-29T03:00')).toEqual({ outcome: 'instant', at: at('2026-03-29T01:00:00Z') })
})

test('in the night when it goes back an hour comes twice', () => {
  expect(parisHour('2026-10-25T02:30')).toEqual({
    outcome: 'twice',
    first: at('2026-10-25T00:30:00Z'),
    second: at('2026-10-25T01:30:00Z'),
  })
  expect(parisHour('2026-10-25T03:00')).toEqual({ outcome: 'instant', at: at('2026-10-25T02:00:00Z') })
})

test.each([
  '',
  'demain',
  '2026-02-30T10:00',
  '2026-13-01T10:00',
  '2026-01-01T24:00',
  '2026-01-01 10:00',
  '2026-01-01T10:60',
])('%j is no hour', (typed) => {
  expect(parisHour(typed)).toEqual({ outcome: 'invalid' })
})

test('every instant is found again from what the clock in Paris shows', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000)
      const read = parisHour(clock.format(instant).replace(' ', 'T'))
      const found = read.outcome === 'twice' ? [read.first, read.second] : read.outcome === 'instant' ? [read.at] : []
      expect(found.map((one) => one.getTime())).toContain(instant.getTime())
    }),
    { numRuns: 500 },
  )
})

test('a mailing is given an hour that is to come, and of one that comes twice it is said which', () => {
  const now = at('2026-10-24T10:00:00Z')
  expect(schedulable('2026-10-25T02:30', { now })).toEqual({ outcome: 'twice' })
  expect(schedulable('2026-10-25T02:30', { which: 'second', now })).toEqual({
    outcome: 'ok',
    at: at('2026-10-25T01:30:00Z'),
  })
  expect(schedulable('2026-10-25T02:30', { which: 'first', now })).toEqual({
    outcome: 'ok',
    at: at('2026-10-25T00:30:00Z'),
  })
  expect(schedulable('2026-10-24T12:00', { now })).toEqual({ outcome: 'past' })
  expect(schedulable('2028-01-01T12:00', { now })).toEqual({ outcome: 'far' })
  expect(schedulable('2027-03-28T02:30', { now })).toEqual({ outcome: 'never' })
})

test('an hour after its hour it is too late to begin unasked', () => {
  const due = at('2026-10-24T10:00:00Z')
  expect(isTooLate(due, at('2026-10-24T10:59:59Z'))).toBe(false)
  expect(isTooLate(due, at('2026-10-24T11:00:00Z'))).toBe(true)
})
