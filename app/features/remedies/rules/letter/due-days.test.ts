import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aField, aLetter } from '../../../../../e2e/support/a-letter.ts'
import { asCalendar, type CalendarDay } from './as-calendar.ts'
import { dependsOnZone, dueDays, remindersOf } from './due-days.ts'
import { lookOver } from './looked-over.ts'
import { cleaned } from './typed.ts'

const days = (typed: Record<string, string>, zone: 'mainland' | 'abroad' = 'mainland') =>
  dueDays(aLetter(), new Map(Object.entries(typed)), zone).map(({ rule, from, counted }) => [
    rule,
    from,
    counted?.day ?? null,
  ])

test('a last day appears as soon as its day is typed, and not for half a day', () => {
  expect(days({})).toEqual([
    ['D-OBS', 'receivedOn', null],
    ['D-GDPR', 'date', null],
  ])
  expect(days({ receivedOn: '2026-03-', date: '2026-02-30' }).map(([, , day]) => day)).toEqual([null, null])
  expect(days({ receivedOn: '2026-03-02', date: '2026-03-03' })).toEqual([
    ['D-OBS', 'receivedOn', '2026-03-12'],
    ['D-GDPR', 'date', '2026-04-03'],
  ])
})

test('until somebody says which case is theirs every last day is shown, then those of that case alone', () => {
  const [first, second] = aLetter().deadlines
  if (!first || !second) throw new Error('there are no deadlines')
  const letter = aLetter({
    deadlines: [
      { ...first, when: 'hearing=yes' },
      { ...second, when: 'hearing=no' },
    ],
  })
  const rulesFor = (chosen: string[]) =>
    dueDays(letter, new Map([['hearing', chosen]]), 'mainland').map(({ rule }) => rule)
  expect(rulesFor([])).toEqual(['D-OBS', 'D-GDPR'])
  expect(rulesFor([''])).toEqual(['D-OBS', 'D-GDPR'])
  expect(rulesFor(['yes'])).toEqual(['D-OBS'])
  expect(rulesFor(['no'])).toEqual(['D-GDPR'])
  expect(dueDays(aLetter(), new Map([['hearing', ['no']]]), 'mainland')).toHaveLength(2)
})

test('where somebody lives is asked only where it counts', () => {
  expect(['D-OBS', 'D-GDPR', 'D-TA1', 'D-DDD', 'D-NONE'].map(dependsOnZone)).toEqual([false, false, true, false, false])
})

test('a calendar reminds three days before, and the week before of what is far', () => {
  expect(remindersOf({ from: '2026-03-02', day: '2026-03-12' })).toEqual([3])
  expect(remindersOf({ from: '2026-03-02', day: '2026-05-04' })).toEqual([7, 3])
})

const found = (typed: Record<string, string>) => lookOver(aLetter(), new Map(Object.entries(typed)), '2026-03-05')

test('what cannot be is told from what is missing', () => {
  const { wrong, missing } = found({
    receivedOn: '2026-03-06',
    sum: 'x',
    email: 'a@b',
    facts: 'b'.repeat(20_001),
    date: '2026-13-01',
  })
  expect(wrong).toEqual([
    { name: 'email', fault: 'badEmail' },
    { name: 'receivedOn', fault: 'future' },
    { name: 'facts', fault: 'tooLong' },
    { name: 'sum', fault: 'badAmount' },
    { name: 'date', fault: 'badDay' },
  ])
  expect(missing).toEqual(['firstNames', 'lastName', 'address', 'hearing', 'parts', 'place'])
})

test('only days from which time runs must have come; a letter may be dated tomorrow', () => {
  expect(found({ receivedOn: '2026-03-05', date: '2026-03-06' }).wrong).toEqual([])
  const letter = aLetter({ fields: [aField('hearingOn', 'day'), aField('date', 'day')] })
  expect(lookOver(letter, new Map([['hearingOn', '2027-01-01']]), '2026-03-05').wrong).toEqual([])
})

/** A calendar read as RFC 5545 says: lines unfolded, then name, parameters and value. */
function readCalendar(source: string): [name: string, value: string][] {
  expect(source.endsWith('\r\n')).toBe(true)
  expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of source.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  return source
    .slice(0, -2)
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/u.exec(line) ?? []
      expect(name).not.toBe('')
      return [name, value]
    })
}

const unescaped = (value: string) =>
  value.replaceAll(/\\(.)/gu, (_, character: string) => (character === 'n' ? '\n' : character))

const aDay = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  day: '2028-02-29',
  title: 'Date limite indicative : répondre',
  note: 'N’attendez pas ; vérifiez, relisez.\nInformation.',
  id: 'l10.d-obs.2028-02-19',
  remind: [7, 3],
  ...more,
})

test('a last day is a whole day in a calendar, with its reminders at nine', () => {
  expect(readCalendar(asCalendar([aDay()], '2026-03-05T10:11:12.345Z'))).toEqual([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Portevoix//Letters//FR'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['BEGIN', 'VEVENT'],
    ['UID', 'l10.d-obs.2028-02-19@portevoix'],
    ['DTSTAMP', '20260305T101112Z'],
    ['DTSTART;VALUE=DATE', '20280229'],
    ['DTEND;VALUE=DATE', '20280301'],
    ['SUMMARY', 'Date limite indicative : répondre'],
    ['DESCRIPTION', String.raw`N’attendez pas \; vérifiez\, relisez.\nInformation.`],
    ['CLASS', 'PRIVATE'],
    ['TRANSP', 'TRANSPARENT'],
    ...['-P6DT15H', '-P2DT15H'].flatMap((trigger): [string, string][] => [
      ['BEGIN', 'VALARM'],
      ['ACTION', 'DISPLAY'],
      ['DESCRIPTION', 'Date limite indicative : répondre'],
      ['TRIGGER', trigger],
      ['END', 'VALARM'],
    ]),
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ])
})

test('whatever stands in a title is one line of the calendar, and comes back as it was', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom('a\r\nEND:VCALENDAR\r\n', 'é'.repeat(200), '👩🏽‍🚒'.repeat(60), String.raw`\n;,`, '\u0000\ud800\u2028'),
  )
  fc.assert(
    fc.property(wild, (title) => {
      const lines = readCalendar(asCalendar([aDay({ title, remind: [] })], '2026-03-05T10:11:12.345Z'))
      expect(lines).toHaveLength(16)
      const summary = unescaped(lines.find(([name]) => name === 'SUMMARY')?.[1] ?? '')
      expect(summary).toBe(cleaned(title))
    }),
  )
})

test('what is kept of what was typed is its words, in single spaces and one kind of line break', () => {
  expect(cleaned('a\u0000\u001b\ud800 \t b\r\nc\u2028d\rשלום 👩🏽‍🚒\ufffe')).toBe('a b\nc\nd\nשלום 👩🏽‍🚒')
})
