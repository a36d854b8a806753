import { expect, test } from 'vitest'
import {
  areTooFew,
  compare,
  faultsOfTrial,
  fewestActions,
  fewestTried,
  isMark,
  mostOfOneNetwork,
  subjectNow,
  triedEach,
  trialForm,
  winnerOf,
} from './trial.ts'

const of = (letters: number, actions: number) => ({ letters, actions })

test('with few letters or little that was done nothing is said, and the first subject stays', () => {
  expect(compare(of(0, 0), of(0, 0))).toEqual({ leader: null, says: 'few' })
  expect(compare(of(100, 12), of(100, 7))).toEqual({ leader: 'a', says: 'few' })
  expect(winnerOf(of(100, 0), of(100, 0))).toBe('a')
  expect(winnerOf(of(100, 3), of(100, 3))).toBe('a')
  expect(winnerOf(of(100, 3), of(100, 3 + mostOfOneNetwork))).toBe('a')
  expect(winnerOf(of(100, 3), of(100, 4 + mostOfOneNetwork))).toBe('b')
})

test('what one network can add decides nothing, whatever the size of the trial', () => {
  for (const letters of [fewestTried, 200, 1000, 20_000])
    for (const share of [0, 0.02, 0.1, 0.4]) {
      const honest = of(letters, letters * share)
      const pushed = of(letters, letters * share + mostOfOneNetwork)
      expect(winnerOf(honest, pushed)).toBe('a')
      const says = compare(honest, pushed).says
      expect(says === 'clear' && letters * share * 2 >= fewestActions).toBe(false)
    }
})

test('with the fewest that a trial takes, twice as well is told from chance and half as well again is not', () => {
  expect(compare(of(fewestTried, 10), of(fewestTried, 20)).says).toBe('clear')
  expect(compare(of(fewestTried, 10), of(fewestTried, 15)).says).toBe('chance')
  expect(compare(of(1000, 100), of(1000, 134)).says, 'with a thousand, a third better').toBe('clear')
})

const texts = { fr: { subject: 'Une réponse', body: '' }, en: { subject: 'An answer', body: '' } }
const kept = (changed: object = {}) => {
  const form = {
    intent: 'keep',
    subjectFr: 'Autre',
    subjectEn: 'Other',
    share: '20',
    goal: 'visit',
    hours: '4',
    ...changed,
  }
  const read = trialForm.parse(form)
  if (read.intent !== 'keep') throw new Error(read.intent)
  return read
}

test('a trial with fewer than a hundred people for a subject is kept by whoever says that they know', () => {
  expect([triedEach(1000, 20), triedEach(2, 10), areTooFew(1000, 20), areTooFew(999, 20)]).toEqual([
    100,
    0,
    false,
    true,
  ])
  expect(faultsOfTrial(kept(), { texts, total: 1000 })).toEqual({})
  expect(faultsOfTrial(kept(), { texts, total: 999 })).toEqual({ share: 'tooFew' })
  expect(faultsOfTrial(kept({ share: '50' }), { texts, total: 999 })).toEqual({})
  expect(faultsOfTrial(kept({ anyway: 'on' }), { texts, total: 2 })).toEqual({})
})

test('a second subject that is the first one compares nothing', () => {
  const same = kept({ subjectFr: ' Une  réponse ', subjectEn: 'An answer' })
  expect(faultsOfTrial(same, { texts, total: 1000 })).toEqual({
    subjectFr: 'sameFr',
    subjectEn: 'sameEn',
  })
  expect(faultsOfTrial(kept({ subjectEn: 'An answer' }), { texts, total: 1000 })).toEqual({
    subjectEn: 'sameEn',
  })
})

test('a subject that is missing is asked for in the words of the page, and a choice in two steps', () => {
  const errors = (form: object) =>
    trialForm.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message])
  const whole = { intent: 'keep', subjectEn: 'Other', share: '20', goal: 'visit', hours: '4' }
  expect(errors({ ...whole, subjectFr: ' ' })).toEqual([['subjectFr', 'mailings.trial.errors.subjectMissing']])
  expect(errors({ intent: 'choose', winner: 'b' })).toEqual([['understood', 'mailings.trial.errors.understood']])
  expect(errors({ intent: 'choose', winner: 'b', understood: 'on' })).toBeUndefined()
})

test('a mailing is called by its first subject until the second is chosen', () => {
  const trial = { subjectFr: 'Autre', subjectEn: 'Other' }
  expect(subjectNow('Une', null, 'fr')).toBe('Une')
  expect(subjectNow('Une', { ...trial, winner: null }, 'fr')).toBe('Une')
  expect(subjectNow('Une', { ...trial, winner: 'a' }, 'fr')).toBe('Une')
  expect([
    subjectNow('Une', { ...trial, winner: 'b' }, 'fr'),
    subjectNow('One', { ...trial, winner: 'b' }, 'en'),
  ]).toEqual(['Autre', 'Other'])
})

test('a difference that chance makes is called chance, and one that it hardly makes is called clear', () => {
  // Known values of the pooled two-proportion test: z = 1.42, z = 2.13, z = 1.97.
  expect(compare(of(1000, 100), of(1000, 120))).toEqual({ leader: 'b', says: 'chance' })
  expect(compare(of(1000, 130), of(1000, 100))).toEqual({ leader: 'a', says: 'clear' })
  expect(compare(of(500, 61), of(500, 84))).toEqual({ leader: 'b', says: 'clear' })
})

test('what counts is the share of the letters, not the number', () => {
  expect(compare(of(2000, 120), of(1000, 100)).leader).toBe('b')
})

test('about one comparison in twenty of two equal subjects is called clear, no more', () => {
  let seed = 7
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const drawn = () => Array.from({ length: 800 }).reduce<number>((count) => count + (chance() < 0.1 ? 1 : 0), 0)
  const clear = Array.from({ length: 1000 }).filter(() => compare(of(800, drawn()), of(800, drawn())).says === 'clear')
  expect(clear.length).toBeGreaterThan(25)
  expect(clear.length).toBeLessThan(75)
})

test('more visits than letters are compared too', () => {
  expect(compare(of(50, 80), of(50, 60))).toEqual({ leader: 'a', says: 'chance' })
  expect(compare(of(50, 120), of(50, 60))).toEqual({ leader: 'a', says: 'clear' })
})

test('a mark is sixteen drawn characters, or what older letters carry, and nothing else is one', () => {
  for (const mark of ['aB3_-aB3_-aB3_-a', '12b']) expect(isMark(mark)).toBe(true)
  for (const other of [
    null,
    '',
    'b',
    '12',
    '012a',
    '12c',
    '12ab',
    '9999999999a',
    "1a' or 1",
    'aB3_-aB3_-aB3_-',
    'aB3_-aB3_-aB3_-aa',
  ])
    expect(isMark(other)).toBe(false)
})
