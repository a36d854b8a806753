import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitHeaders, secondsToWait } from './quota.ts'

const noon = new Date('2026-02-01T12:00:00Z')
const ago = (seconds: number) => new Date(noon.getTime() - seconds * 1000)
const fresh = { perHour: 100, perDay: 1000, hourBegan: null, hourUsed: 0, dayBegan: null, dayUsed: 0 }

test('a key that was never used has all of its quota', () => {
  expect(limitHeaders(fresh, noon)).toEqual({
    'RateLimit-Policy': '"hour";q=100;w=3600, "day";q=1000;w=86400',
    RateLimit: '"hour";r=100;t=3600, "day";r=1000;t=86400',
  })
  expect(secondsToWait(fresh, noon)).toBe(0)
})

test('what was used is said, with the seconds until it is given back', () => {
  const used = { ...fresh, hourBegan: ago(600), hourUsed: 40, dayBegan: ago(4000), dayUsed: 300 }
  expect(limitHeaders(used, noon)['RateLimit']).toBe('"hour";r=60;t=3000, "day";r=700;t=82400')
})

test('who used up the day waits for the day, even when the hour is over', () => {
  const used = { ...fresh, hourBegan: ago(3600), hourUsed: 100, dayBegan: ago(80_000), dayUsed: 1000 }
  expect(secondsToWait(used, noon)).toBe(6400)
  expect(limitHeaders(used, noon)['RateLimit']).toBe('"hour";r=100;t=3600, "day";r=0;t=6400')
})

test('after the wait that was told, one more passes', () => {
  const began = fc.option(fc.integer({ min: 0, max: 200_000 }).map(ago))
  const count = fc.integer({ min: 0, max: 2000 })
  fc.assert(
    fc.property(began, count, began, count, (hourBegan, hourUsed, dayBegan, dayUsed) => {
      const used = { ...fresh, hourBegan, hourUsed, dayBegan, dayUsed }
      const later = new Date(noon.getTime() + secondsToWait(used, noon) * 1000)
      expect(secondsToWait(used, later)).toBe(0)
    }),
  )
})
