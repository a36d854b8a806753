/** One line of a table, with the line of the file on which it begins (from 1): what a person sees in an editor. */
export interface CsvRecord {
  line: number
  cells: string[]
}

/** Letters of one record. A quote that is never closed would make one cell of the rest of the file. */
export const longestRecord = 128 * 1024

/** A record that is longer than any table holds: most often a quote was opened on this line and never closed. */
export class EndlessRecord extends Error {
  override name = 'EndlessRecord'
  constructor(readonly line: number) {
    super('a record without an end')
  }
}

/**
 * Reads a table as it comes, in pieces of any size: RFC 4180 with any separator, and what tools write that is none. Lines end
 * with CRLF, LF or CR; a quote in the middle of a cell is text, and so is one inside a quoted cell that no separator follows. Empty
 * lines are none. What `end` gives is the last line, when no line end follows it.
 */
export class CsvReader {
  readonly #separator: string
  #cells: string[] = []
  #cell = ''
  /** Of the record that is being read. */
  #size = 0
  #state: 'start' | 'plain' | 'quoted' | 'after-quote' = 'start'
  #line = 1
  #begunAt = 1
  #afterReturn = false
  #done: CsvRecord[] = []

  constructor(separator: string) {
    this.#separator = separator
  }

  /** @returns the records that end in this piece. @throws EndlessRecord */
  push(text: string): CsvRecord[] {
    for (const letter of text) this.#take(letter)
    return this.#given()
  }

  /** @returns the last record, when the file ends without a line end. @throws EndlessRecord when it ends inside a quoted cell */
  end(): CsvRecord[] {
    if (this.#state === 'quoted') throw new EndlessRecord(this.#begunAt)
    if (this.#state !== 'start' || this.#cells.length > 0) this.#endRecord()
    return this.#given()
  }

  #given(): CsvRecord[] {
    const given = this.#done
    this.#done = []
    return given
  }

  #take(letter: string): void {
    const wasReturn = this.#afterReturn
    this.#afterReturn = letter === '\r'
    const isLineEnd = letter === '\n' || letter === '\r'
    if (isLineEnd && !(letter === '\n' && wasReturn)) this.#line += 1
    if (this.#state === 'quoted') return this.#inQuotes(letter)
    // The second half of a line end that ended a record already.
    if (letter === '\n' && wasReturn) return
    if (isLineEnd) return this.#endRecord()
    if (letter === this.#separator) return this.#endCell()
    if (letter === '"' && this.#state !== 'plain') {
      // Twice: a quote of the text. Once more at the beginning: a quoted cell.
      if (this.#state === 'after-quote') this.#add('"')
      this.#state = 'quoted'
      return
    }
    // It did not close the cell after all.
    if (this.#state === 'after-quote') {
      this.#add('"')
      this.#add(letter)
      this.#state = 'quoted'
      return
    }
    this.#state = 'plain'
    this.#add(letter)
  }

  #inQuotes(letter: string): void {
    if (letter === '"') this.#state = 'after-quote'
    else this.#add(letter)
  }

  #add(letter: string): void {
    this.#cell += letter
    this.#size += 1
    if (this.#size > longestRecord) throw new EndlessRecord(this.#begunAt)
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    this.#cell = ''
    this.#size += 1
    this.#state = 'start'
    if (this.#size > longestRecord) throw new EndlessRecord(this.#begunAt)
  }

  #endRecord(): void {
    const isEmpty = this.#cells.length === 0 && this.#state === 'start'
    this.#endCell()
    if (!isEmpty) this.#done.push({ line: this.#begunAt, cells: this.#cells })
    this.#cells = []
    this.#size = 0
    this.#begunAt = this.#line
  }
}

/** A whole text at once: what is shown before the mapping. @throws EndlessRecord */
export function readCsv(text: string, separator: string): CsvRecord[] {
  const reader = new CsvReader(separator)
  return [...reader.push(text), ...reader.end()]
}
