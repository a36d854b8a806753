import { expect, test } from 'vitest'
import { measure, parts, precision, recall, stopTypes, type Figures } from '../../../../bench/support/guard/corpus.ts'

test('the corpus has at least 1200 sentences, a third of them without anything to find', () => {
  const all = parts.flatMap(([, sentences]) => sentences)
  expect(all.length).toBeGreaterThanOrEqual(1200)
  expect(all.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(all.length / 3)
})

/** What is wrong, when it is too much. */
const tooMuch = (figures: Figures, bars: { recall: number; precision: number }) =>
  recall(figures) >= bars.recall && precision(figures) >= bars.precision ? [] : figures.mistakes

for (const [part, sentences] of parts) {
  test(`what must stop is found, and what is not is left, in the part ${part}`, () => {
    const figures = measure(sentences, (type) => stopTypes.has(type))
    expect(figures.labelled).toBeGreaterThan(40)
    expect(tooMuch(figures, { recall: 0.98, precision: 0.95 })).toEqual([])
  })

  test(`names are found in the part ${part}`, () => {
    const figures = measure(sentences, (type) => type === 'person')
    expect(figures.labelled).toBeGreaterThan(30)
    expect(tooMuch(figures, { recall: 0.9, precision: 0.9 })).toEqual([])
  })
}
