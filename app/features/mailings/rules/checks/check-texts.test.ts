import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTexts, stopsIn } from './check-texts.ts'
import { isStop, stops } from './finding.ts'

const quote = '0190a1b2-1111-4222-8333-444455556666'
const known = { appUrl: 'https://petition.example.org', quotes: new Set([quote]) }
const fine = { subject: 'Une réponse', body: 'Bonjour.' }

/** Of the French text. */
const found = (body: string) =>
  checkTexts({ fr: { ...fine, body }, en: fine }, known).filter(({ locale }) => locale === 'fr')
const codes = (body: string) => found(body).map(({ code }) => code)
const ofSubject = (subject: string) =>
  checkTexts({ fr: { ...fine, subject }, en: fine }, known)
    .filter(({ field }) => field === 'subject')
    .map(({ code }) => code)

test('a text with everything that it may hold is sent as it is', () => {
  expect(
    codes(
      `## Titre\n\nBonjour {{name|à vous}}, {{department|chez vous}} : **{{count}}** signatures.\n\n` +
        `[la lettre](https://example.org/lettre?page=2#fin) ou <mailto:nous@example.org>\n\n` +
        `[button: Lire](https://petition.example.org/fr/score/updates)\n\n{{quote:${quote}}}\n\n{{signature}}`,
    ),
  ).toEqual([])
})

test.each([
  ['', 'missing-body'],
  [' \n\t', 'missing-body'],
  ['[plus bas](#suite)', 'dead-anchor'],
  ['[la page](/fr/score)', 'dead-link'],
  ['[x](javascript:alert(1))', 'dead-link'],
  ['[lire](https://example.org/?utm_source=lettre)', 'tracked-link'],
  ['[lire](https://example.org/?a=1&UTM_Campaign=x)', 'tracked-link'],
  ['[lire](https://example.org/?fbclid=1)', 'tracked-link'],
  ['https://example.org/?mc_eid=12', 'tracked-link'],
  ['[lire](https://example.us12.list-manage.com/track/click?u=1)', 'tracker-site'],
  ['[lire](https://u123.ct.sendgrid.net/ls/click)', 'tracker-site'],
  ['<https://bit.ly/3xyz>', 'short-link'],
  ['[lire](https://www.tinyurl.com/abc)', 'short-link'],
  ['[moi](https://petition.example.org/fr/unsubscribe/abc)', 'personal-link'],
  ['[moi](https://petition.example.org/en/me/abc)', 'personal-link'],
  ['[nous](https://petition.example.org/admin/mailings)', 'personal-link'],
  ['[lire](https://example.org/?qui={{name|x}})', 'own-mark-in-link'],
  ['[pour {{name|vous}}](https://example.org/)', 'own-mark-in-link'],
  ['[lire](https://example.org/?e=*|EMAIL|*)', 'own-mark-in-link'],
  ['https://example.org/{{name|x}}', 'own-mark-in-link'],
  ['![carte](https://example.org/carte.png)', 'remote-image'],
  ['![](media:0190)', 'image-unknown'],
  ['![carte](media:0190)', 'image-unknown'],
  ['{{prenom|vous}}', 'slot-unknown'],
  ['{{email|vous}}', 'slot-unknown'],
  ['{{ }}', 'slot-unknown'],
  ['{{count|3}}', 'slot-unknown'],
  ['un mot {{name', 'slot-unknown'],
  ['un mot }} de trop', 'slot-unknown'],
  ['{{name}}', 'slot-fallback'],
  ['{{name|}}', 'slot-fallback'],
  ['Voici {{signature}} ici', 'slot-alone'],
  [`Il dit {{quote:${quote}}}`, 'slot-alone'],
  ['{{quote:0190a1b2-1111-4222-8333-000000000000}}', 'quote-gone'],
  ['{{quote:rien}}', 'quote-gone'],
  ['Voir [button: Lire](https://example.org/) ici', 'button-alone'],
  ['[[{{name|vous}}]]', 'slot-as-typed'],
  ['[[ {{quote:0190a1b2-1111-4222-8333-444455556666}} ]]', 'slot-as-typed'],
  ['\\{{count}}', 'slot-as-typed'],
  ['- un\n- \\{\\{name|vous\\}\\}', 'slot-as-typed'],
  ['{name|vous}', 'slot-unknown'],
  ['Bonjour *|FNAME|*', 'slot-unknown'],
  ['Bonjour %%prenom%%', 'slot-unknown'],
  ['Bonjour ${prenom}', 'slot-unknown'],
  ['[button: {{quote:0190a1b2-1111-4222-8333-444455556666}}](https://example.org/)', 'slot-as-typed'],
  ['[button: {{count}}](https://example.org/)', 'slot-as-typed'],
  ['[button: Agir]', 'button-address'],
  ['[button : Agir] https://example.org/', 'button-address'],
  ['[ici](https://example.org/la page)', 'link-broken'],
  ['[ici](', 'link-broken'],
  ['[ici]()', 'dead-link'],
  ['[lire](https://example.org/#utm_source=lettre)', 'tracked-link'],
  ['[lire](https://example.org/#?utm_source=lettre)', 'tracked-link'],
  ['[lire](https://example.org/#/page?a=1&UTM%5Fmedium=lettre)', 'tracked-link'],
  ['[lire](https://example.org/?a=1;utm_source=lettre)', 'tracked-link'],
  ['[lire](https://example.org/page;utm_source=lettre)', 'tracked-link'],
  ['[lire](https://example.org/?vers=https%3A%2F%2Fexample.net%2F%3Futm_source%3Dlettre)', 'tracked-link'],
] as const)('nothing is sent with %j: %s', (body, code) => {
  expect(stopsIn(found(body)).map((one) => one.code)).toEqual([code])
})

test.each(['*a', '[ ', '{{name|x}} '])('nothing is sent with more of %j in a part than anybody writes', (piece) => {
  expect(found(`Un.\n\n${piece.repeat(2_000)}\n\nDeux.`)).toMatchObject([{ code: 'too-many-marks', line: 3 }])
})

test.each([
  ['Lire [ici].', ['words-in-brackets']],
  ['Lire [ici] et [là].', ['words-in-brackets', 'words-in-brackets']],
  ['[ici]\n\n[ici]: https://example.org/', []],
  ['Il dit « […] [sic] » [1] \\[ici\\] [[retiré]]', []],
  ['- [ ] à faire\n- [x] fait', []],
  ['[lire](https://example.org/#email) [là](https://example.org/#/liste;page=2)', []],
] as const)('of brackets without an address and of places in a page it is said: %j, %j', (body, expected) => {
  expect(codes(body)).toEqual(expected)
})

test('what stands between signs says on which line, also beside the same that is right', () => {
  const body = 'Bonjour {{name|vous}},\n\n> Un.\n> Deux.\n> [[{{name|vous}}]]\n\n[ici]\n'
  expect(found(body).map(({ code, line }) => [code, line])).toEqual([
    ['slot-as-typed', 5],
    ['words-in-brackets', 7],
  ])
})

test('links that only one language has are said, with both lists; the two versions of a page are one', () => {
  const inBoth = '[lui](https://example.org/lettre) [nous](https://petition.example.org/fr/score)'
  const fr = { subject: 'Une réponse', body: `${inBoth} https://example.org/carte` }
  const en = { subject: 'An answer', body: `${inBoth.replace('/fr/', '/en/')} [map](https://example.net/map)` }
  expect(checkTexts({ fr, en }, known)).toMatchObject([
    {
      code: 'other-links',
      severity: 'warn',
      only: { fr: ['https://example.org/carte'], en: ['https://example.net/map'] },
    },
  ])
  expect(checkTexts({ fr: { ...fr, body: inBoth }, en: { ...en, body: `Hello. ${inBoth}` } }, known)).toEqual([])
  expect(
    checkTexts({ fr, en: { ...en, body: '' } }, known).map(({ code }) => code),
    'what is not written yet lacks more than links',
  ).toEqual(['missing-body'])
})

test('each finding says on which line it stands, also when the same is written twice', () => {
  expect(found('Un\n\n[a](#x)\n\n- deux\n- [a](#x)\n').map(({ line, written }) => [line, written])).toEqual([
    [3, '[a](#x)'],
    [6, '[a](#x)'],
  ])
})

test.each([
  ['', ['missing-subject']],
  ['a'.repeat(60), []],
  ['a'.repeat(61), ['subject-length']],
  ['a'.repeat(151), ['subject-long']],
  ['Bonjour {{name|vous}}', ['subject-slot']],
  ['URGENT : SIGNEZ MAINTENANT', ['subject-capitals']],
  ['La CNIL répond', []],
])('of the subject %j it is said: %j', (subject, expected) => {
  expect(ofSubject(subject)).toEqual(expected)
})

test('a language that is missing and one that was not translated are said', () => {
  expect(
    checkTexts({ fr: fine, en: { subject: '', body: '' } }, known).map(({ locale, code }) => [locale, code]),
  ).toEqual([
    ['en', 'missing-subject'],
    ['en', 'missing-body'],
  ])
  expect(checkTexts({ fr: fine, en: { ...fine, subject: 'An answer' } }, known).map(({ code }) => code)).toEqual([
    'same-text',
  ])
})

test('what is looked at twice keeps nobody from sending', () => {
  expect(stopsIn(found('[lire](http://example.org/)'))).toEqual([])
  expect(stops.every(isStop)).toBe(true)
})

const pieces = [
  '{{',
  '}}',
  'name',
  '|',
  'quote:',
  '[',
  '](',
  ')',
  'https://example.org/',
  '#x',
  '!',
  '*',
  '\n\n',
  '- ',
  '> ',
  'mot ',
]
test('whatever is typed, the checks come to an end and every place is one of the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const body = parts.join('')
      const lines = found(body).map(({ line }) => line ?? 1)
      expect(lines.filter((line) => line > body.split('\n').length)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
