import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renewalDays, renewalDueAt, renewalStep, slotOf, type Asked, type LetterState } from './rules/renewal.ts'

const day = 86_400_000
const start = Date.UTC(2026, 0, 1)
const moment = fc.integer({ min: start, max: start + 3000 * day })
const slot = fc.integer({ min: 0, max: renewalDays.spread - 1 })

test('a person is asked a year after the last yes, on one of the days of a fortnight', () => {
  const wish = { lastYes: start, lastAsked: null, enabledAt: start, slot: 0 }
  expect(renewalDueAt(wish)).toBe(start + 365 * day)
  expect(renewalDueAt({ ...wish, slot: 13 })).toBe(start + 378 * day)
  expect(renewalDueAt({ ...wish, enabledAt: start + 500 * day }), 'not before the site asks').toBe(start + 500 * day)
  expect(renewalDueAt({ ...wish, lastAsked: start + 300 * day })).toBe(start + 635 * day)
})

test('whatever the dates, never before a year, never within eleven months of the last question, and not much later', () => {
  fc.assert(
    fc.property(moment, fc.option(moment), moment, slot, (lastYes, lastAsked, enabledAt, own) => {
      const due = renewalDueAt({ lastYes, lastAsked, enabledAt, slot: own })
      expect(due).toBeGreaterThanOrEqual(lastYes + 365 * day)
      expect(due).toBeGreaterThanOrEqual(enabledAt)
      expect(due).toBeGreaterThanOrEqual((lastAsked ?? 0) + 335 * day)
      const earliest = Math.max(lastYes + 365 * day, enabledAt, (lastAsked ?? 0) + 335 * day)
      expect(due).toBeLessThan(earliest + 14 * day)
    }),
  )
})

test('over ten years, with yeses and silences on any day, two questions are never within eleven months', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3650 }), { maxLength: 20 }), slot, (yesDays, own) => {
      const asked: number[] = []
      let lastYes = start
      for (let today = 0; today < 3650; today += 1) {
        const now = start + today * day
        if (yesDays.includes(today)) lastYes = now
        const due = renewalDueAt({ lastYes, lastAsked: asked.at(-1) ?? null, enabledAt: start, slot: own })
        if (now >= due) asked.push(now)
      }
      const apart = asked.slice(1).map((time, at) => time - (asked[at] ?? 0))
      expect(apart.every((gap) => gap >= 335 * day)).toBe(true)
      expect(asked.length, 'and about once a year whoever is silent').toBeGreaterThanOrEqual(9 - yesDays.length)
    }),
    { numRuns: 60 },
  )
})

test('the days of a fortnight are taken by ids alike', () => {
  const ids = Array.from(
    { length: 2800 },
    (_, n) => `0190a1b2-0000-7000-8000-00000000${(n * 23).toString(16).padStart(4, '0')}`,
  )
  const counts = Array.from({ length: 14 }, (_, one) => ids.filter((id) => slotOf(id) === one).length)
  expect(Math.min(...counts)).toBeGreaterThan(150)
})

const taken = (daysAgo: number): LetterState => ({ state: 'handed-over', endedAt: start - daysAgo * day })
const step = (letter: LetterState | null, reminder: LetterState | null = null) =>
  renewalStep({ letter, reminder }, start)

test('a reminder after a fortnight, the end after thirty days and never less than a fortnight after the reminder', () => {
  expect(step(taken(13))).toBe('wait')
  expect(step(taken(14))).toBe('remind')
  expect(step(taken(29), taken(15))).toBe('wait')
  expect(step(taken(30), taken(16))).toBe('end')
  expect(step(taken(200), taken(13)), 'a reminder that came late leaves its time').toBe('wait')
  expect(step(taken(200), taken(14))).toBe('end')
})

test('what is on its way is waited for, and silence of somebody who was not reached ends nothing', () => {
  const failed = (daysAgo: number): LetterState => ({ state: 'failed', endedAt: start - daysAgo * day })
  for (const state of ['queued', 'claimed', 'deferred'] as const) {
    expect(step({ state, endedAt: null })).toBe('wait')
    expect(step(taken(300), { state, endedAt: null })).toBe('wait')
  }
  expect(step(failed(14)), 'it is tried once more').toBe('remind')
  expect(step(failed(300), { state: 'unknown', endedAt: start - 200 * day })).toBe('close')
  expect(step(failed(44), taken(29)), 'thirty days from the letter that arrived').toBe('wait')
  expect(step(failed(44), taken(30))).toBe('end')
  expect(step(null)).toBe('close')
  expect(step({ state: 'suppressed', endedAt: start - 300 * day })).toBe('close')
})

test('no wish ends before a letter was taken for thirty days, whatever became of the two', () => {
  const letter = fc.record<LetterState>({
    state: fc.constantFrom('queued', 'claimed', 'handed-over', 'deferred', 'failed', 'unknown', 'suppressed'),
    endedAt: fc.option(moment),
  })
  fc.assert(
    fc.property(fc.record<Asked>({ letter: fc.option(letter), reminder: fc.option(letter) }), moment, (asked, now) => {
      if (renewalStep(asked, now) !== 'end') return
      const arrived = [asked.letter, asked.reminder].filter((one) => one?.state === 'handed-over')
      expect(arrived.some((one) => now - (one?.endedAt ?? now) >= 30 * day)).toBe(true)
      expect(now - (asked.reminder?.endedAt ?? now)).toBeGreaterThanOrEqual(14 * day)
    }),
  )
})
