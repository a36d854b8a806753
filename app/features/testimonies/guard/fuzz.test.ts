import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parts } from '../../../../bench/support/guard/corpus.ts'
import { findIdentifiers, findStops } from './find-identifiers.ts'
import { neutralise, withoutStops } from './neutralise.ts'

const sentences = parts.flatMap(([, all]) => all)
const words = [...new Set(sentences.flatMap(({ text }) => text.split(/(?<= )/)))]
const labelled = sentences.flatMap(({ text, labels }) => labels.map(({ start, end }) => text.slice(start, end)))

/** Directions, what is invisible, signs that fold into several, halves of signs, other scripts and their digits. */
const odd =
  '\u200F|\u202E|\u2066|\u2069|\u200B|\u00AD|\uFEFF|\u0301|e\u0301|😀|👩‍👩‍👧|½|ﬁ|œ|٠٦|०६|𝟎𝟔|漢字|мама|שלום|مرحبا|ß|İ|ı|①|㎏|℡|№|\u2028|\0|\uD800|\uDC00|\n|[[|]]|.|,|/|-|(|)|@|0|06|33|+'
    .split('|')
    .filter(Boolean)

/** Pieces of true sentences, whole and torn numbers, and all that no sentence has, in any order. */
const patchwork = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...labelled),
      fc.constantFrom(...labelled).chain((label) => fc.nat(label.length).map((end) => label.slice(0, end))),
      fc.constantFrom(...odd),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.nat(99_999_999).map(String),
      fc.constant('a'.repeat(3000)),
    ),
    { maxLength: 40 },
  )
  .map((all) => all.join(''))

const halvesSign = (text: string, at: number) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
const neutral = (wording: string) => (wording === 'phone' ? 'numéro de téléphone' : 'mot neutre')

test('whatever scripts, marks and torn numbers stand side by side, findings lie in the text, in order, over whole signs', () => {
  fc.assert(
    fc.property(patchwork, (text) => {
      let last = 0
      for (const { start, end } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect([halvesSign(text, start), halvesSign(text, end)]).toEqual([false, false])
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 1000 },
  )
}, 30_000)

test('neutral words in the place of what stops, or of all that is found, leave nothing to stop for', () => {
  fc.assert(
    fc.property(patchwork, (text) => {
      const without = withoutStops(text, neutral)
      expect(findStops(without)).toEqual([])
      expect(withoutStops(without, neutral)).toBe(without)
      let replaced = text
      // What is replaced sets free what touched it: a writer is shown that next.
      for (let turn = 0; turn < 5; turn += 1) replaced = neutralise(replaced, findIdentifiers(replaced), neutral)
      expect(findStops(replaced)).toEqual([])
    }),
    { numRuns: 500 },
  )
}, 30_000)

test.each(['a', 'A', 'é', '1', '06', '\u202E', '\u0301', '😀', 'Dupont', '-', '@', 'م'])(
  'one word of half a million times %o is read',
  (unit) => {
    for (const { start, end } of findIdentifiers(unit.repeat(500_000 / unit.length))) expect(end).toBeGreaterThan(start)
  },
  20_000,
)
