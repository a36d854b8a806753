import { expect, test } from 'vitest'
import { bucketSize, moves, plainBars, statesBefore } from './rules.ts'
import { isMonth } from './schema.ts'
import { weeksSince, weekOf } from './week.ts'

test('nothing is published that was not proposed', () => {
  expect(statesBefore('published')).toEqual(['proposed'])
})

test('what is withdrawn stays so, and what is declined is at most taken up again', () => {
  expect(moves.declined).toEqual(['submitted', 'withdrawn'])
  expect(moves.withdrawn).toEqual([])
})

test('a story is filled up to one of a few sizes', () => {
  expect([1, 4096, 4097, 9000, 80_000].map(bucketSize)).toEqual([4096, 4096, 8192, 16_384, 131_072])
})

test('a month is a year and a month that exists', () => {
  expect(['2026-01', '1999-12'].every(isMonth)).toBe(true)
  expect(['2026-00', '2026-13', '26-01', '2026-1', '2126-01', '2026-01-01'].some(isMonth)).toBe(false)
})

test('the week of a deposit begins on Monday, by the clock of Paris', () => {
  const day = (instant: string) => weekOf(new Date(instant)).toISOString()
  expect(day('2026-02-01T22:59:00Z')).toBe('2026-01-26T00:00:00.000Z')
  expect(day('2026-02-01T23:00:00Z')).toBe('2026-02-02T00:00:00.000Z')
  expect(day('2026-02-02T12:00:00Z')).toBe('2026-02-02T00:00:00.000Z')
  expect(day('2026-03-29T23:30:00Z')).toBe('2026-03-30T00:00:00.000Z')
})

test('age is counted in whole weeks, over the change of the clocks too', () => {
  expect(weeksSince(new Date('2026-03-23'), new Date('2026-04-02T10:00:00Z'))).toBe(1)
  expect(weeksSince(new Date('2026-03-30'), new Date('2026-04-02T10:00:00Z'))).toBe(0)
})

test('in one line of text a bar is read as the words on it', () => {
  expect(plainBars('Ma [[conseillère]] et [[mon agence]]')).toBe('Ma conseillère et mon agence')
})
