import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, plusDays } from '#app/i18n/calendar.ts'
import { handoverForm } from '../schema.ts'
import { bases, clockOf, dueBy, remindedFrom, reminderOf } from './clock.ts'
import { newsOf } from './news.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => plusDays('2000-01-01', n))
const later = (from: string, most = 2000) => fc.integer({ min: 0, max: most }).map((n) => plusDays(from, n))

test('a month of silence ends on the same day of the next month, or on its last; two months likewise', () => {
  expect(dueBy('documents', '2026-03-05')).toBe('2026-04-05')
  expect(dueBy('documents', '2026-01-31')).toBe('2026-02-28')
  expect(dueBy('documents', '2028-01-31')).toBe('2028-02-29')
  expect(dueBy('silence', '2026-12-31')).toBe('2027-02-28')
  expect(dueBy('silence', '2026-06-30')).toBe('2026-08-30')
  expect(dueBy('asked', '2026-03-05')).toBeNull()
  expect(dueBy('other', '2026-03-05')).toBeNull()
})

test('a day that is computed comes 28 to 31 days later for a month, 59 to 62 for two, and never falls back', () => {
  fc.assert(
    fc.property(day, (from) => {
      const month = daysBetween(from, dueBy('documents', from) ?? '')
      const two = daysBetween(from, dueBy('silence', from) ?? '')
      expect(month).toBeGreaterThanOrEqual(28)
      expect(month).toBeLessThanOrEqual(31)
      expect(two).toBeGreaterThanOrEqual(59)
      expect(two).toBeLessThanOrEqual(62)
      for (const basis of ['documents', 'silence'] as const)
        expect((dueBy(basis, from) ?? '') <= (dueBy(basis, plusDays(from, 1)) ?? '')).toBe(true)
    }),
  )
})

const wait = day.chain((deliveredOn) =>
  fc.record({ deliveredOn: fc.constant(deliveredOn), dueOn: later(deliveredOn), today: later(deliveredOn) }),
)

test('while nobody answers, waiting and silence follow each other without a gap, and the days add up', () => {
  fc.assert(
    fc.property(wait, ({ deliveredOn, dueOn, today }) => {
      const clock = clockOf({ deliveredOn, dueOn, answeredOn: null }, today)
      const given = daysBetween(deliveredOn, dueOn)
      expect(clock?.phase).toBe(today > dueOn ? 'silent' : 'waiting')
      // One of the two is always null.
      expect((clock?.waited ?? 0) + (clock?.dueIn ?? 0) - (clock?.silentFor ?? 0)).toBe(given)
      expect([clock?.dueIn, clock?.silentFor].filter((days) => days === null)).toHaveLength(1)
    }),
  )
})

test('an answer stops the clock, whatever day it is, and is late by what exceeds the day that was set', () => {
  fc.assert(
    fc.property(wait, day, ({ deliveredOn, dueOn, today: answeredOn }, today) => {
      const clock = clockOf({ deliveredOn, dueOn, answeredOn }, today)
      expect(clock).toMatchObject({ phase: 'answered', waited: daysBetween(deliveredOn, answeredOn), silentFor: null })
      expect(clock?.late).toBe(answeredOn > dueOn ? daysBetween(dueOn, answeredOn) : 0)
    }),
  )
})

test('the first day of silence is the one after the last day', () => {
  const told = { deliveredOn: '2026-03-05', dueOn: '2026-04-05', answeredOn: null }
  expect(clockOf(told, '2026-04-05')).toMatchObject({ phase: 'waiting', dueIn: 0, waited: 31 })
  expect(clockOf(told, '2026-04-06')).toMatchObject({ phase: 'silent', silentFor: 1, waited: 32 })
  expect(clockOf({ ...told, dueOn: null }, '2026-04-06')).toMatchObject({ phase: 'delivered', late: null })
  expect(clockOf({ ...told, deliveredOn: null }, '2026-04-06')).toBeNull()
})

test('the team is reminded from three days before, and again from the first day of silence, never of an answer', () => {
  fc.assert(
    fc.property(wait, ({ deliveredOn, dueOn, today }) => {
      const told = { deliveredOn, dueOn, answeredOn: null }
      const expected =
        today >= remindedFrom('silent', dueOn) ? 'silent' : today >= remindedFrom('soon', dueOn) ? 'soon' : null
      expect(reminderOf(told, today)).toBe(expected)
      expect(reminderOf({ ...told, answeredOn: today }, today)).toBeNull()
      expect(newsOf(told, today)).toBe(expected === 'silent' ? 'silence' : null)
      expect(newsOf({ ...told, answeredOn: today }, today)).toBe('answer')
    }),
  )
})

const faults = (given: Record<string, string>) => {
  const form = { intent: 'deliver', deliveredOn: '2026-03-05', how: 'hand', by: 'delegation', ...given }
  const read = handoverForm.safeParse(form)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('a day that a text sets is not typed, one that nobody computes is, and another text is named in both languages', () => {
  expect(faults({})).toEqual([])
  expect(faults({ dueOn: '2026-05-01' })).toEqual([])
  expect(faults({ dueBasis: 'documents' })).toEqual([])
  expect(faults({ dueBasis: 'documents', dueOn: '2026-04-05' })).toEqual([])
  expect(faults({ dueBasis: 'documents', dueOn: '2026-04-06' })).toEqual(['dueOn: clock.errors.computed'])
  expect(faults({ dueBasis: 'asked' })).toEqual(['dueOn: clock.errors.dueMissing'])
  expect(faults({ dueBasis: 'other', dueOn: '2026-05-01', dueSourceFr: 'Un texte' })).toEqual([
    'dueSourceEn: clock.errors.source',
  ])
  expect(faults({ dueBasis: 'nothing', dueOn: '2026-05-01' })).toEqual(['dueBasis: clock.errors.basis'])
  expect(faults({ dueBasis: 'asked', dueOn: '2026-05-01', dueSourceUrl: 'javascript:alert(1)' })).toEqual([
    'dueSourceUrl: handovers.errors.url',
  ])
  expect(bases).toHaveLength(4)
})
