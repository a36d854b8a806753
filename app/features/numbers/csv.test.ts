import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

/** A strict reader of RFC 4180, written from its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at))
      const plain = /^[^",\r\n]*/.exec(text.slice(at))
      at += (quoted ?? plain)?.[0].length ?? 0
      row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (plain?.[0] ?? ''))
      if (text[at] !== ',') break
      at += 1
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no end of line at ${at}`)
    at += 2
    rows.push(row)
  }
  return rows
}

/** What a spreadsheet may run, written apart from the rule it checks. */
const runs = (cell: string) =>
  ['\t', '\r', '\n', '\0'].some((control) => cell.startsWith(control)) ||
  '=+-@＝＋－＠−'.includes([...cell.replace(/^[\s\0-\x1F]+/u, ''), 'none'][0] ?? '')

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  "'",
  '＝',
  '＋',
  '－',
  '＠',
  '−',
  ' ',
  '"',
  ',',
  ';',
  '1',
  'a',
]
const hostile = fc
  .tuple(fc.array(fc.constantFrom(...starts), { maxLength: 4 }), fc.string({ unit: 'binary' }))
  .map(([start, rest]) => start.join('') + rest)
const cells = fc.array(fc.array(fc.oneof(hostile, fc.integer()), { minLength: 1, maxLength: 4 }), { maxLength: 6 })

describe('a cell of a CSV file', () => {
  test.each([
    ['2026-01-31', '2026-01-31'],
    ['Val-d’Oise', 'Val-d’Oise'],
    ['<10', '<10'],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['a;b', '"a;b"'],
    ['=1+1', "'=1+1"],
    ['+33', "'+33"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['  =1+1', "'  =1+1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['\t=1', '"\'\t=1"'],
    ['\0=1', '"\'\0=1"'],
    ['=HYPERLINK("https://example.org","x")', '"\'=HYPERLINK(""https://example.org"",""x"")"'],
  ])('%j is written %j', (text, written) => {
    expect(csvCell(text)).toBe(written)
  })

  test('a number stays a number, also below zero', () => {
    expect(csvLine([-3, 0, 1_234_567])).toBe('-3,0,1234567\r\n')
  })

  test('no text opens a formula', () => {
    fc.assert(
      fc.property(hostile, (text) => !runs(readCsv(csvLine([text]))[0]?.[0] ?? '')),
      { numRuns: 20_000 },
    )
  })

  test('what is written is read back, once the guarding apostrophe is taken away', () => {
    const taken = (cell: string) => (runs(cell.replace(/^'+/u, '')) && cell.startsWith("'") ? cell.slice(1) : cell)
    fc.assert(
      fc.property(cells, (rows) => {
        const back = readCsv(rows.map((row) => csvLine(row)).join('')).map((row) => row.map(taken))
        expect(back).toEqual(rows.map((row) => row.map(String)))
      }),
      { numRuns: 2000 },
    )
  })
})
