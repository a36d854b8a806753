import { expect, test } from 'vitest'
import { letters } from '#prisma/demo/letters.ts'
import { deskForm } from '#app/features/sheets/form.ts'
import { letterForm } from './letter-form.ts'

const desk = deskForm(letterForm)
const [letter] = letters.flatMap(({ content }) => (content.form === 'letter' ? [content] : []))

test('every letter of the demonstration may be published as it is', () => {
  expect(letters.map(({ content }) => desk.problems(content))).toEqual(letters.map(() => ({})))
})

test.each([
  ['an [[if]] without its [[end]]', '[[if ftId]]\nA line.', { 'fr.body': 'remedies.errors.unclosed' }],
  ['a field that does not exist', 'A line about {{nothing}}.', { 'fr.body': 'remedies.errors.unknownField' }],
  ['an [[end]] by itself', 'A line.\n[[end]]', { 'fr.body': 'remedies.errors.stray' }],
])('the desk refuses a letter with %s', (_, body, problems) => {
  if (!letter) throw new Error('there is no letter')
  expect(desk.problems({ ...letter, fr: { ...letter.fr, body } })).toEqual(problems)
})

test('the desk refuses a deadline that begins with no day', () => {
  const deadlines = [{ rule: 'D-OBS', from: 'lastName', fr: 'Dix jours.', en: 'Ten days.' }]
  expect(desk.problems({ ...letter, deadlines })).toEqual({ deadlines: 'remedies.errors.deadlineFrom' })
})
