import { expect, test } from 'vitest'
import { isOdd, mondayOf, weekForm } from './week.ts'

test('a week begins on Monday, before and after the year turns', () => {
  expect(mondayOf('2026-01-01')).toBe('2025-12-29')
  expect(mondayOf('2026-03-01')).toBe('2026-02-23')
  expect(mondayOf('2026-03-02')).toBe('2026-03-02')
  expect(mondayOf('2023-12-31')).toBe('2023-12-25')
})

test('a week is worth a look when most of it is the very same, or when it is three times the others', () => {
  const usual = [10, 12, 14].map((n) => ({ n, alike: 2 }))
  expect(isOdd({ n: 19, alike: 19 }, usual)).toBe(false)
  expect(isOdd({ n: 20, alike: 11 }, usual)).toBe(true)
  expect(isOdd({ n: 36, alike: 3 }, usual)).toBe(false)
  expect(isOdd({ n: 37, alike: 3 }, usual)).toBe(true)
  expect(isOdd({ n: 500, alike: 3 }, [])).toBe(false)
})

test('a week is named by its Monday', () => {
  expect(weekForm.safeParse({ week: '2026-02-03', intent: 'aside' }).success).toBe(false)
  expect(weekForm.parse({ week: '2026-02-02', intent: 'back' })).toMatchObject({ reason: 'wave' })
})
