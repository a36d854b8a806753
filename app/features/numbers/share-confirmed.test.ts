import { expect, test } from 'vitest'
import { shareConfirmed } from './share-confirmed.ts'

const days = [
  { day: '2026-02-01', asked: 40, confirmed: 30 },
  { day: '2026-02-02', asked: 0, confirmed: 0 },
  { day: '2026-02-03', asked: 60, confirmed: 45 },
  { day: '2026-02-09', asked: 20, confirmed: 2 },
]

test('the share is of those whose time to confirm is over', () => {
  expect(shareConfirmed(days, '2026-02-05')).toEqual({
    from: '2026-02-01',
    to: '2026-02-03',
    asked: 100,
    confirmed: 75,
    settled: true,
  })
})

test('while everybody has time, it is of those who signed so far, and says so', () => {
  expect(shareConfirmed(days, '2026-01-01')).toMatchObject({ asked: 120, confirmed: 77, settled: false })
})

test('of fewer than ten people no share is told', () => {
  expect(shareConfirmed([{ day: '2026-02-01', asked: 9, confirmed: 9 }], '2026-03-01')).toBeNull()
  expect(shareConfirmed([], '2026-03-01')).toBeNull()
})
