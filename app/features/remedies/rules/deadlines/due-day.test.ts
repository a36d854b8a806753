import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, plusDays } from '#app/i18n/calendar.ts'
import { dueDay, extendedReply, isDay, whatFollows, zones } from './due-day.ts'
import { isRule, ruleIds, timeRules } from './time-rules.ts'
import { dayOff, easterOf } from './working-days.ts'

const day = fc.nat(109_000).map((days) => plusDays('1900-01-01', days))
const ending = fc.constantFrom(...ruleIds.filter((id) => timeRules[id] !== null))
const zone = fc.constantFrom(...zones)
const end = (asked: Parameters<typeof dueDay>[0]) => dueDay(asked)?.day ?? ''

test('Easter is on the days that almanacs give', () => {
  const known = {
    1961: '04-02',
    2000: '04-23',
    2008: '03-23',
    2011: '04-24',
    2024: '03-31',
    2025: '04-20',
    2038: '04-25',
  }
  for (const [year, date] of Object.entries(known)) expect(easterOf(Number(year))).toBe(`${year}-${date}`)
})

test('Easter is always a Sunday between 22 March and 25 April', () => {
  for (let year = 1900; year <= 2199; year++) {
    const easter = easterOf(year)
    expect(dayOff(easter)).toBe('sunday')
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`, `Easter is on ${easter}`).toBe(true)
  }
})

test('the eleven holidays of a year are those of the Code du travail, and no other', () => {
  const off = Array.from({ length: 365 }, (_, index) => plusDays('2025-01-01', index)).flatMap((one) => {
    const why = dayOff(one)
    return why && why !== 'saturday' && why !== 'sunday' ? [`${one.slice(5)} ${why}`] : []
  })
  expect(off).toEqual([
    '01-01 new-year',
    '04-21 easter-monday',
    '05-01 labour-day',
    '05-08 victory',
    '05-29 ascension',
    '06-09 whit-monday',
    '07-14 national-day',
    '08-15 assumption',
    '11-01 all-saints',
    '11-11 armistice',
    '12-25 christmas',
  ])
})

test('who receives a letter later never has to answer earlier', () => {
  fc.assert(
    fc.property(ending, zone, day, fc.nat(40), (rule, where, from, later) => {
      const asked = { rule, zone: where }
      expect(end({ ...asked, from: plusDays(from, later) }) >= end({ ...asked, from })).toBe(true)
    }),
  )
})

test('a last day is never before the first one, and at most four months and a week behind it', () => {
  fc.assert(
    fc.property(ending, zone, day, (rule, where, from) => {
      const days = daysBetween(from, end({ rule, from, zone: where }))
      expect(days).toBeGreaterThanOrEqual(10)
      expect(days).toBeLessThanOrEqual(123 + 7)
    }),
  )
})

test('the last day of a delay that is put off is a working day', () => {
  const moved = ruleIds.filter((id) => timeRules[id]?.moved)
  fc.assert(
    fc.property(fc.constantFrom(...moved), zone, day, (rule, where, from) => {
      expect(dayOff(end({ rule, from, zone: where }))).toBeNull()
    }),
  )
})

test('who lives far away never has less time, and abroad never less than overseas', () => {
  fc.assert(
    fc.property(ending, day, (rule, from) => {
      const [mainland = '', overseas = '', abroad = ''] = zones.map((where) => end({ rule, from, zone: where }))
      expect([mainland, overseas, abroad].toSorted()).toEqual([mainland, overseas, abroad])
      expect(timeRules[rule]?.distant || abroad === mainland).toBe(true)
    }),
  )
})

test('the steps lead from the first day to the last one without going back', () => {
  fc.assert(
    fc.property(ending, zone, day, (rule, where, from) => {
      const due = dueDay({ rule, from, zone: where })
      const days = due?.steps.map((step) => step.day) ?? []
      expect(days[0]).toBe(from)
      expect(days.at(-1)).toBe(due?.day)
      expect(days.toSorted()).toEqual(days)
    }),
  )
})

test('every month delay ends on the same day of the month, or the last, before what is added', () => {
  fc.assert(
    fc.property(ending, zone, day, (rule, where, from) => {
      const step = dueDay({ rule, from, zone: where })?.steps.find((one) => one.step === 'count')
      if (step?.unit !== 'month') return
      const isLast = plusDays(step.day, 1).endsWith('-01')
      expect(step.day.slice(8) === from.slice(8) || isLast).toBe(true)
    }),
  )
})

test.each([
  '2026-02-30',
  '2026-13-01',
  '2025-02-29',
  '26-01-01',
  '2026-1-1',
  '',
  '1899-12-31',
  '2200-01-01',
  '2026-01-31T00:00',
])('“%s” is no day, and nothing is said about it', (from) => {
  expect(isDay(from)).toBe(false)
  expect(dueDay({ rule: 'D-OBS', from })).toBeNull()
})

test('whatever is typed as a rule or a day is answered without a fault', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (rule, from) => {
      expect((isRule(rule) && isDay(from)) || dueDay({ rule, from }) === null).toBe(true)
    }),
  )
})

test('a refusal that silence makes begins the next delay; other delays begin with what happens', () => {
  expect(whatFollows('D-CADA1', '2026-02-15')).toEqual([{ rule: 'D-CADA2', from: '2026-02-15', due: '2026-04-15' }])
  expect(whatFollows('D-CADA3', '2026-03-31')).toEqual([{ rule: 'D-TA2', from: '2026-03-31', due: '2026-06-01' }])
  expect(whatFollows('D-OBS', '2026-02-10')).toEqual([{ rule: 'D-MPO', from: null, due: null }])
  expect(whatFollows('D-DDD', null)).toEqual([])
})

test('a reply that was put off in time is due three months after the request', () => {
  expect(extendedReply('2026-01-15')).toBe('2026-04-15')
  expect(extendedReply('2026-02-05')).toBe('2026-05-05')
  expect(extendedReply('2025-11-30'), '28 February 2026 is a Saturday').toBe('2026-03-02')
  expect(extendedReply('2026-02-30')).toBeNull()
})
