import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvReader, EndlessRecord, longestRecord, readCsv } from './csv.ts'
import { decoding, EncodingLook, encodings, type Encoding } from './encoding.ts'
import { recogniseSeparator, separatorNames, separators } from './separator.ts'

/** What tools and people put into cells, and what breaks readers. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[",;|\t\r\n= @'a]{0,12}$/),
  fc.constantFrom('', '"', '""', '","', '\r\n', 'œuvre', '=1+1', 'sep=;', ' "x" '),
)
const clean = (cell: string) => cell.replaceAll(/[\u0000\uFEFF\uFFFD]|\p{Cs}/gu, '')
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(hostile.map(clean), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const written = (rows: readonly (readonly string[])[], separator: string, end: string) =>
  rows.map((row) => row.map(quoted).join(separator) + end).join('')

/** Latin letters only: what a table of one byte a letter can hold. */
const inLatin = (rows: readonly (readonly string[])[]) =>
  rows.map((row) =>
    row.map((cell) => [...cell].filter((letter) => /[\u0020-\u007E\t\r\n\u00C0-\u00FF]/.test(letter)).join('')),
  )

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const isWide = encoding.startsWith('utf-16')
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (!isWide) bytes.push(unit)
    else if (encoding === 'utf-16le') bytes.push(unit & 255, unit >> 8)
    else bytes.push(unit >> 8, unit & 255)
  }
  return Uint8Array.from(bytes)
}
const markOf: Record<Encoding, number[]> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'windows-1252': [],
  'iso-8859-15': [],
}

test('hostile cells come through every encoding, separator, line end and cut exactly', () => {
  const way = fc.record({
    encoding: fc.constantFrom(...encodings),
    separator: fc.constantFrom(...separatorNames),
    end: fc.constantFrom('\r\n', '\n', '\r'),
    marked: fc.boolean(),
    cut: fc.integer({ min: 1, max: 40 }),
  })
  fc.assert(
    fc.property(table, way, (rows, { encoding, separator, end, marked, cut }) => {
      const isLatin = encoding === 'windows-1252' || encoding === 'iso-8859-15'
      const cells = isLatin ? inLatin(rows) : rows
      const body = encode(written(cells, separators[separator], end), encoding)
      const bytes = Uint8Array.from([...(marked ? markOf[encoding] : []), ...body])
      const decoder = decoding(encoding)
      const reader = new CsvReader(separators[separator])
      const read: string[][] = []
      for (let at = 0; at < bytes.length; at += cut)
        read.push(...reader.push(decoder.push(bytes.subarray(at, at + cut))).map((record) => record.cells))
      read.push(
        ...reader.push(decoder.end()).map((record) => record.cells),
        ...reader.end().map((record) => record.cells),
      )
      expect(read).toEqual(cells)
    }),
    { numRuns: 400 },
  )
})

test('a record knows the line of the file on which it begins, whatever its cells hold', () => {
  const text = 'a;b\r\n"one\r\ntwo\nthree";2\r\n\r\nlast;3'
  expect(readCsv(text, ';')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['one\r\ntwo\nthree', '2'] },
    { line: 6, cells: ['last', '3'] },
  ])
})

test('rows of any length are rows, and quotes that tools forget to double are text', () => {
  expect(readCsv('a,b,c\n1\n1,2,3,4\n', ',').map(({ cells }) => cells)).toEqual([
    ['a', 'b', 'c'],
    ['1'],
    ['1', '2', '3', '4'],
  ])
  expect(readCsv('"He said "no" twice"\t"5" tall"\tplain "quote"\n', '\t').map(({ cells }) => cells)).toEqual([
    ['He said "no" twice', '5" tall', 'plain "quote"'],
  ])
})

test('a quote that is never closed is told with its line, and does not swallow the memory', () => {
  const reader = new CsvReader(',')
  expect(() => reader.push(`a,b\n1,"${'x'.repeat(longestRecord + 1)}`)).toThrow(EndlessRecord)
  expect(() => readCsv('a,b\n1,2\n3,"four', ',')).toThrow(expect.objectContaining({ line: 3 }))
})

const look = (bytes: Uint8Array): Encoding => {
  const looking = new EncodingLook()
  // In odd pieces: letters of several bytes are cut.
  for (let at = 0; at < bytes.length; at += 7) looking.push(bytes.subarray(at, at + 7))
  return looking.recognise()
}
const line = 'prénom;nom\r\nZoé;Lefèvre\r\n'

test('an encoding is recognised by its mark, its letters, or both when they disagree', () => {
  expect(look(encode(line, 'utf-8'))).toBe('utf-8')
  expect(look(encode(line, 'windows-1252'))).toBe('windows-1252')
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    expect(look(encode(line, encoding))).toBe(encoding)
    expect(look(Uint8Array.from([...markOf[encoding], ...encode(line, encoding)]))).toBe(encoding)
  }
  // 0xBD is œ in ISO-8859-15, and ½ in windows-1252.
  expect(look(Uint8Array.from([...encode('c', 'windows-1252'), 0xbd, ...encode('ur é', 'windows-1252')]))).toBe(
    'iso-8859-15',
  )
})

test('windows-1252 behind the mark of UTF-8 is understood, curly quotes and euro signs included', () => {
  const bytes = Uint8Array.from([
    0xef,
    0xbb,
    0xbf,
    ...encode('nom;ville\r\nD', 'windows-1252'),
    0x92,
    ...encode('Été;', 'windows-1252'),
    0x80,
    0x0d,
    0x0a,
  ])
  expect(look(bytes)).toBe('windows-1252')
  const decoder = decoding('windows-1252')
  expect(decoder.push(bytes) + decoder.end()).toBe('nom;ville\r\nD’Été;€\r\n')
})

test('a file that ends in the middle of a letter is no UTF-8', () => {
  expect(look(Uint8Array.from([...encode('Ren', 'utf-8'), 0xc3]))).toBe('windows-1252')
})

test('a separator is recognised by the table that it makes', () => {
  expect(recogniseSeparator('name,email\n"Doe, Jane",jane@example.org\n')).toBe('comma')
  expect(recogniseSeparator('nom;adresse\n"a, b, c";x@example.org\nd,e;y@example.org\n')).toBe('semicolon')
  expect(recogniseSeparator('a\tb\tc\n1,5\t2\t3\n')).toBe('tab')
  expect(recogniseSeparator('a|b\n1|2\n')).toBe('pipe')
  expect(recogniseSeparator('sep=|\na,b|c,d\n')).toBe('pipe')
  expect(recogniseSeparator('email\nx@example.org\n')).toBe('comma')
})
