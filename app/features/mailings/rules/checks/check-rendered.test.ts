import { expect, test } from 'vitest'
import { checkTexts, stopsIn } from './check-texts.ts'

const known = { appUrl: 'https://petition.example.org', quotes: new Set<string>() }
const fine = { subject: 'Une réponse', body: 'Bonjour.' }
/** Of the French text. */
const found = (body: string) =>
  checkTexts({ fr: { ...fine, body }, en: { ...fine, subject: 'An answer' } }, known).filter(
    ({ locale }) => locale === 'fr',
  )
const stopCodes = (body: string) => stopsIn(found(body)).map(({ code }) => code)

test.each([
  ['[[https://x.example/?utm_source=z]]', 'tracked-link'],
  ['[[https://bit.ly/abc]]', 'short-link'],
  ['[[https://petition.example.org/fr/unsubscribe/TOKEN]]', 'personal-link'],
  ['[lire](https://x.example/?a=1&amp;utm_source=z)', 'tracked-link'],
  ['https://x.example/?a=1&amp;utm_source=z', 'tracked-link'],
  ['[lire](https://bit.ly./abc)', 'short-link'],
  ['[lire](https://example.list-manage.com./abc)', 'tracker-site'],
  ['[moi](https://petition.example.org./fr/me/TOKEN)', 'personal-link'],
  ['[moi](https://petition.example.org/fr/still/TOKEN)', 'personal-link'],
  ['[moi](https://petition.example.org/fr/%6de/TOKEN%)', 'personal-link'],
  ['[moi](https://petition.example.org/FR/Me/TOKEN)', 'personal-link'],
  ['[moi](https://petition.example.org//fr//me/TOKEN)', 'personal-link'],
  ['[moi](http://petition.example.org/fr/unsubscribe/TOKEN)', 'personal-link'],
  ['[moi](mailto:x@y.example?body=%2A%7CEMAIL%7C%2A)', 'own-mark-in-link'],
  ['evil.example/?n={{name|x}}', 'own-mark-in-link'],
  ['evil.example/**{{name|x}}**', 'own-mark-in-link'],
  ['evil.example/{{count}}{{name|x}}', 'own-mark-in-link'],
  ['{{name|x}}.fr', 'own-mark-in-link'],
  ['{{ department | là bas }}/page', 'own-mark-in-link'],
  ['[x]: https://y.example', 'missing-body'],
] as const)('what a letter would carry in the end is looked at: %j is %s', (body, code) => {
  expect(stopCodes(body)).toEqual([code])
})

test.each([
  'Bonjour {{name|à vous}}.',
  '**Bonjour {{name|à vous}}.** Et/ou {{department|chez vous}} : ({{count}}).',
  'Voir https://example.org/ ou 1/2, {{name|vous}}… merci.',
  'Mon conseiller [[retiré]] et [[https://example.org/page]].',
])('a sentence around a field is no address: %j', (body) => {
  expect(found(body)).toEqual([])
})

test.each(['- '.repeat(4000), '1. '.repeat(4000), '- '.repeat(60)])('a text nested too deeply is not sent', (deep) => {
  expect(stopCodes(`${deep}x\n\n[a](https://x.example/?utm_source=z)`)).toContain('too-nested')
})

test('the hundred findings that are shown hold what stops before what warns', () => {
  const body = `${'[a](http://b.example)\n\n'.repeat(300)}[a](#x)`
  expect(found(body)).toHaveLength(100)
  expect(stopCodes(body)).toEqual(['dead-anchor'])
})
