import { expect, test } from 'vitest'
import { organisationForm, readWebsite } from './schema.ts'

const form = organisationForm(['FR', 'BE'])
const filled = {
  name: '  Fédération  fictive ',
  kind: 'association',
  scope: 'Droits numériques, partout en France.',
  town: '',
  country: 'fr',
  website: 'www.example.org/presse#haut',
  personName: 'Dominique Exemple',
  personRole: 'Présidence',
  email: 'dominique@example.org',
  mandate: 'on',
}
const errorOf = (given: Record<string, string | undefined>) =>
  form.safeParse({ ...filled, ...given }).error?.issues[0]?.message

test('a filled form is read as it was meant', () => {
  expect(form.parse(filled)).toEqual({
    ...filled,
    news: false,
    name: 'Fédération fictive',
    town: null,
    country: 'FR',
    website: 'https://www.example.org/presse',
  })
})

test.each([
  [{ name: ' – ' }, 'organisations.errors.nameMissing'],
  [{ name: 'x'.repeat(161) }, 'organisations.errors.nameTooLong'],
  [{ name: 'Ligue <b>' }, 'organisations.errors.nameInvalid'],
  [{ name: 'Ligue \u202Egipj' }, 'organisations.errors.nameInvalid'],
  [{ kind: 'party' }, 'organisations.errors.kindMissing'],
  [{ scope: '' }, 'organisations.errors.scopeMissing'],
  [{ scope: 'é'.repeat(301) }, 'organisations.errors.scopeTooLong'],
  [{ country: 'ZZ' }, 'organisations.errors.countryUnknown'],
  [{ website: 'http://example.org' }, 'organisations.errors.websiteInvalid'],
  [{ personRole: undefined }, 'organisations.errors.personRoleMissing'],
  [{ email: 'nobody' }, 'site.errors.emailInvalid'],
  [{ mandate: undefined }, 'organisations.errors.mandateMissing'],
])('%j is answered with %s', (given, message) => {
  expect(errorOf(given)).toBe(message)
})

test('300 characters are 300 characters, whatever their bytes', () => {
  expect(errorOf({ scope: '𐐷'.repeat(300) })).toBeUndefined()
})

test.each([
  'javascript:alert(1)',
  'http://example.org',
  'ftp://example.org',
  'https://user:pass@example.org',
  'https://example.org:8443',
  'https://localhost',
  'https://127.0.0.1',
  'https://[::1]/',
  'https://exa mple.org',
  'data:text/html,x',
  '//example.org/<script>',
  `https://example.org/${'a'.repeat(300)}`,
])('%s is no website of an organisation', (typed) => {
  expect(readWebsite(typed)).toBeNull()
})

test('a website is https, with or without being told', () => {
  expect(readWebsite('example.org')).toBe('https://example.org/')
  expect(readWebsite('https://Ünion.example/été')).toBe('https://xn--nion-zra.example/%C3%A9t%C3%A9')
})

test('news are asked for by a tick and by nothing else', () => {
  const asked = (fields: object) => form.parse({ ...filled, ...fields }).news
  expect([asked({ news: 'on' }), asked({}), asked({ news: '' }), asked({ news: 'true' })]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
