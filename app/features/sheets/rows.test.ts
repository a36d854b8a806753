import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows, writeRows, type RowText } from './rows.ts'

const names = ['text', 'url', 'day'] as const

test('records are written as lines and read back', () => {
  const rows: RowText[] = [
    { text: 'Cour des comptes', url: 'https://example.org' },
    { text: 'Deux\n\nparagraphes', day: '2026-01-08' },
  ]
  const written = writeRows(rows, names)
  expect(written).toBe(
    'text: Cour des comptes\nurl: https://example.org\n\ntext: Deux\n  \n  paragraphes\nday: 2026-01-08',
  )
  expect(readRows(written, names)).toEqual(rows)
})

test('a name that comes again begins another record, and words without a name belong to the part before', () => {
  expect(readRows('text: one\ntwo\r\nurl: u\ntext: three', names)).toEqual([
    { text: 'one\ntwo', url: 'u' },
    { text: 'three' },
  ])
  expect(readRows('only words\n\n\n\nmore words', names)).toEqual([{ text: 'only words' }, { text: 'more words' }])
  expect(readRows(' \n\n', names)).toEqual([])
})

test('whatever is written in the parts comes back as it was', () => {
  const words = fc
    .string({ unit: 'binary' })
    .map((text) => text.replace(/\r/g, '').trim())
    .filter((text) => text !== '')
  const row = fc.record({ text: words, url: words, day: words }, { requiredKeys: ['text'] })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      expect(readRows(writeRows(rows, names), names)).toEqual(rows.map((one) => ({ ...one })))
    }),
  )
})
