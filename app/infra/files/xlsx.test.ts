import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { sheetName } from './xlsx-cell.ts'
import { xlsxStream, type Sheet } from './xlsx.server.ts'

const at = new Date('2026-01-31T12:00:00Z')

/** The parts of a workbook, by another program than the one that packed them. */
async function parts(sheet: Partial<Sheet> & Pick<Sheet, 'rows'>): Promise<Record<string, string>> {
  const file = await buffer(xlsxStream({ sheet: 'Signers', columns: ['day', 'name'], at, ...sheet }))
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

/** Cells as a spreadsheet reads them: XML first, then the signs written `_x0009_`. Numbers are told from text. */
function readCells(xml: string): (string | number)[][] {
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [
      ...row.matchAll(/<c\/>|<c><v>(.*?)<\/v><\/c>|<c s="\d" t="inlineStr"><is><t xml:space="preserve">(.*?)<\/t>/gs),
    ].map(([, number, text]) => {
      if (number !== undefined) return Number(number)
      const plain = (text ?? '').replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
      return plain.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    }),
  )
}

const rowsOf = async (rows: readonly (readonly (string | number)[])[]) =>
  readCells((await parts({ rows }))['xl/worksheets/sheet1.xml'] ?? '').slice(1)

const cell = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => Buffer.from(text).toString()),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '_x0041_', '&lt;', '<', "'", '\0'), fc.string())
    .map((two) => two.join('')),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
)

describe('a workbook', () => {
  test('holds its titles and its rows, numbers as numbers', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/workbook.xml': book } = await parts({
      rows: [['2026-01-31', 12]],
    })
    expect(readCells(sheet)).toEqual([
      ['day', 'name'],
      ['2026-01-31', 12],
    ])
    expect(book).toContain('<sheet name="Signers" sheetId="1" r:id="rId1"/>')
  })

  test('has no formula in it, whatever was typed', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await parts({
      rows: [['=1+1', '</t></is></c><c><f>1+1</f></c>']],
    })
    expect(sheet).not.toContain('<f>')
    expect(readCells(sheet)[1]).toEqual(['=1+1', '</t></is></c><c><f>1+1</f></c>'])
  })

  test('gives back every text as it was, also signs that XML knows not', async () => {
    const wild = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(wild, async (rows) => {
        expect(await rowsOf(rows)).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })

  test('goes on in a next sheet with the titles where one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, n) => [`day ${n}`, n])
    const made = await parts({ rows, linesOfASheet: 3 })
    const sheets = [1, 2, 3].map((n) => readCells(made[`xl/worksheets/sheet${n}.xml`] ?? ''))
    expect(sheets.map((sheet) => sheet.map(([first]) => first))).toEqual([
      ['day', 'day 0', 'day 1'],
      ['day', 'day 2', 'day 3'],
      ['day', 'day 4'],
    ])
    expect(made['xl/workbook.xml']).toContain('name="Signers (3)"')
  })

  test('has one sheet when there is no row', async () => {
    const made = await parts({ rows: [] })
    expect(Object.keys(made).filter((name) => name.includes('worksheets'))).toEqual(['xl/worksheets/sheet1.xml'])
  })

  test('has one sheet when its rows fill exactly one', async () => {
    const made = await parts({ rows: [['a', 1]], linesOfASheet: 2 })
    expect(made['xl/worksheets/sheet2.xml']).toBeUndefined()
  })

  test.each([
    ['a text that no cell holds', ['a'.repeat(32_768)]],
    ['a number that is none', [Number.NaN]],
  ])('is no file when there is %s', async (_, row) => {
    await expect(parts({ rows: [row] })).rejects.toThrow(RangeError)
  })

  test('ends with the error of its source', async () => {
    async function* broken() {
      yield await Promise.resolve(['a', 1])
      throw new Error('the database is gone')
    }
    await expect(parts({ rows: broken() })).rejects.toThrow('the database is gone')
  })

  test('lets its source go when nobody reads on, long before its end', async () => {
    let read = 0
    let letGo: (() => void) | undefined
    const released = new Promise<void>((resolve) => (letGo = resolve))
    async function* endless() {
      try {
        for (;;) {
          read += 1
          yield await Promise.resolve([`row ${read} ${Math.sin(read)}`, read])
        }
      } finally {
        letGo?.()
      }
    }
    const stream = xlsxStream({ sheet: 'x', columns: ['a', 'b'], rows: endless(), at })
    for await (const _ of stream) break
    await released
    expect(read).toBeLessThan(100_000)
  })
})

test.each([
  ['Signers', 1, 'Signers'],
  ["'A/B: what?' [1]'", 1, "A B  what '  1"],
  ['', 1, 'Sheet'],
  ['x'.repeat(40), 12, `${'x'.repeat(26)} (12)`],
])('a sheet named %j, part %i, is %j', (wanted, part, name) => {
  expect(sheetName(wanted, part)).toBe(name)
})
