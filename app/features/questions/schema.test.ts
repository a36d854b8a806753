import { expect, test } from 'vitest'
import { faqQuery, readFaqSearch } from './faq-search.ts'
import { askedStep, entryStep, lookForm, sendForm } from './schema.ts'

const errorsOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]))

test('a message has 10 to 2,000 characters, and says what it is', () => {
  expect(errorsOf(lookForm.safeParse({ kind: 'question', text: ' court ' }))).toEqual({
    text: 'questions.errors.textTooShort',
  })
  expect(errorsOf(lookForm.safeParse({ text: 'é'.repeat(2001) }))).toEqual({
    kind: 'questions.errors.kindMissing',
    text: 'questions.errors.textTooLong',
  })
  expect(lookForm.safeParse({ kind: 'objection', text: '🙂'.repeat(2000) }).success).toBe(true)
  expect(errorsOf(sendForm.safeParse({ kind: 'correction', text: 'Une date est fausse.' }))).toEqual({
    wish: 'questions.errors.wishMissing',
  })
})

const words = { theme: 'act', questionFr: 'Que faire ?', answerFr: 'Regardez la date.', questionEn: '', answerEn: ' ' }

test('an entry has one language whole, or both', () => {
  const propose = (change: object) => askedStep.safeParse({ intent: 'propose', revision: '1', ...words, ...change })
  expect(propose({}).data).toMatchObject({ questionEn: '', answerEn: '' })
  expect(errorsOf(propose({ questionEn: 'What now?' }))).toEqual({ answerEn: 'questions.errors.otherHalf' })
  expect(errorsOf(propose({ answerFr: '' }))).toEqual({ answerFr: 'questions.errors.otherHalf' })
  expect(errorsOf(propose({ questionFr: '', answerFr: '' }))).toEqual({ questionFr: 'questions.errors.oneLanguage' })
  expect(errorsOf(propose({ questionFr: 'Qui répond au 06 12 34 56 78 ?' }))).toEqual({
    questionFr: 'questions.errors.identifies',
  })
  expect(propose({ answerFr: 'Appelez le 06 12 34 56 78.' }).success, 'how a body is reached').toBe(true)
  expect(errorsOf(propose({ questionFr: 'x'.repeat(301) }))).toEqual({ questionFr: 'questions.errors.lineTooLong' })
})

test('an entry has days that exist', () => {
  const publish = (change: object) =>
    entryStep.safeParse({
      intent: 'publish',
      revision: '3',
      ...words,
      verifiedOn: '2026-03-01',
      checkBy: '',
      noteFr: '',
      noteEn: '',
      ...change,
    })
  expect(publish({}).success).toBe(true)
  expect(errorsOf(publish({ verifiedOn: '2026-02-30' }))).toEqual({ verifiedOn: 'questions.errors.day' })
  expect(errorsOf(publish({ checkBy: 'bientôt' }))).toEqual({ checkBy: 'questions.errors.day' })
})

test('a button that is none of ours does nothing', () => {
  expect(errorsOf(askedStep.safeParse({ intent: 'drop', revision: '1' }))).toEqual({ intent: 'questions.errors.stale' })
  expect(entryStep.safeParse({ intent: 'retire', revision: '99999999999' }).success).toBe(false)
})

test('a search is one line of a hundred characters, always spelled alike in an address', () => {
  const read = (query: string) => readFaqSearch(new URLSearchParams(query))
  expect(read('q=%20deux%0A%0Amots%00&utm_source=x')).toBe('deux mots')
  expect([...read(`q=${'🙂'.repeat(300)}`)]).toHaveLength(100)
  expect(faqQuery(read('q=d%C3%A9lai'))).toBe('?q=d%C3%A9lai')
  expect(faqQuery('')).toBe('')
})

test('the number of an entry is one that the database can hold', () => {
  for (const step of [
    { parse: askedStep, typed: { intent: 'point', revision: '1', entry: '2147483648', pointWords: '' } },
    { parse: entryStep, typed: { intent: 'merge', revision: '1', into: '2147483648' } },
  ])
    expect(step.parse.safeParse(step.typed).success).toBe(false)
})
