import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords, type DiffPart } from './words-diff.ts'

const written = (parts: readonly DiffPart[]) => parts.map(({ text }) => text).join('')
const marked = (parts: readonly DiffPart[]) => parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text)

test('words that were replaced by a bar are found on both sides, and nothing else', () => {
  const { before, after, changes } = compareWords(
    'Ma conseillère Bérengère Zqx, à Orléans, m’a dit non.',
    'Ma conseillère [[une conseillère]], à [[une ville]], m’a dit non.',
  )
  expect(marked(before)).toEqual(['Bérengère Zqx', 'Orléans'])
  expect(marked(after)).toEqual(['[[une conseillère]]', '[[une ville]]'])
  expect(changes).toBe(2)
})

test('the same text has no change', () => {
  expect(compareWords('Un récit.\n\nEn deux parties.', 'Un récit.\n\nEn deux parties.')).toEqual({
    before: [{ kind: 'same', text: 'Un récit.\n\nEn deux parties.' }],
    after: [{ kind: 'same', text: 'Un récit.\n\nEn deux parties.' }],
    changes: 0,
  })
})

const words = fc.array(fc.constantFrom('un', 'deux', 'trois', ',', '[[une ville]]', 'l’agence'), { maxLength: 40 })

test('each side is its whole text, and both sides agree on what they share', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const { before, after } = compareWords(a.join(' '), b.join(' '))
      expect(written(before)).toBe(a.join(' '))
      expect(written(after)).toBe(b.join(' '))
      const shared = (parts: readonly DiffPart[]) =>
        written(parts.filter(({ kind }) => kind === 'same')).replace(/\s+/g, '')
      expect(shared(before)).toBe(shared(after))
    }),
  )
})

test('two long texts that share nothing differ in one place', () => {
  expect(compareWords('a b '.repeat(10_000), 'c d '.repeat(12_000)).changes).toBe(1)
})
