import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { sheetName, sheetRows, xlsxRow } from './xlsx-cell.ts'
import {
  contentTypes,
  packageRelations,
  sheetHead,
  sheetTail,
  styles,
  textStyle,
  titleStyle,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Sheet {
  /** What the tab is called. Signs that a tab may not have become blanks. */
  sheet: string
  /** The first line. */
  columns: readonly string[]
  rows: AsyncIterable<readonly (string | number)[]> | Iterable<readonly (string | number)[]>
  /** What the file says of when it was made. */
  at: Date
  /** Lines of one sheet with its titles: for tests. */
  linesOfASheet?: number
}

/** Text is handed on in pieces of about this many characters: a row at a time would cost more than it weighs. */
const piece = 1 << 16

async function* each<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row> {
  yield* rows
}

/** The rows of one source as sheet after sheet: what does not fit one goes on in the next. */
class Sheets {
  readonly #rows: AsyncGenerator<readonly (string | number)[]>
  #next: IteratorResult<readonly (string | number)[]> | null = null
  readonly #lines: number

  constructor(rows: Sheet['rows'], lines: number) {
    this.#rows = each(rows)
    this.#lines = lines
  }

  async isOver(): Promise<boolean> {
    this.#next ??= await this.#rows.next()
    return this.#next.done === true
  }

  async *xml(columns: readonly string[]): AsyncGenerator<string> {
    let text = sheetHead + xlsxRow(columns, titleStyle)
    for (let line = 1; line < this.#lines && !(await this.isOver()); line += 1) {
      if (this.#next?.done === false) text += xlsxRow(this.#next.value, textStyle)
      this.#next = null
      if (text.length < piece) continue
      yield text
      text = ''
    }
    yield text + sheetTail
  }

  async end(): Promise<void> {
    await this.#rows.return(undefined)
  }
}

/**
 * A workbook (ECMA-376) while it is being made: memory does not grow with the rows. Text is always text, never a formula;
 * rows beyond the 1,048,576 of a sheet go on in a next one. Whoever destroys the stream ends the source. What goes wrong in
 * the source, or a cell that no sheet can hold, destroys the stream with that error.
 */
export function xlsxStream(asked: Sheet): Readable {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  const over = new AbortController()
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  out.once('close', () => over.abort())
  zip.outputStream.pipe(out)
  void write(asked, { zip, signal: over.signal }).catch(fail)
  return out
}

interface Making {
  zip: yazl.ZipFile
  /** Nobody reads any more. */
  signal: AbortSignal
}

async function write(asked: Sheet, { zip, signal }: Making): Promise<void> {
  const { sheet, columns, rows, at: mtime, linesOfASheet = sheetRows } = asked
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime })
  add('[Content_Types].xml', contentTypes)
  add('_rels/.rels', packageRelations)
  add('xl/styles.xml', styles)
  const names: string[] = []
  const sheets = new Sheets(rows, linesOfASheet)
  try {
    do {
      names.push(sheetName(sheet, names.length + 1))
      const text = new PassThrough({ highWaterMark: piece })
      zip.addReadStream(text, `xl/worksheets/sheet${names.length}.xml`, { mtime })
      await pipeline(sheets.xml(columns), text, { signal })
    } while (!(await sheets.isOver()))
  } finally {
    await sheets.end()
  }
  add('xl/workbook.xml', workbook(names))
  add('xl/_rels/workbook.xml.rels', workbookRelations(names.length))
  zip.end()
}
