import { expect, test } from 'vitest'
import { memoryText } from './memory-watch.ts'

const looks = (...seen: [letters: number, megabytes: number][]) =>
  seen.map(([letters, megabytes]) => ({ letters, megabytes }))

test('memory is measured from the ten thousandth letter to the last, and every step away counts', () => {
  const text = memoryText(looks([0, 300], [10_100, 600], [30_000, 640], [120_000, 611], [200_000, 650]))
  expect(text).toContain('600 MB at letter 10,000, 30,000: 640 MB, 100,000: 611 MB;')
  expect(text).toContain('600 MB to 650 MB: flat')
})

test('memory that grows is said not to be flat, and so is memory that falls', () => {
  expect(memoryText(looks([10_000, 600], [90_000, 651]))).toContain('NOT flat')
  expect(memoryText(looks([10_000, 600], [90_000, 549]))).toContain('NOT flat')
  expect(memoryText(looks([9999, 600]))).toContain('say nothing')
})
