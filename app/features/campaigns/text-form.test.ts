import { expect, test } from 'vitest'
import { demandsOf, readTexts, typedTexts, type TypedText } from './text-form.ts'

const text = (given: Partial<TypedText> = {}): TypedText => ({
  title: 'Un *titre*',
  addressee: 'À qui',
  ask: 'Nous demandons.',
  demands: 'Une.\nDeux.',
  body: 'Le texte.',
  easy: 'Facile.',
  consent: 'Je signe.',
  note: 'Une précision.',
  ...given,
})
const problemsOf = (fr: Partial<TypedText>, en: Partial<TypedText> = {}) => {
  const read = readTexts({ fr: text(fr), en: text(en) }, { first: false })
  return read.ok ? {} : read.problems
}

test('both languages are read as they will be published', () => {
  const read = readTexts({ fr: text(), en: text({ title: 'A *title*' }) }, { first: false })
  expect(read).toMatchObject({ ok: true, texts: { fr: { demands: ['Une.', 'Deux.'] }, en: { title: 'A *title*' } } })
})

test('what is missing is named in its own language', () => {
  expect(problemsOf({ title: '', body: '' }, { note: '' })).toEqual({
    titleFr: 'campaigns.errors.missing',
    bodyFr: 'campaigns.errors.missing',
    noteEn: 'campaigns.errors.missing',
  })
})

test('the first version has nothing to say about what changed', () => {
  expect(readTexts({ fr: text({ note: '' }), en: text({ note: '' }) }, { first: true }).ok).toBe(true)
})

test.each(['un*e', 'un *titre', '*un* et *deux*', '**gras**'])('a title sets one phrase in colour, not %j', (title) => {
  expect(problemsOf({ title })).toEqual({ titleFr: 'campaigns.errors.voice' })
})

test('the two languages ask the same number of things', () => {
  expect(problemsOf({}, { demands: 'One.' })).toEqual({ demandsEn: 'campaigns.errors.demandsDiffer' })
})

test('a number or a dash that the hand put before a demand is not part of it', () => {
  expect(demandsOf('1. Publier.\n\n - Prévenir.\n• 2026 sera l’année.\n')).toEqual([
    'Publier.',
    'Prévenir.',
    '2026 sera l’année.',
  ])
})

test('a draft may be unfinished, but holds no sign that lies', () => {
  expect(typedTexts.safeParse({ fr: {}, en: {} }).success).toBe(true)
  for (const title of ['a\u202Eb', 'a\u0000b', 'a'.repeat(281)])
    expect(typedTexts.safeParse({ fr: { ...text(), title }, en: text() }).success).toBe(false)
})
