import { expect, test } from 'vitest'
import { checkAddressee } from './check-addressee.ts'
import { stopsIn } from './check-texts.ts'

const quote = '0190a1b2-1111-4222-8333-444455556666'
const known = { appUrl: 'https://petition.example.org', quotes: new Set([quote]), hasText: true }
const letter = { locale: 'fr', subject: 'Des personnes vous écrivent', words: 'Bonjour.' } as const
const found = (words: string) => checkAddressee({ ...letter, words }, known)
const stopCodes = (words: string) => stopsIn(found(words)).map(({ code }) => code)

test('a letter to the addressee may hold the blocks of updates, and is sent as it is', () => {
  expect(
    found(
      `## Bonjour\n\n**{{count}}** personnes ont signé.\n\n{{quote:${quote}}}\n\n[button: Lire](https://example.org/)\n\n{{signature}}`,
    ),
  ).toEqual([])
})

test.each([
  ['', 'missing-body'],
  ['{{prenom|vous}}', 'slot-unknown'],
  ['[plus bas](#suite)', 'dead-anchor'],
  ['[lire](https://example.org/?utm_source=lettre)', 'tracked-link'],
  ['[lire](https://u123.ct.sendgrid.net/ls/click)', 'tracker-site'],
  ['[moi](https://petition.example.org/fr/me/abc)', 'personal-link'],
  ['![carte](https://example.org/carte.png)', 'remote-image'],
  ['{{quote:0190a1b2-1111-4222-8333-000000000000}}', 'quote-gone'],
  ['Voir {{signature}} ici', 'slot-alone'],
  ['Bonjour {{name|vous}}', 'reader-field'],
  ['Bonjour {{name}}', 'reader-field'],
  ['De {{ department | loin }}', 'reader-field'],
] as const)('no letter to the addressee is proposed with %j: %s', (words, code) => {
  expect(stopCodes(words)).toEqual([code])
})

test('each finding says on which line it stands', () => {
  expect(found('Un\n\n{{name|x}}\n\n[a](#x)').map(({ line, code }) => [line, code])).toEqual([
    [3, 'reader-field'],
    [5, 'dead-anchor'],
  ])
})

test('a letter in a language in which the campaign has no text, or without a subject, is not proposed', () => {
  expect(checkAddressee({ ...letter, subject: '' }, { ...known, hasText: false }).map(({ code }) => code)).toEqual([
    'campaign-text',
    'missing-subject',
  ])
})
