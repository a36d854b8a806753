import { expect, test } from 'vitest'
import { inOrder } from './history-order.ts'

const team = (kind: string, at: string, draftVersion = 1) => ({ kind, who: '0a1b', draftVersion, at: new Date(at) })
const witness = (kind: string, day: string, draftVersion = 1) => ({
  kind,
  who: 'witness',
  draftVersion,
  at: new Date(`${day}T00:00:00Z`),
})
/** The database gives them by their instant. */
const kindsOf = (steps: ReturnType<typeof team>[]) =>
  inOrder(steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())).map(({ kind }) => kind)

test('an approval stands after the proposal of the same day that it answers', () => {
  expect(
    kindsOf([
      team('drafted', '2026-02-04T09:00:00Z'),
      team('proposed', '2026-02-04T10:00:00Z'),
      witness('approved', '2026-02-04'),
      team('published', '2026-02-04T15:00:00Z'),
    ]),
  ).toEqual(['drafted', 'proposed', 'approved', 'published'])
})

test('the version tells which of two proposals was approved, and an answer stands after its question', () => {
  expect(
    kindsOf([
      team('asked', '2026-02-04T08:00:00Z', 0),
      witness('answered', '2026-02-04', 0),
      team('proposed', '2026-02-04T10:00:00Z', 1),
      witness('amended', '2026-02-04', 1),
      team('proposed', '2026-02-04T12:00:00Z', 2),
      witness('approved', '2026-02-04', 2),
    ]),
  ).toEqual(['asked', 'answered', 'proposed', 'amended', 'proposed', 'approved'])
})

test('without what called for it that day, a step of the witness stands at the beginning of its day, a withdrawal at its end', () => {
  expect(
    kindsOf([
      team('proposed', '2026-02-03T23:30:00Z'), // half past midnight of the fourth in Paris
      team('claimed', '2026-02-05T09:00:00Z'),
      witness('approved', '2026-02-05'),
      witness('uses-changed', '2026-02-05'),
      witness('withdrawn', '2026-02-05'),
    ]),
  ).toEqual(['proposed', 'approved', 'uses-changed', 'claimed', 'withdrawn'])
})
