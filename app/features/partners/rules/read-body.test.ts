import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

test('a body in order is read as the form would have sent it', () => {
  const body = { name: 'Camille', consent: true, news: false, showName: 'on', text: 2, locale: 'en', comment: null }
  expect(readBody(body)).toEqual({
    values: { name: 'Camille', consent: 'on', showName: 'on', text: '2' },
    locale: 'en',
    faults: {},
  })
})

test.each([
  ['a name that is a number', { name: 7 }, { name: 'partners.body.text' }],
  ['half a character', { name: 'Cam\uD800' }, { name: 'partners.body.text' }],
  ['NUL', { comment: 'a\0b' }, { comment: 'partners.body.text' }],
  ['a consent that is no tick', { consent: 'yes' }, { consent: 'partners.body.tick' }],
  ['a version that is a fraction', { text: 1.5 }, { text: 'partners.body.version' }],
  ['a language that we do not speak', { locale: 'de' }, { locale: 'partners.body.locale' }],
])('%s is a fault of its field', (_, body, faults) => {
  expect(readBody(body)?.faults).toEqual(faults)
})

test('what is no object is no body', () => {
  for (const json of [null, 7, 'x', true, []]) expect(readBody(json)).toBeNull()
})

test('whatever JSON comes, what is read of it is text without halves, and nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('name', 'consent', 'text', '__proto__'), fc.jsonValue()),
      (any, body) => {
        for (const json of [any, body])
          for (const value of Object.values(readBody(json)?.values ?? {}))
            expect(value).not.toMatch(/[\uD800-\uDFFF\0]/u)
      },
    ),
  )
})
