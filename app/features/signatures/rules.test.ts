import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalAddress } from './rules.ts'

test.each([
  ['Camille@Example.ORG', 'camille@example.org'],
  ['camille+petition@example.org', 'camille@example.org'],
  ['c.a.mille@gmail.com', 'camille@gmail.com'],
  ['c.amille+x@googlemail.com', 'camille@gmail.com'],
  ['c.amille@example.org', 'c.amille@example.org'],
  ['+tag@example.org', '+tag@example.org'],
])('%s is the mailbox %s', (typed, mailbox) => {
  expect(canonicalAddress(typed)).toBe(mailbox)
})

test('the canonical form of a canonical form is itself', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = canonicalAddress(address)
      expect(canonicalAddress(once)).toBe(once)
    }),
  )
})
