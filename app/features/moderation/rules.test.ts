import { expect, test } from 'vitest'
import { keptEvery } from '#app/features/staff/ui/session-clock.ts'
import {
  claimSeenBy,
  mayTakeOver,
  paceOf,
  takenFrom,
  takeOverAfterMinutes,
  withinTheHour,
  type Holding,
} from './rules.ts'

const now = new Date('2026-02-04T18:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('a claim is somebody’s until its time is over, and then nobody’s', () => {
  const claim = { claimedById: 'a', claimedUntil: inMinutes(1) }
  expect(claimSeenBy('a', claim, now)).toBe('mine')
  expect(claimSeenBy('b', claim, now)).toBe('another')
  expect(claimSeenBy('a', claim, inMinutes(1))).toBe('free')
  expect(claimSeenBy('a', { claimedById: null, claimedUntil: null }, now)).toBe('free')
})

test('a claim may be taken over after five minutes without a gesture, not before', () => {
  expect(mayTakeOver(inMinutes(30), now)).toBe(false)
  expect(mayTakeOver(inMinutes(25.1), now)).toBe(false)
  expect(mayTakeOver(inMinutes(25), now)).toBe(true)
  expect(mayTakeOver(null, now)).toBe(false)
})

const step = (kind: string, who: string | null, reason: string | null = null): Holding => ({ kind, who, reason })

test('whoever lost a claim learns for what reason, until they hold it again', () => {
  const lost = [step('claimed', null), step('drafted', null), step('taken-over', 'b', 'leftAlone')]
  expect(takenFrom(lost, null)).toBe('leftAlone')
  expect(takenFrom([...lost, step('drafted', 'b'), step('released', 'b')], null)).toBe('leftAlone')
  expect(takenFrom([...lost, step('released', 'b'), step('claimed', null)], null)).toBeNull()
})

test('whoever gave it back, or never had it, was not taken anything', () => {
  expect(takenFrom([step('claimed', null), step('released', null), step('claimed', 'b')], null)).toBeNull()
  expect(takenFrom([step('claimed', 'b'), step('taken-over', 'c', 'leftAlone')], null)).toBeNull()
  expect(
    takenFrom([step('claimed', null), step('claimed', 'b'), step('taken-over', 'c', 'leftAlone')], null),
  ).toBeNull()
  expect(takenFrom([], null)).toBeNull()
})

test('a pause is suggested after twenty stories within an hour', () => {
  const times = Array.from({ length: 19 }, (_, place) => now.getTime() - place * 60_000)
  expect(paceOf(withinTheHour(times, now.getTime()).length)).toEqual({ read: 19, left: 1 })
  expect(paceOf(25)).toEqual({ read: 25, left: 0 })
  expect(withinTheHour([now.getTime() - 3_600_000, now.getTime() + 1], now.getTime())).toEqual([])
})

test('who types is heard before a colleague may take over what they type in', () => {
  expect(keptEvery).toBeLessThan(takeOverAfterMinutes * 60_000)
})
