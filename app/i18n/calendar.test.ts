import { expect, test } from 'vitest'
import { daysBetween, plusDays, plusMonths } from './calendar.ts'

test('days go on over months, years and the change of the clocks', () => {
  expect(plusDays('2026-12-30', 3)).toBe('2027-01-02')
  expect(plusDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(plusDays('2026-03-01', -1)).toBe('2026-02-28')
})

test('a month later is the same day, or the last of a shorter month', () => {
  expect(plusMonths('2025-11-30', 3)).toBe('2026-02-28')
  expect(plusMonths('2026-02-02', 3)).toBe('2026-05-02')
  expect(plusMonths('2026-01-31', -1)).toBe('2025-12-31')
  expect(plusMonths('2026-03-31', -24)).toBe('2024-03-31')
})

test('days between two days', () => {
  expect(daysBetween('2026-02-01', '2026-02-04')).toBe(3)
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-02-04', '2026-02-01')).toBe(-3)
})
