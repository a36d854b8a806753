import { expect, test } from 'vitest'
import { standingOf } from './rules/standing.ts'

const until = new Date('2026-04-30T12:00:00Z')
const known = { state: 'active', pausedUntil: null, leftAll: false, leftAlone: false }

test.each([
  [{}, 'subscribed'],
  [{ state: 'pending' }, 'waiting'],
  [{ state: 'unsubscribed' }, 'left'],
  [{ state: 'unsubscribed', leftAll: true }, 'left-all'],
  [{ state: 'bounced' }, 'left-alone'],
  [{ state: 'complained' }, 'left-alone'],
  [{ leftAlone: true }, 'left-alone'],
  [{ state: 'unsubscribed', leftAll: true, leftAlone: true }, 'left-alone'],
  // Of an earlier time: they asked again and confirmed.
  [{ leftAll: true }, 'subscribed'],
])('%o is told as “%s”', (more, is) => {
  expect(standingOf({ ...known, ...more })).toEqual({ is })
})

test('a pause is told with its day', () => {
  expect(standingOf({ ...known, state: 'paused', pausedUntil: until })).toEqual({ is: 'paused', until })
})
