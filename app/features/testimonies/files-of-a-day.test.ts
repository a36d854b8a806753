import { expect, test } from 'vitest'
import { fullness, megabytesOf } from './files-of-a-day.ts'

test('what a deposit takes is counted as it is kept, filled up, and in whole megabytes', () => {
  const page = (bytes: number) => ({ bytes: new Uint8Array(bytes) })
  expect(megabytesOf([[page(1)]])).toBe(1)
  expect(megabytesOf([[page(600_000), page(600_000)]])).toBe(2)
  expect(megabytesOf([[page(2 ** 20)], [page(1)]])).toBe(3)
  expect(megabytesOf([])).toBe(0)
})

test('the team is told from four fifths on, and when somebody was refused', () => {
  const day = { taken: 0, most: 10, refused: false }
  expect(fullness({ ...day, taken: 7 })).toBeNull()
  expect(fullness({ ...day, taken: 8 })).toBe('nearly')
  expect(fullness({ ...day, taken: 10 })).toBe('full')
  expect(fullness({ ...day, taken: 1, refused: true })).toBe('full')
  expect(fullness({ ...day, most: 0 })).toBe('full')
})
