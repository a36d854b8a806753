import { expect, test } from 'vitest'
import { isKeepDue, keptEvery, sessionStateAt } from './session-clock.ts'

const minute = 60_000
const hour = 60 * minute
const at = (usedAt: number, now: number, endsAt = 12 * hour) => sessionStateAt({ usedAt, endsAt }, now)

test('somebody is told two minutes before a session ends for want of a gesture', () => {
  expect(at(0, 28 * minute - 1)).toBe('fine')
  expect(at(0, 28 * minute)).toBe('idle')
  expect(at(0, 30 * minute - 1)).toBe('idle')
  expect(at(0, 30 * minute)).toBe('over')
  expect(at(10 * minute, 30 * minute)).toBe('fine')
})

test('a session that is twelve hours old ends however much it is used', () => {
  expect(at(12 * hour - minute, 12 * hour - 2 * minute - 1)).toBe('fine')
  expect(at(12 * hour - minute, 12 * hour - minute)).toBe('twelve')
  expect(at(12 * hour - minute, 12 * hour)).toBe('over')
})

test('who types is heard every four minutes at most', () => {
  expect(isKeepDue({ usedAt: 0, endsAt: hour }, keptEvery - 1)).toBe(false)
  expect(isKeepDue({ usedAt: 0, endsAt: hour }, keptEvery)).toBe(true)
})
