import { beforeEach, expect, test, vi } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { throttle } from './throttle.server.ts'

const noon = Date.parse('2026-03-01T12:00:00Z')
const school = { network: 'school', shared: false, about: 'score' }

beforeEach(() => {
  vi.stubEnv('SIGN_BURST', '4/60')
  vi.stubEnv('SIGN_LIMIT', '10/300')
  for (const name of ['config', 'throttle-sign', 'throttle-enter']) forgetSingleton(name)
})

/** How many of these attempts, one every so many milliseconds, may go on. */
function passed(attempts: number, every: number, visitor = school): number {
  const waits = Array.from({ length: attempts }, (_, nth) => throttle('sign', visitor, noon + nth * every))
  return waits.filter((wait) => wait === 0).length
}

test('a burst is cut off, and the wait that is told is true', () => {
  expect(passed(4, 0)).toBe(4)
  const wait = throttle('sign', school, noon)
  expect(wait).toBe(15)
  expect(throttle('sign', school, noon + wait * 1000 - 1001)).toBeGreaterThan(0)
  expect(throttle('sign', school, noon + wait * 1000)).toBe(0)
})

test('what goes on slowly for long is cut off as well', () => {
  // One every 16 seconds never is a burst; the ten of five minutes and what is given back meanwhile are used up in time.
  expect(passed(60, 16_000)).toBeGreaterThan(25)
  expect(passed(60, 16_000)).toBeLessThan(50)
})

test('being refused costs nothing: the wait does not grow', () => {
  passed(4, 0)
  const [first, ...more] = Array.from({ length: 50 }, () => throttle('sign', school, noon))
  expect(new Set([first, ...more])).toEqual(new Set([15]))
})

test('one campaign’s crowd takes nothing from another’s, nor one network from another', () => {
  passed(4, 0)
  expect(throttle('sign', { ...school, about: 'other' }, noon)).toBe(0)
  expect(throttle('sign', { ...school, network: 'library' }, noon)).toBe(0)
  expect(throttle('enter', school, noon)).toBe(0)
  expect(throttle('sign', school, noon)).toBeGreaterThan(0)
})

test('a network that the team named as shared may do fifty times as much', () => {
  expect(passed(1000, 0, { ...school, shared: true })).toBe(200)
})

test('the loopback is no network', () => {
  const here = { network: null, shared: false, about: 'score' }
  expect(Array.from({ length: 1000 }, () => throttle('sign', here, noon)).every((wait) => wait === 0)).toBe(true)
})

test('a crowd of networks is forgotten in part, and never fills the memory', () => {
  passed(4, 0)
  for (let nth = 0; nth < 70_000; nth += 1) throttle('sign', { ...school, network: String(nth) }, noon)
  expect(throttle('sign', school, noon), 'the oldest begins anew').toBe(0)
  expect(throttle('sign', { ...school, network: '69999' }, noon)).toBe(0)
})
