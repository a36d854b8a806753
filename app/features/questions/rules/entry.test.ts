import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay } from './day.ts'
import { entryStanding, factsChanged, freeSlug, isOverdue, offeredDay, slugOf, type Version } from './entry.ts'

test('an answer is shown on its last day, and not on the one after', () => {
  expect(isOverdue({ checkBy: '2026-06-30' }, '2026-06-30')).toBe(false)
  expect(isOverdue({ checkBy: '2026-06-30' }, '2026-07-01')).toBe(true)
  expect(isOverdue({ checkBy: null }, '2026-07-01'), 'no last day').toBe(false)
})

test('the team is told of an answer before it is hidden, and only of one that is on the site', () => {
  const days = { today: '2026-06-10', warnFrom: '2026-07-01' }
  const of = (checkBy: string | null) => entryStanding({ state: 'published', checkBy }, days)
  expect(['2026-06-09', '2026-06-10', '2026-07-01', '2026-07-02', null].map(of)).toEqual([
    'overdue',
    'soon',
    'soon',
    'published',
    'published',
  ])
  expect(entryStanding({ state: 'retired', checkBy: '2026-06-09' }, days)).toBe('retired')
})

test('the desk offers a day for the next look, unless one is set that is still to come', () => {
  const days = { today: '2026-06-10', proposed: '2027-06-10' }
  expect([null, '2026-06-09', '2026-06-10', '2026-06-11'].map((checkBy) => offeredDay(checkBy, days))).toEqual([
    '2027-06-10',
    '2027-06-10',
    '2027-06-10',
    '2026-06-11',
  ])
})

test('a day is one that exists', () => {
  const days = ['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31']
  expect(days.filter(isDay)).toEqual(days)
  const none = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '', 'demain']
  expect(none.filter(isDay)).toEqual([])
})

test('an anchor is made of the words of the question', () => {
  expect(slugOf('Que puis-je faire si l’algorithme m’a « mal noté » ?')).toBe(
    'que-puis-je-faire-si-l-algorithme-m-a-mal-note',
  )
  expect(slugOf('Œuvre, ça & là')).toBe('oeuvre-ca-la')
  expect(slugOf('؟؟؟')).toBe('question')
  expect(freeSlug('charte', new Set(['charte', 'charte-2']))).toBe('charte-3')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slugOf(text)),
    ),
  )
})

const version = (n: number, change: Version['change']): Version => ({
  version: n,
  change,
  questionFr: `Q${n}`,
  answerFr: `R${n}`,
  questionEn: '',
  answerEn: '',
  noteFr: '',
  noteEn: '',
  publishedOn: '2026-01-01',
})

test('everyone is told of changed facts, the newest first, with what stood there just before; of better words nobody is', () => {
  const told = factsChanged([
    version(4, 'update'),
    version(1, 'first'),
    version(3, 'wording'),
    version(2, 'correction'),
  ])
  expect(told.map(({ version: now, before }) => [now.version, before.version])).toEqual([
    [4, 3],
    [2, 1],
  ])
  expect(factsChanged([version(1, 'first')])).toEqual([])
})
