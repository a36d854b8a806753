import { expect, test } from 'vitest'
import { deedLabel, shortSubject } from './deeds.ts'

test('a deed without words is shown as it was written down', () => {
  expect(deedLabel('staff.added')).toBe('staff.deeds.staffAdded')
  expect(deedLabel('toString')).toBeUndefined()
})

test('a subject is shortened where it is a long number', () => {
  expect(shortSubject('staff:d1f99fb4-2e99-4267-91d9-cd077dd6870a')).toBe('staff:d1f99fb4…')
  expect(shortSubject('campaign:12')).toBe('campaign:12')
})
