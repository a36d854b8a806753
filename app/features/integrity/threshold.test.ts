import { expect, test } from 'vitest'
import { defaultTwoPeopleAbove, thresholdForm } from './schema.ts'

test('one person alone may let two people be needed earlier, and never later than a new installation does', () => {
  for (const above of ['0', '10', String(defaultTwoPeopleAbove)])
    expect(thresholdForm.parse({ above })).toEqual({ above: Number(above) })
  const refused = thresholdForm.safeParse({ above: String(defaultTwoPeopleAbove + 1) })
  expect(refused.error?.issues.map(({ message }) => message)).toEqual(['integrity.errors.thresholdHigh'])
})
