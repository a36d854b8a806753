import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOfMinute } from './pace.ts'
import { isOwn, needsSecond } from './steps.ts'

test('the letters of sixty minutes are the letters of an hour, however slow or fast', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (perHour) => {
      const minutes = Array.from({ length: 60 }, (_, minute) => lettersOfMinute(perHour, minute))
      expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(perHour)
      const [fewest = 0, most = 0] = [minutes.toSorted((a, b) => a - b)[0], minutes.toSorted((a, b) => b - a)[0]]
      expect(most - fewest).toBeLessThanOrEqual(1)
    }),
  )
})

test('a second person is asked for many people, and for news that begin at once, however few', () => {
  const weight = { kind: 'signatures', fresh: 10, confirmedElsewhere: false, above: 10 } as const
  expect(needsSecond(weight)).toBe(false)
  expect(needsSecond({ ...weight, fresh: 11 })).toBe(true)
  expect(needsSecond({ ...weight, kind: 'subscribers', fresh: 1, confirmedElsewhere: true, above: Infinity })).toBe(
    true,
  )
  expect(needsSecond({ ...weight, kind: 'suppressions', fresh: 1000 })).toBe(false)
  const hands = { uploadedById: 'a', changedById: 'b', askedById: null }
  expect(['a', 'b', 'c'].map((id) => isOwn(id, hands))).toEqual([true, true, false])
})
