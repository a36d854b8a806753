import { expect, test } from 'vitest'
import { aField, aLetter, frenchFrame, typedByCamille } from '../../../../../e2e/support/a-letter.ts'
import { asPlainText } from './as-plain-text.ts'
import { compose } from './compose.ts'
import { parseTemplate } from './template.ts'
import { templateProblems } from './template-problems.ts'

const textOf = (body: string, typed: ReadonlyMap<string, string | readonly string[]> | null = typedByCamille) => {
  const { fr } = aLetter()
  const letter = aLetter({ fr: { ...fr, body }, enclosures: [] })
  return asPlainText(compose(letter, typed, frenchFrame))
    .split('\n\n')
    .slice(4, -1)
    .join('\n\n')
}

test('a letter is written with what was typed', () => {
  expect(asPlainText(compose(aLetter(), typedByCamille, frenchFrame)).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    `Camille Exemple
1 rue des Lilas
63000 Clermont-Ferrand

France Travail
Direction régionale

Clermont-Ferrand, le 3 mars 2026

Objet : observations sur un courrier du 1er mars 2026

Madame, Monsieur,

J’ai reçu le 1er mars 2026 un courrier. Il porte sur 1 234,50 €.

Premier paragraphe,
sur deux lignes.

Second paragraphe.

Je demande à être entendu.

Je vous demande :

1. de m’écouter ;
2. de renoncer à 1 234,50 € ;
3. de me répondre sur :
– les versements
– un score

Veuillez agréer, Madame, Monsieur, mes salutations distinguées.

Camille Exemple

Pièces jointes :
– copie du courrier
`,
  )
})

test('what is not typed yet is a blank, and items are numbered by what is left', () => {
  const text = asPlainText(compose(aLetter(), new Map([['firstNames', 'Camille']]), frenchFrame))
  expect(text).toContain('Camille …………\n…………\n\nFrance Travail')
  expect(text).toContain('…………, le …………')
  expect(text).toContain('J’ai reçu le ………… un courrier.\n\n…………\n\nMes observations suffisent.')
  expect(text).toContain('1. de m’écouter ;\n2. de me répondre sur :\n– …………')
  expect(text).not.toContain('☐')
})

test('a letter to fill in by hand has every passage it could have, with a box to keep or cross out', () => {
  const text = asPlainText(compose(aLetter(), null, frenchFrame))
  expect(text).toContain('un courrier. ☐ Il porte sur ………….')
  expect(text).toContain('☐ Je demande à être entendu.')
  expect(text).toContain('☐ Mes observations suffisent.')
  expect(text).toContain('2. ☐ de renoncer à ………… ;\n3. de me répondre sur :\n– ☐ les versements\n– ☐ un score')
  expect(text).not.toContain('Identifiant')
})

test('an e-mail and an identifier stand under the address only when they are given', () => {
  const more = new Map([...typedByCamille, ['email', 'camille@exemple.fr'], ['ftId', '1234567A']])
  const text = asPlainText(compose(aLetter(), more, frenchFrame))
  expect(text).toContain('63000 Clermont-Ferrand\ncamille@exemple.fr\nIdentifiant France Travail : 1234567A\n\n')
})

test('what somebody types is never read as a template', () => {
  for (const typed of ['{{lastName}}', '[[if sum]]', '[[end]]\n[[else]]', '{place}', '$& $1', '…………'])
    expect(textOf('{{facts}}', new Map([['facts', typed]]))).toBe(typed)
  expect(textOf('{{facts}}', new Map([['facts', '1. un\n- deux']]))).toBe('1. un\n- deux')
})

test('names that every object has are no fields', () => {
  expect(textOf('{{constructor}} {{toString}}')).toBe('………… …………')
})

test('conditions stand in each other and in the middle of a sentence', () => {
  const body =
    'Un\n[[if hearing=no]]\nnon\n[[else]]\n[[if parts=score]]\nscore\n[[end]]\n[[if parts=other]]\nautre\n[[end]]\n[[end]]\nfin.'
  expect(textOf(body)).toBe('Un score fin.')
})

test('a list after a paragraph begins again at one, unless its author goes on', () => {
  expect(textOf('1. un\n1. deux\n\ntexte\n\n1. trois\n\ntexte\n\n2. quatre')).toBe(
    '1. un\n2. deux\n\ntexte\n\n1. trois\n\ntexte\n\n2. quatre',
  )
})

test('a day that does not exist and an amount that is none leave a blank', () => {
  const typed = new Map([
    ['receivedOn', '2026-02-30'],
    ['sum', 'douze'],
  ])
  expect(textOf('{{receivedOn}} {{sum}}', typed)).toBe('………… …………')
})

test('amounts are read as people write them', () => {
  for (const typed of ['1234,5', '1 234.50', '1.234,50 €', '1\u202f234,50'])
    expect(textOf('{{sum}}', new Map([['sum', typed]])).replaceAll(/\s/g, ' ')).toBe('1 234,50 €')
})

test('a tag that makes no sense stays in the letter, and its author is told', () => {
  expect(parseTemplate('[[fi x]]\nA\n[[end]]\n[[else]]').problems).toEqual([
    'bad-tag:[[fi x]]',
    'end-without-if',
    'else-without-if',
  ])
  expect(parseTemplate('[[if x]]\n[[else]]\n[[else]]').problems).toEqual(['else-without-if', 'unclosed-if'])
  expect(textOf('[[fi x]]')).toBe('[[fi x]]')
})

test('an author is told what a letter asks for and does not have', () => {
  expect(templateProblems(aLetter())).toEqual([])
  const { fr, fields } = aLetter()
  const letter = aLetter({
    fr: {
      ...fr,
      addressee: '{{office}}\n[[if sum]]',
      subject: '{{nope}} [[if sum]]',
      body: '[[if hearing=maybe]]\n[[end]]\n[[if gone]]\n[[end]]',
    },
    fields: [...fields, aField('date', 'day'), aField('x', 'choice', { choicesFr: 'a: A' }), aField('y', 'checks')],
    deadlines: [{ rule: 'D-NONE', from: 'facts', when: 'hearing=maybe', fr: 'a', en: 'a' }],
  })
  expect(templateProblems(letter).map(({ at, code }) => [at, code])).toEqual([
    ['fr.addressee', 'unclosed-if'],
    ['fr.addressee', 'unknown-field:office'],
    ['fr.subject', 'bad-tag:{{nope}} [[if sum]]'],
    ['fr.subject', 'unknown-field:nope'],
    ['fr.body', 'unknown-field:gone'],
    ['fr.body', 'unknown-choice:hearing=maybe'],
    ['fields', 'twice:date'],
    ['fields', 'choices-differ:x'],
    ['fields', 'no-choices:y'],
    ['deadlines', 'unknown-rule:D-NONE'],
    ['deadlines', 'deadline-from:facts'],
    ['deadlines', 'deadline-when:hearing=maybe'],
  ])
})
