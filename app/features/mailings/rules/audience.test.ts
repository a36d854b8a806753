import { expect, test } from 'vitest'
import {
  audienceForm,
  audienceOf,
  audienceShape,
  countToShow,
  everyone,
  isNarrowed,
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
  const read = typed({ signedFrom: '', signedUntil: ' ', update: '', received: 'yes' })
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

test('a small number is told only where it says nothing about a place', () => {
  const inNord: Audience = { ...everyone, departments: ['59'] }
  expect([0, 1, 9, 10].map((count) => countToShow(inNord, count))).toEqual([0, null, null, 10])
  expect([0, 1, 9, 10].map((count) => countToShow({ ...everyone, languages: ['en'] }, count))).toEqual([0, 1, 9, 10])
})
