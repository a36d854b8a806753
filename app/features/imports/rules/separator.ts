import { EndlessRecord, readCsv, type CsvRecord } from './csv.ts'

export const separators = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const
export type Separator = keyof typeof separators
export const separatorNames = ['comma', 'semicolon', 'tab', 'pipe'] as const satisfies readonly Separator[]

/** Records that are looked at. */
const enough = 50

/** Excel’s own first line, which names the separator: `sep=;`. */
export const separatorLine = /^"?sep=(.)"?$/i

function tried(head: string, separator: Separator): CsvRecord[] {
  try {
    // The last one may be cut off in the middle.
    const records = readCsv(head, separators[separator])
    return records.length === 1 ? records : records.slice(0, -1).slice(0, enough)
  } catch (error) {
    if (error instanceof EndlessRecord) return []
    throw error
  }
}

/** How much of a table it makes: columns that every record has alike are worth more than many that differ. */
function score(records: readonly CsvRecord[]): number {
  const columns = records[0]?.cells.length ?? 0
  if (columns < 2) return 0
  const alike = records.filter(({ cells }) => cells.length === columns).length
  return (alike / records.length) * 100 + columns / 1000
}

/** The separator that makes a table of the beginning of a file. A file of one column has none, and is read with commas. */
export function recogniseSeparator(head: string): Separator {
  const [first = ''] = head.split(/\r\n|\n|\r/, 1)
  const said = separatorLine.exec(first)?.[1]
  const named = separatorNames.find((name) => separators[name] === said)
  if (named) return named
  let best: { name: Separator; score: number } = { name: 'comma', score: 0 }
  for (const name of separatorNames) {
    const found = score(tried(head, name))
    if (found > best.score) best = { name, score: found }
  }
  return best.name
}
