import { expect, test } from 'vitest'
import { median, pairRatios, quantile, summarise } from './statistics.ts'

test('the median is the middle of an odd series, whatever its order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([7])).toBe(7)
})

test('the median of an even series lies between its two middle values', () => {
  expect(median([10, 2, 4, 8])).toBe(6)
})

test('numbers are sorted as numbers, not as text', () => {
  expect(median([100, 9, 10])).toBe(10)
  expect(quantile([100, 9, 10], 1)).toBe(100)
})

test('the median of nothing is not a number', () => {
  expect(median([])).toBeNaN()
})

test('a summary holds the median and both ends', () => {
  expect(summarise([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 })
})

test('the 99th percentile of a hundred answers is the second slowest', () => {
  const answers = Array.from({ length: 100 }, (_, at) => at + 1).toReversed()
  expect(quantile(answers, 0.99)).toBe(99)
  expect(quantile(answers, 0.5)).toBe(50)
})

test('each slice is divided by the limit measured beside it', () => {
  expect(pairRatios([100, 50, 200], [200, 150, 100])).toEqual([2, 3, 0.5])
})

test('a slice without its partner is refused', () => {
  expect(() => pairRatios([1, 2], [1])).toThrow('not pairs')
})
