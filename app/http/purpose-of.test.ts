import { expect, test } from 'vitest'
import { purposeOf } from './purpose-of.server.ts'

test('a report of what came back is limited as one, and the team’s desk of the barometer is not', () => {
  expect(purposeOf('/fr/score/remedies/barometer')).toBe('barometer')
  expect(purposeOf('/en/score/remedies/barometer')).toBe('barometer')
  expect(purposeOf('/admin/numbers/barometer')).toBeUndefined()
})
