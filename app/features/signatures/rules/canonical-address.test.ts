import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalAddress, domainOf, standardRules, tableOf } from './canonical-address.ts'

test.each([
  ['Camille@Example.ORG', 'camille@example.org'],
  ['camille+petition@example.org', 'camille@example.org'],
  ['c.a.mille@gmail.com', 'camille@gmail.com'],
  ['c.amille+x@googlemail.com', 'camille@gmail.com'],
  ['c.amille@example.org', 'c.amille@example.org'],
  ['+tag@example.org', '+tag@example.org'],
  ['jean-paul.exemple@yahoo.fr', 'jean-paul.exemple@yahoo.fr'],
  ['camille-petition@example.org', 'camille-petition@example.org'],
  ['Ca.Mille@ProtonMail.com', 'camille@proton.me'],
  ['camille@pm.me', 'camille@proton.me'],
  ['camille@mac.com', 'camille@icloud.com'],
])('%s is the mailbox %s', (typed, mailbox) => {
  expect(canonicalAddress(typed)).toBe(mailbox)
})

test('the canonical form of a canonical form is itself', () => {
  const domain = fc.oneof(fc.domain(), fc.constantFrom(...standardRules.map((rule) => rule.domain).slice(1)))
  fc.assert(
    fc.property(fc.emailAddress(), domain, (address, other) => {
      const once = canonicalAddress(`${address.slice(0, address.lastIndexOf('@'))}@${other}`)
      expect(canonicalAddress(once)).toBe(once)
    }),
  )
})

test('a rule of the team takes the place of the one we brought', () => {
  const rules = tableOf([
    ...standardRules,
    { domain: 'example.org', ignoresDots: true, tags: '-', aliasOf: null },
    { domain: 'example.net', ignoresDots: false, tags: '', aliasOf: 'example.org' },
  ])
  expect(canonicalAddress('a.b-tag+x@example.net', rules)).toBe('ab@example.org')
})

test('aliases that lead in a circle come to an end', () => {
  const rules = tableOf([
    { domain: 'a.example', ignoresDots: false, tags: '+', aliasOf: 'b.example' },
    { domain: 'b.example', ignoresDots: false, tags: '+', aliasOf: 'a.example' },
  ])
  expect(domainOf(canonicalAddress('x@a.example', rules))).toMatch(/^[ab]\.example$/)
})
