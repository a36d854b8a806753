import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closesItsBars } from '../schema.ts'
import { barsOf, replaced, sameWords, wholeSpan, wordAt, type Span } from './bars.ts'
import { applied, editBetween, undone } from './edits.ts'

const pieces = fc.array(
  fc.constantFrom(
    'Mme Verdier',
    ' ',
    'été',
    '[[une conseillère]]',
    '[',
    ']',
    '\n\n',
    '. ',
    '06 39 98 12 34',
    '👋🏽',
    'a',
    '«',
  ),
  { maxLength: 14 },
)
/** A text whose bars are closed, as every text that was saved. */
const closedText = pieces.map((some) => some.join('')).filter(closesItsBars)
const textAndSpans = closedText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 3 },
    ),
    words: fc.oneof(fc.constantFrom('une conseillère', ']] [[x', '  ', '[', 'a\nb'), fc.string()),
  }),
)
const isInside = (at: number, spans: readonly Span[]) => spans.some(({ start, end }) => start <= at && at < end)

test('whatever is replaced by whatever words, bars stay closed', () => {
  fc.assert(
    fc.property(textAndSpans, ({ text, spans, words }) => {
      expect(closesItsBars(replaced(text, { spans, words }))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('around what is replaced every character stays where it was', () => {
  fc.assert(
    fc.property(textAndSpans, ({ text, spans }) => {
      const whole = spans.flatMap((span) => wholeSpan(text, span) ?? [])
      const kept = [...Array(text.length).keys()].filter((at) => !isInside(at, whole)).map((at) => text[at])
      const mark = '\uE000'
      const result = replaced(text, { spans, words: mark })
      const around = result.replaceAll(new RegExp(` ?\\[\\[${mark}\\]\\] ?`, 'g'), '').replaceAll(' ', '')
      expect(around).toBe(kept.join('').replaceAll(' ', ''))
    }),
    { numRuns: 2000 },
  )
})

test('a change that is undone leaves the text as it was, and done again as it became', () => {
  fc.assert(
    fc.property(textAndSpans, ({ text, spans, words }) => {
      const next = replaced(text, { spans, words })
      const nothing = { at: 0, removed: '', inserted: '' }
      const edit = editBetween(text, next) ?? nothing
      expect(applied(text, edit)).toBe(next)
      expect(applied(next, undone(edit))).toBe(text)
      expect(undone(undone(edit))).toEqual(edit)
    }),
  )
})

test('a change never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (older, newer) => {
      const edit = editBetween(older, newer)
      expect(`${edit?.removed}|${edit?.inserted}`).not.toMatch(/\p{Cs}/u)
    }),
  )
  expect(editBetween('👋', '👍')).toEqual({ at: 0, removed: '👋', inserted: '👍' })
})

test('words are replaced without the blanks beside them, with a capital where a sentence begins', () => {
  const text = 'Mme Verdier m’a dit non. Mme Verdier riait avec Mme Verdier.'
  const spans = sameWords(text, 'mme verdier')
  expect(spans).toHaveLength(3)
  expect(replaced(text, { spans, words: 'une conseillère' })).toBe(
    '[[Une conseillère]] m’a dit non. [[Une conseillère]] riait avec [[une conseillère]].',
  )
  expect(replaced('le 06 39 98 12 34 svp', { spans: [{ start: 2, end: 18 }], words: 'un numéro' })).toBe(
    'le [[un numéro]] svp',
  )
})

test('a selection that cuts a bar takes the whole of it', () => {
  const text = 'avec [[une conseillère]] hier'
  expect(wholeSpan(text, { start: 10, end: 20 })).toEqual({ start: 5, end: 24 })
  expect(replaced(text, { spans: [{ start: 9, end: 12 }], words: 'quelqu’un' })).toBe('avec [[quelqu’un]] hier')
})

test('without words, or on blanks alone, nothing is replaced', () => {
  expect(replaced('à Lyon', { spans: [{ start: 2, end: 6 }], words: ' [[ ' })).toBe('à Lyon')
  expect(replaced('à Lyon', { spans: [{ start: 1, end: 2 }], words: 'là' })).toBe('à Lyon')
})

test('where no bar is shown, neutral words stand alone', () => {
  expect(replaced('menaces de Lou', { spans: [{ start: 11, end: 14 }], words: '[[un proche]]', plain: true })).toBe(
    'menaces de un proche',
  )
})

test('the same words are found alone, in any case, however spaced, and not under a bar', () => {
  const text = 'Lyon, LYON, Lyonnais, [[Lyon]], à Lyon.'
  expect(sameWords(text, 'Lyon').map(({ start, end }) => text.slice(start, end))).toEqual(['Lyon', 'LYON', 'Lyon'])
  expect(sameWords('Mme\nVerdier (a+b)', 'Mme Verdier (a+b)')).toHaveLength(1)
  expect(sameWords('x', '  ')).toEqual([])
})

test('the keyboard stands on a word, on a bar, or between them', () => {
  expect(wordAt('à Saint-Denis, oui', 6)).toEqual({ start: 2, end: 13 })
  expect(wordAt('à [[mon agence]] oui', 6)).toEqual({ start: 2, end: 16 })
  expect(wordAt('à  oui', 2)).toBeNull()
  expect(barsOf('[[a]] [[b')).toEqual([{ start: 0, end: 5 }])
})
