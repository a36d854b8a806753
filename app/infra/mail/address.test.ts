import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiDomain } from './address.ts'

const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'abcxn0189-.'.split('')), minLength: 1, maxLength: most })

test('a domain that is taken as it stands is what the parser of addresses makes of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.domain(),
        letters(12),
        fc.tuple(letters(70), letters(4)).map((parts) => parts.join('.')),
      ),
      (domain) => {
        const found = asciiDomain(domain)
        fc.pre(found !== null)
        expect(new URL(`http://${domain}`).hostname).toBe(found)
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  ['Example.ORG', 'example.org'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
  ['xn--a.example', null],
  ['a--b.example', 'a--b.example'],
  ['-a.example', null],
  ['a-.example', null],
  ['127.0.0.1', null],
  ['0x7f.1', null],
  ['localhost', null],
  ['a..example', null],
  ['example.c', null],
  [`${'a'.repeat(64)}.example`, null],
  ['exa mple.org', null],
  ['example.org/path', null],
])('%s is %s', (domain, ascii) => {
  expect(asciiDomain(domain)).toBe(ascii)
})
