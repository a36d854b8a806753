import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DiffPart } from '#app/features/campaigns/word-diff.ts'
import { fieldDiffs, isQuoted, redactionDiff } from './redaction-diff.ts'

const without = (kind: DiffPart['kind'], parts: readonly DiffPart[]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('what was removed and the bar in its place are read in one piece', () => {
  expect(redactionDiff('Ma conseillère, Mme Verdier, m’a dit.', 'Ma conseillère, [[nom retiré]], m’a dit.')).toEqual([
    { kind: 'same', text: 'Ma conseillère, ' },
    { kind: 'removed', text: 'Mme Verdier' },
    { kind: 'added', text: '[[nom retiré]]' },
    { kind: 'same', text: ', m’a dit.' },
  ])
})

test('the blank after a passage stays outside of it', () => {
  expect(redactionDiff('à l’agence de Lyon depuis janvier', 'à [[mon agence]] depuis janvier')).toEqual([
    { kind: 'same', text: 'à ' },
    { kind: 'removed', text: 'l’agence de Lyon' },
    { kind: 'added', text: '[[mon agence]]' },
    { kind: 'same', text: ' depuis janvier' },
  ])
})

test('both texts can be read out of what changed, to the last blank', () => {
  const text = fc
    .array(fc.constantFrom('Mme Verdier', ' ', '\n\n', ' \n', '[[une conseillère]]', '[[', ', ', 'été', '👋🏽', '.'), {
      maxLength: 30,
    })
    .map((some) => some.join(''))
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const parts = redactionDiff(older, newer)
      expect(without('added', parts)).toBe(older)
      expect(without('removed', parts)).toBe(newer)
    }),
    { numRuns: 1000 },
  )
})

test('a long text in one piece, with a name in each of its sentences, is compared word by word', () => {
  const told = Array.from(
    { length: 300 },
    (_, n) => `Phrase ${n} avec Mme Verdier, qui a dit non encore une fois.`,
  ).join(' ')
  const parts = redactionDiff(told, told.replaceAll('Mme Verdier', '[[une conseillère]]'))
  expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(
    Array.from({ length: 300 }, () => 'Mme Verdier'),
  )
})

test('only fields that read differently are shown', () => {
  const older = { title: 'Un contrôle', text: 'À Lyon.', contentWarning: '', quote: '' }
  expect(fieldDiffs(older, { ...older, text: 'À [[ma ville]].' }).map(({ field }) => field)).toEqual(['text'])
  expect(fieldDiffs(older, older)).toEqual([])
})

test('a quote is word for word in the text, or it is said', () => {
  const text = 'Un jour,\non m’a dit non. Puis rien. À [[mon agence]] on riait.'
  const quoted = (quote: string) => isQuoted({ title: '', contentWarning: '', text, quote })
  expect(quoted('Un jour, on m’a dit non.')).toBe(true)
  expect(quoted('on m’a dit non. […] À [[mon agence]] on riait.')).toBe(true)
  expect(quoted('On m’a dit oui.')).toBe(false)
  expect(quoted('')).toBe(true)
})
