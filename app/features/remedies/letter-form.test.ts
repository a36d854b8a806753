import { expect, test } from 'vitest'
import { letters } from '#prisma/demo/letters.ts'
import { deskForm } from '#app/features/sheets/form.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import { contentOf, typedOf } from '#app/features/sheets/typed.ts'
import { letterForm } from './letter-form.ts'
import { letterContent } from './schema.ts'

const desk = deskForm(letterForm)
const letter = letters.find(({ slug }) => slug === 'l10')?.content

test('every letter of the demonstration may be published as it is', () => {
  expect(letters.map(({ content }) => desk.problems(content))).toEqual(letters.map(() => ({})))
})

test.each([
  ['an [[if]] without its [[end]]', '[[if ftId]]\nA line.', { 'fr.body': 'remedies.errors.unclosed' }],
  ['a field that does not exist', 'A line about {{nothing}}.', { 'fr.body': 'remedies.errors.unknownField' }],
  ['an [[end]] by itself', 'A line.\n[[end]]', { 'fr.body': 'remedies.errors.stray' }],
  ['no words', '', { 'fr.body': 'remedies.errors.empty' }],
])('the desk refuses a letter with %s', (_, body, problems) => {
  if (!letter) throw new Error('there is no letter')
  expect(desk.problems({ ...letter, fr: { ...letter.fr, body } })).toEqual(problems)
})

test('the desk refuses a deadline that begins with no day', () => {
  const deadlines = [{ rule: 'D-OBS', from: 'lastName', fr: 'Dix jours.', en: 'Ten days.' }]
  expect(desk.problems({ ...letter, deadlines })).toEqual({ deadlines: 'remedies.errors.deadlineFrom' })
})

test('a fault in the address or the subject is told where it is put right', () => {
  if (!letter) throw new Error('there is no letter')
  const { fr } = letter
  expect(desk.problems({ ...letter, fr: { ...fr, addressee: '{{nothing}}', subject: 'A {{nobody}}' } })).toEqual({
    'fr.addressee': 'remedies.errors.unknownField',
    'fr.subject': 'remedies.errors.unknownField',
  })
  expect(desk.problems({ ...letter, fr: { ...fr, addressee: '[[if ftId]]\nFrance Travail' } })).toEqual({
    'fr.addressee': 'remedies.errors.unclosed',
  })
})

test('the desk refuses a letter to nobody, about nothing, or that is not explained; a card needs none of it', () => {
  if (!letter) throw new Error('there is no letter')
  const fr = { ...letter.fr, addressee: '', subject: '', body: '' }
  const en = { ...letter.en, addressee: '' }
  expect(desk.problems({ ...letter, fr, en })).toEqual({
    'fr.addressee': 'remedies.errors.empty',
    'fr.subject': 'remedies.errors.empty',
    'fr.body': 'remedies.errors.empty',
    'en.addressee': 'remedies.errors.empty',
  })
  expect(desk.problems({ ...letter, form: 'card', fr, en })).toEqual({})
  expect(desk.problems({ ...letter, en: { ...letter.en, explanation: ' ' } })).toEqual({
    'en.explanation': 'sheets.errors.missing',
  })
})

test('the desk refuses a deadline whose rule nobody knows', () => {
  const deadlines = [{ rule: 'D-NONE', from: 'sent', fr: 'Un jour.', en: 'One day.' }]
  expect(desk.problems({ ...letter, deadlines })).toEqual({ deadlines: 'remedies.errors.unknownRule' })
})

test.each(['firstNames', 'nothing=yes', 'about=never', 'about = ', 'about'])(
  'the desk refuses a deadline for a choice that cannot be made: %s',
  (when) => {
    const deadlines = [{ rule: 'D-GDPR', from: 'sent', when, fr: 'Réponse : un mois.', en: 'Reply: one month.' }]
    expect(desk.problems({ ...letter, deadlines })).toEqual({ deadlines: 'remedies.errors.deadlineWhen' })
    expect(
      desk.problems({ ...letter, deadlines: deadlines.map((one) => ({ ...one, when: 'about=penalty' })) }),
    ).toEqual({})
  },
)

test.each(['choice', 'checks'] as const)(
  'the desk refuses a field of the kind %s with nothing to choose from',
  (as) => {
    if (!letter) throw new Error('there is no letter')
    const words = { labelFr: 'Lequel', labelEn: 'Which', hintFr: '', hintEn: '', choicesFr: '', choicesEn: '' }
    const fields = [...letter.fields, { name: 'which', as, ...words, optional: true }]
    expect(desk.problems({ ...letter, fields })).toEqual({ fields: 'remedies.errors.noChoices' })
  },
)

test('a letter kept before deadlines knew a choice is for every choice', () => {
  const deadlines = [{ rule: 'D-GDPR', from: 'sent', fr: 'Un mois.', en: 'One month.' }]
  expect(letterContent.parse({ ...letter, deadlines }).deadlines).toMatchObject([{ rule: 'D-GDPR', when: '' }])
})

test('what the desk shows of a letter is what it keeps, the choice of a deadline too', () => {
  for (const { content } of letters) {
    const typed = typedOf(sheetJson.parse(content), letterForm.fields)
    expect(letterContent.parse(contentOf(typed, letterForm.fields))).toEqual(content)
  }
})
