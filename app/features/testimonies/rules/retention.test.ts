import { expect, test } from 'vitest'
import { draftKeptUntil, keptUntil, usualTerms } from './retention.ts'

test('time runs from the last decision, and not while one is awaited', () => {
  const settledOn = '2026-08-31'
  expect(keptUntil({ state: 'declined', settledOn }, usualTerms)).toBe('2027-02-28')
  expect(keptUntil({ state: 'published', settledOn }, { ...usualTerms, original: 1 })).toBe('2026-09-30')
  for (const state of ['submitted', 'asked', 'held', 'proposed'] as const)
    expect(keptUntil({ state, settledOn }, usualTerms)).toBeNull()
  expect(keptUntil({ state: 'declined', settledOn: null }, usualTerms)).toBeNull()
})

test('the text of a refused testimony goes after thirty days, that of no other', () => {
  expect(draftKeptUntil({ state: 'declined', settledOn: '2026-02-01' }, usualTerms)).toBe('2026-03-03')
  expect(draftKeptUntil({ state: 'unpublished', settledOn: '2026-02-01' }, usualTerms)).toBeNull()
})
