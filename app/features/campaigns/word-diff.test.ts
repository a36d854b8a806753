import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readable, textDiff, wordDiff, type DiffPart } from './word-diff.ts'

const without = (kind: DiffPart['kind'], parts: readonly DiffPart[]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('two texts that are the same have nothing between them', () => {
  expect(wordDiff('Publier les règles.', 'Publier les règles.')).toEqual([
    { kind: 'same', text: 'Publier les règles.' },
  ])
  expect(wordDiff('', '')).toEqual([])
})

test('a word that was changed is shown between those that stayed', () => {
  expect(wordDiff('Publier les règles.', 'Publier toutes les règles.')).toEqual([
    { kind: 'same', text: 'Publier ' },
    { kind: 'added', text: 'toutes ' },
    { kind: 'same', text: 'les règles.' },
  ])
})

test('a passage written anew is read in one piece, not in crumbs', () => {
  expect(wordDiff('avant le premier mars 2026', 'avant la fin de l’année')).toEqual([
    { kind: 'same', text: 'avant ' },
    { kind: 'removed', text: 'le premier mars 2026' },
    { kind: 'added', text: 'la fin de l’année' },
  ])
})

test('whatever changed, both texts can be read out of the difference', () => {
  const text = fc.array(fc.constantFrom('règle', 'score', ' ', ', ', 'publier', '\n', '’', 'été', '*'), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [older, newer] = [a.join(''), b.join('')]
      const parts = wordDiff(older, newer)
      expect(without('added', parts)).toBe(older)
      expect(without('removed', parts)).toBe(newer)
    }),
  )
})

test('paragraphs that stayed are told from those that changed', () => {
  expect(textDiff('Un.\n\nDeux trois quatre.\n\nCinq.', 'Un.\n\nDeux trois six.\n\nCinq.')).toEqual([
    { kind: 'same', text: 'Un.' },
    {
      kind: 'changed',
      parts: [
        { kind: 'same', text: 'Deux trois ' },
        { kind: 'removed', text: 'quatre' },
        { kind: 'added', text: 'six' },
        { kind: 'same', text: '.' },
      ],
    },
    { kind: 'same', text: 'Cinq.' },
  ])
})

test('a new paragraph before one that changed is not taken for it', () => {
  const [first, second] = textDiff(
    'Les agents décident de tout ici.',
    'Tout nouveau.\n\nLes agents décident de peu ici.',
  )
  expect(first).toEqual({ kind: 'changed', parts: [{ kind: 'added', text: 'Tout nouveau.' }] })
  expect(second).toMatchObject({ kind: 'changed', parts: expect.arrayContaining([{ kind: 'removed', text: 'tout' }]) })
})

test('two long texts without a word in common are compared at once', () => {
  const text = (letter: string) => Array.from({ length: 4000 }, (_, n) => `${letter}${n}`).join(' ')
  const kinds = wordDiff(text('a'), text('b')).map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(['removed', 'added']))
})

test('Markdown is compared as it reads, and an address stays in sight', () => {
  expect(readable('## Titre\n\n**Un** [mot](https://example.org).')).toBe('Titre\n\nUn mot (https://example.org).')
})
