import { expect, test } from 'vitest'
import {
  audienceForm,
  audienceOf,
  audienceShape,
  countToShow,
  everyone,
  isNarrowed,
  isOfFew,
  typedOf,
  type Audience,
} from './audience.ts'

const update = '0190a1b2-0000-7000-8000-000000000001'
const typed = (fields: object) => audienceForm.safeParse({ intent: 'count', ...fields })
const errors = (fields: object) => {
  const read = typed(fields)
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path[0], message.split('.').at(-1)])
}

test('an empty form, and a mailing from before there were audiences, are for everyone who asked', () => {
  const read = typed({ signedFrom: '', signedUntil: ' ', update: '', received: 'any' })
  expect(read.success && audienceOf(read.data)).toEqual(everyone)
  expect(audienceShape.parse({})).toEqual(everyone)
  expect(isNarrowed(everyone)).toBe(false)
})

test('a form becomes a description, which the form shows again', () => {
  const read = typed({
    departments: ['62', '2A', '62'],
    languages: ['fr'],
    who: 'people',
    signedFrom: '2026-02-01',
    signedUntil: '2026-02-28',
    update,
    received: 'no',
  })
  const audience = read.success ? audienceOf(read.data) : null
  expect(audience).toEqual({
    departments: ['2A', '62'],
    languages: ['fr'],
    who: 'people',
    signedFrom: '2026-02-01',
    signedUntil: '2026-02-28',
    update: { id: update, received: false },
  })
  expect(audience && typed(typedOf(audience)).success).toBe(true)
  expect(audienceShape.parse(JSON.parse(JSON.stringify(audience)))).toEqual(audience)
})

test('both languages are as good as none chosen', () => {
  const read = typed({ languages: ['en', 'fr'] })
  expect(read.success && audienceOf(read.data).languages).toEqual([])
})

test('what cannot be is said beside its field', () => {
  expect(errors({ departments: ['20'] })).toEqual([['departments', 'department']])
  expect(errors({ languages: ['de'] })).toEqual([['languages', 'language']])
  expect(errors({ who: 'nobody' })).toEqual([['who', 'who']])
  expect(errors({ signedFrom: '0000-01-01', signedUntil: '2026-02-30' })).toEqual([
    ['signedFrom', 'day'],
    ['signedUntil', 'day'],
  ])
  expect(errors({ signedFrom: '2026-03-02', signedUntil: '2026-03-01' })).toEqual([['signedUntil', 'order']])
  expect(errors({ signedFrom: '2026-03-01', signedUntil: '2026-03-01' })).toEqual([])
  expect(errors({ update: "' or true" })).toEqual([['update', 'update']])
})

test('a description with a rule that nobody knows is refused, not read as everyone', () => {
  expect(audienceShape.safeParse({ departements: ['62'] }).success).toBe(false)
})

test('an earlier update narrows only with an answer, and an answer only with an update: until then it does not matter', () => {
  expect(typedOf(everyone).received).toBe('any')
  expect(errors({ received: 'no' })).toEqual([['update', 'which']])
  expect(errors({ update, received: 'any' })).toEqual([['received', 'received']])
  expect(errors({ update, received: 'no' })).toEqual([])
})

test.each([
  ['15/03/2026', '2026-03-15'],
  ['5/3/2026', '2026-03-05'],
  ['05.03.2026', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
])('a day may be typed as the hint shows it: %s', (written, day) => {
  const read = typed({ signedFrom: written })
  expect(read.success && audienceOf(read.data).signedFrom).toBe(day)
})

test('a day that the calendar has not is refused, the month first too', () => {
  expect(errors({ signedFrom: '31/02/2026', signedUntil: '03/15/2026' })).toEqual([
    ['signedFrom', 'day'],
    ['signedUntil', 'day'],
  ])
})

const narrowed: [string, Partial<Audience>][] = [
  ['a place', { departments: ['59'] }],
  ['a language', { languages: ['en'] }],
  ['a first day', { signedFrom: '2026-03-01' }],
  ['a last day', { signedUntil: '2026-03-01' }],
  ['in whose name', { who: 'organisations' }],
  ['an earlier update', { update: { id: update, received: false } }],
]
test.each(narrowed)('of few nothing is told, not even that there is nobody, whatever narrows them: %s', (_, rules) => {
  const audience = { ...everyone, ...rules }
  const told = (n: number) => countToShow(audience, n)
  expect([0, 1, 2, 9].map(told)).toEqual(Array(4).fill({ kind: 'few' }))
  expect([10, 19, 20, 1234].map(told)).toEqual([10, 10, 20, 1230].map((n) => ({ kind: 'tens', n })))
  expect([0, 9, 10].map((letters) => isOfFew(audience, letters))).toEqual([true, true, false])
})

test('everyone who asked is counted out: nothing is said of them', () => {
  expect([0, 1, 42].map((n) => countToShow(everyone, n))).toEqual([0, 1, 42].map((n) => ({ kind: 'exact', n })))
  expect(isOfFew(everyone, 1)).toBe(false)
})
