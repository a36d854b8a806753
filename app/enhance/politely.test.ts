import { expect, test } from 'vitest'
import { politely } from './politely.ts'

test('the first news is told at once, the next a minute later at the earliest', () => {
  const mayBeSaid = politely(60_000)
  expect([0, 20_000, 40_000, 59_999, 60_000, 80_000, 120_000].map(mayBeSaid)).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
    true,
  ])
})
