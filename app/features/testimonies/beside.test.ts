import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  besideChanges,
  besideEverything,
  besideOf,
  besideQuote,
  besideUnchosen,
  choiceOf,
  itemOf,
  periodGrains,
  valuesOf,
  withoutItems,
  type Answers,
} from './beside.ts'
import { attempts, consequences, systems } from './schema.ts'

const answers: Answers = {
  system: 'control',
  period: '2026-03',
  department: '48',
  consequences: ['cut', 'health'],
  attempts: ['court'],
}

const someAnswers: fc.Arbitrary<Answers> = fc.record({
  system: fc.constantFrom(...systems),
  period: fc.option(
    fc
      .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => [String(year), String(month).padStart(2, '0')].join('-')),
  ),
  department: fc.option(fc.constantFrom('01', '2A', '48', '974')),
  consequences: fc.subarray([...consequences]),
  attempts: fc.subarray([...attempts]),
})

/** Whatever somebody sends: known codes, unknown ones, twice, in any order. */
const anyCodes = fc.array(fc.oneof(fc.constantFrom<string>(...consequences, ...attempts), fc.string()))
const anyChoice = fc.record({
  system: fc.boolean(),
  period: fc.constantFrom(...periodGrains),
  department: fc.boolean(),
  consequences: anyCodes,
  attempts: anyCodes,
})

/** A year says less than a month of it, everything else what it says. */
const isSaidBy = ({ field, value }: { field: string; value: string }, said: ReturnType<typeof valuesOf>) =>
  said.some(
    (one) => one.field === field && (one.value === value || (field === 'period' && one.value.startsWith(value))),
  )

test('whatever is chosen, nothing stands beside a text that was not answered', () => {
  fc.assert(
    fc.property(someAnswers, anyChoice, (given, choice) => {
      const all = valuesOf(besideEverything(given))
      for (const value of valuesOf(besideOf(given, choice))) expect(isSaidBy(value, all)).toBe(true)
    }),
  )
})

test('the choice that is read out of some values makes the same values', () => {
  fc.assert(
    fc.property(someAnswers, anyChoice, (given, choice) => {
      const beside = besideOf(given, choice)
      expect(besideOf(given, choiceOf(beside))).toEqual(beside)
    }),
  )
})

test('what is left out item by item is gone, and the rest is what it was', () => {
  fc.assert(
    fc.property(someAnswers, fc.array(fc.string()), (given, wild) => {
      const beside = besideEverything(given)
      const values = valuesOf(beside)
      const out = values.filter((_, place) => place % 2 === 0)
      expect(valuesOf(withoutItems(beside, out.map(itemOf)))).toEqual(values.filter((value) => !out.includes(value)))
      const unknown = wild.filter((item) => !values.some((value) => itemOf(value) === item))
      expect(withoutItems(beside, unknown)).toEqual(beside)
    }),
  )
})

test('the changes tell exactly what both sides say', () => {
  fc.assert(
    fc.property(someAnswers, anyChoice, anyChoice, (given, one, other) => {
      const [older, newer] = [besideOf(given, one), besideOf(given, other)]
      const changes = besideChanges(older, newer)
      const bare = ({ field, value }: (typeof changes)[number]) => ({ field, value })
      expect(changes.filter(({ kind }) => kind !== 'added').map(bare)).toEqual(valuesOf(older))
      const after = changes.filter(({ kind }) => kind !== 'removed').map(bare)
      expect(after).toHaveLength(valuesOf(newer).length)
      expect(after).toEqual(expect.arrayContaining(valuesOf(newer)))
    }),
  )
})

test('before anybody chooses stands what always did: all but what was tried', () => {
  expect(besideUnchosen(answers)).toEqual({ ...answers, attempts: [] })
})

test('a month can be said as its year', () => {
  expect(besideOf(answers, { ...choiceOf(besideEverything(answers)), period: 'year' }).period).toBe('2026')
})

test('a sentence that stands alone is credited with what, where and when, and no more', () => {
  expect(besideQuote(besideEverything(answers))).toEqual({ ...answers, consequences: [], attempts: [] })
})
