import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey, siteKey, writesFromItsSite } from './rules.ts'

test.each([
  ['L’Association des Amis', 'ASSOCIATION AMIS'],
  ['C.G.T. Éducation', 'cgt education'],
  ['Cœurs & Œuvres', 'Coeurs et Oeuvres'],
  ['The League of Voters', 'League  Voters'],
  ['Union locale — Lyon (69)', 'Union Locale Lyon 69'],
  ['Ｆｕｌｌｗｉｄｔｈ', 'fullwidth'],
])('%j and %j are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other))
})

test.each([
  ['Amis de Lyon', 'Amis de Paris'],
  ['Union 31', 'Union 32'],
  ['Ένωση', 'Союз'],
])('%j and %j are two', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other))
})

test('every name has a key, and the key of a key is itself', () => {
  expect(nameKey('La')).toBe('la')
  expect(nameKey('!!!')).toBe('!!!')
  expect(nameKey('︙'), 'nothing but what does not count').toBe('...')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const key = nameKey(name)
      expect(key).not.toBe('')
      expect(nameKey(key.normalize('NFC'))).toBe(nameKey(nameKey(key.normalize('NFC'))))
    }),
  )
})

test('a site is known by its host, and by the page where many share one', () => {
  expect(siteKey('https://www.example.org/fr/?a=1')).toBe(siteKey('https://example.org'))
  expect(siteKey('https://lyon.example.org/')).not.toBe(siteKey('https://example.org/'))
  expect(siteKey('https://www.facebook.com/Amis/')).toBe(siteKey('https://m.facebook.com/amis'))
  expect(siteKey('https://facebook.com/amis')).not.toBe(siteKey('https://facebook.com/ligue'))
})

test('an address of mail belongs to the site, or does not', () => {
  expect(writesFromItsSite('contact@example.org', 'https://www.example.org/')).toBe(true)
  expect(writesFromItsSite('contact@mail.example.org', 'https://example.org/')).toBe(true)
  expect(writesFromItsSite('contact@notexample.org', 'https://example.org/')).toBe(false)
  expect(writesFromItsSite('contact@example.org', null)).toBe(false)
})
