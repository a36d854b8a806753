import { expect, test } from 'vitest'
import { signatureForm } from './schema.ts'

const valid = { name: 'Camille Exemple', email: 'camille@example.org', postcode: '31000', consent: 'on' }
const errorsOf = (given: Record<string, string | undefined>) => {
  const parsed = signatureForm.safeParse({ ...valid, ...given })
  return parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path[0], issue.message])
}

test('four fields are enough, and nothing is consented to by silence', () => {
  expect(signatureForm.parse(valid)).toEqual({
    name: 'Camille Exemple',
    email: 'camille@example.org',
    postcode: '31000',
    country: 'FR',
    comment: null,
    consent: 'on',
    news: false,
    showName: false,
    text: null,
  })
})

test.each([
  ['a missing consent', { consent: undefined }, 'consent', 'signatures.errors.consentMissing'],
  ['an empty name', { name: '  ' }, 'name', 'signatures.errors.nameMissing'],
  ['a name of 121 characters', { name: 'é'.repeat(121) }, 'name', 'signatures.errors.nameTooLong'],
  ['a name that is an address of a site', { name: 'https://example.org' }, 'name', 'signatures.errors.nameInvalid'],
  ['a name that is one in wide letters', { name: 'ｗｗｗ．example.org' }, 'name', 'signatures.errors.nameInvalid'],
  ['a name that a mail program would decode', { name: '=?utf-8?Q?a?=' }, 'name', 'signatures.errors.nameInvalid'],
  ['a name with a line break hidden in it', { name: 'a\u202Eb' }, 'name', 'signatures.errors.nameInvalid'],
  ['an address without a domain', { email: 'camille' }, 'email', 'site.errors.emailInvalid'],
  ['no address', { email: '' }, 'email', 'site.errors.emailMissing'],
  ['two addresses', { email: 'a@example.org, b@example.org' }, 'email', 'site.errors.emailInvalid'],
  [
    'an address with a second recipient',
    { email: 'a@example.org\r\nBcc: b@example.org' },
    'email',
    'site.errors.emailInvalid',
  ],
  ['a French signature without a postcode', { postcode: '' }, 'postcode', 'signatures.errors.postcodeMissing'],
  ['a postcode that is none', { postcode: '96000' }, 'postcode', 'signatures.errors.postcodeInvalid'],
  ['a country that is none', { country: 'XX' }, 'country', 'signatures.errors.countryUnknown'],
  ['a comment of 501 characters', { comment: 'a'.repeat(501) }, 'comment', 'signatures.errors.commentTooLong'],
])('%s is an error next to its cause', (_, given, field, message) => {
  expect(errorsOf(given)).toContainEqual([field, message])
})

test.each([
  ['120 accented letters', { name: 'é'.repeat(120) }],
  ['one letter', { name: 'X' }],
  ['an apostrophe and a hyphen', { name: 'Anne-Sophie d’Œuvre' }],
  ['another alphabet', { name: 'Олена' }],
  ['an address in an international domain', { email: 'camille@exämple.org' }],
  ['no postcode outside France', { country: 'be', postcode: '' }],
  ['a postcode with a space', { postcode: '31 000' }],
])('%s is welcome', (_, given) => {
  expect(errorsOf(given)).toEqual([])
})

test.each([
  ['3', 3],
  ['', null],
  ['0', null],
  ['-1', null],
  ['2.5', null],
  ['1e3', null],
  ['99999999999', null],
  ['deux', null],
])('a form that says it shows version %j shows %j, and is never refused for it', (text, shown) => {
  expect(signatureForm.parse({ ...valid, text }).text).toBe(shown)
})
