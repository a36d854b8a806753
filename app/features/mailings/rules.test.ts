import { expect, test } from 'vitest'
import {
  canMove,
  isStillWanted,
  later,
  longestTrying,
  minutesLeft,
  pauseAfterFailures,
  retryAfter,
  settledOf,
  settlementOf,
} from './rules.ts'
import { asksForLess, receiverOf } from './rules/receivers.ts'
import { mailingStates } from './schema.ts'

const minute = 60_000
const trying = { attempt: 1, age: 0, chance: 0.5 }

test('nothing that began leads back to a draft, and what is over stays over', () => {
  for (const state of mailingStates) expect(canMove(state, 'draft')).toBe(state === 'scheduled')
  for (const state of mailingStates) {
    expect(canMove('sent', state)).toBe(false)
    expect(canMove('cancelled', state)).toBe(false)
  }
  expect(canMove('paused', 'sending')).toBe(true)
})

test('a refused letter waits longer each time, spread around the schedule, and is given up after three days', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 20].map((attempt) => (retryAfter({ attempt, age: 0, chance: 0.5 }) ?? 0) / minute)
  expect(waits).toEqual([1, 5, 15, 60, 240, 480, 720, 720])
  expect(retryAfter({ attempt: 1, age: 0, chance: 0 })).toBe(minute / 2)
  expect(retryAfter({ attempt: 1, age: 0, chance: 0.999 })).toBeLessThan(1.5 * minute)
  expect(retryAfter({ attempt: 9, age: longestTrying - 1, chance: 0 })).not.toBeNull()
  expect(retryAfter({ attempt: 9, age: longestTrying, chance: 0 })).toBeNull()
})

test('an update without an answer is never sent again, a confirmation is', () => {
  expect(settlementOf({ outcome: 'unknown' }, 'update', trying)).toMatchObject({ state: 'unknown' })
  expect(settlementOf({ outcome: 'unknown' }, 'confirmation', trying)).toMatchObject({
    state: 'deferred',
    delay: minute,
  })
})

test('a server that cannot be reached costs a letter no attempt', () => {
  expect(settlementOf({ outcome: 'unreachable' }, 'update', trying)).toEqual({
    state: 'queued',
    reply: null,
    delay: 0,
    counted: false,
  })
  expect([0, 1, 2, 3, 6, 60].map(pauseAfterFailures)).toEqual([0, 1000, 2000, 4000, 30_000, 30_000])
})

test('a refusal for now becomes one for good after three days', () => {
  expect(settlementOf({ outcome: 'deferred', reply: '451' }, 'update', trying)).toMatchObject({
    state: 'deferred',
    reply: '451',
  })
  expect(
    settlementOf({ outcome: 'deferred', reply: '451' }, 'update', { ...trying, age: longestTrying }),
  ).toMatchObject({ state: 'failed', reply: '451' })
})

const asked = { signature: null, confirmed: false, subscription: null, mailing: null }

test('right before sending it is asked again whether the letter is still wanted', () => {
  const toUpdate = { ...asked, kind: 'update' as const }
  expect(isStillWanted({ ...toUpdate, subscription: 'active', mailing: 'sending' })).toBe('send')
  expect(isStillWanted({ ...toUpdate, subscription: 'active', mailing: 'paused' })).toBe('wait')
  expect(isStillWanted({ ...toUpdate, subscription: 'active', mailing: 'cancelled' })).toBe('suppress')
  expect(isStillWanted({ ...toUpdate, subscription: 'unsubscribed', mailing: 'sending' })).toBe('suppress')
})

test.each([
  ['pending', false, 'send', 'suppress'],
  ['confirmed', true, 'suppress', 'send'],
  ['quarantined', false, 'send', 'suppress'],
  ['quarantined', true, 'suppress', 'send'],
  ['invalidated', false, 'send', 'suppress'],
  ['invalidated', true, 'suppress', 'send'],
  ['withdrawn', true, 'suppress', 'suppress'],
  [null, false, 'suppress', 'suppress'],
] as const)(
  'a signature that is %s (confirmed: %s): ask to confirm → %s, say that it was confirmed → %s',
  (signature, confirmed, toConfirm, toInform) => {
    const of = { ...asked, signature, confirmed }
    expect(isStillWanted({ ...of, kind: 'confirmation' })).toBe(toConfirm)
    expect(isStillWanted({ ...of, kind: 'already-signed' })).toBe(toInform)
  },
)

test.each([
  ['pending', false, 'send'],
  ['quarantined', false, 'send'],
  ['quarantined', true, 'suppress'],
  ['invalidated', false, 'suppress'],
] as const)('a signature that is %s (confirmed: %s): remind → %s', (signature, confirmed, toRemind) => {
  expect(isStillWanted({ ...asked, signature, confirmed, kind: 'reminder' })).toBe(toRemind)
})

test('a mailbox that was sent enough makes a letter wait and costs it no attempt', () => {
  expect(later(90)).toEqual({ state: 'deferred', reply: null, delay: 90_000, counted: false })
})

test('what has ended is added up', () => {
  expect(settledOf({ total: 10, sent: 3, deferred: 1, failed: 1, unknown: 1, suppressed: 2 })).toBe(7)
})

test('the time left is what waits at the rate of the last minutes, and nobody knows when nothing goes out', () => {
  const progress = { total: 1000, sent: 400, deferred: 10, failed: 5, unknown: 5, suppressed: 90 }
  expect(minutesLeft(progress, 100)).toBe(5)
  expect(minutesLeft(progress, 0)).toBeNull()
})

test('an update without an answer is sent again only where its mailing says so', () => {
  expect(settlementOf({ outcome: 'unknown' }, 'update', { ...trying, resendsDoubtful: true })).toMatchObject({
    state: 'deferred',
  })
})

test.each([
  ['gmail.com', 'gmail'],
  ['Hotmail.FR', 'microsoft'],
  ['wanadoo.fr', 'orange'],
  ['example.org', null],
])('mail to %s is received by %s', (domain, receiver) => {
  expect(receiverOf(domain)).toBe(receiver)
})

test('a reply that asks for less is told from one that refuses', () => {
  expect(['421', '421 4.3.2', '450 4.7.1', '451 4.7.650'].map(asksForLess)).toEqual([true, true, true, true])
  expect([null, '450 4.2.1', '550 5.7.1', '250 2.0.0'].map(asksForLess)).toEqual([false, false, false, false])
})

test('the yearly question goes to active readers with nothing under review, and is never sent twice', () => {
  const question = { ...asked, kind: 'renewal' as const, subscription: 'active' }
  expect(isStillWanted(question)).toBe('send')
  expect(isStillWanted({ ...question, subscription: 'paused' })).toBe('suppress')
  expect(isStillWanted({ ...question, signature: 'quarantined' })).toBe('suppress')
  expect(settlementOf({ outcome: 'unknown' }, 'renewal-reminder', trying)).toMatchObject({ state: 'unknown' })
})
