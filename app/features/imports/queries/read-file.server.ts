import { db } from '#app/infra/db/prisma.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { piecePlace } from '../places.ts'
import { CsvReader, EndlessRecord, readCsv, type CsvRecord } from '../rules/csv.ts'
import { decoding, type Encoding } from '../rules/encoding.ts'
import { separatorLine, separators } from '../rules/separator.ts'
import type { Reading } from '../schema.ts'

/** Letters that are looked at to recognise how a file is written, and shown. */
const headLetters = 64 * 1024

async function findPiece(importId: number, n: number): Promise<Buffer | null> {
  const piece = await db().importPiece.findUnique({
    where: { importId_n: { importId, n } },
    select: { sealed: true },
  })
  return piece && Buffer.from(unseal(piece.sealed, piecePlace(importId, n)), 'base64')
}

/** The beginning of a file as text; empty when the file is gone. @throws SealBroken */
export async function findHead(importId: number, { encoding }: { encoding: Encoding }): Promise<string> {
  const piece = await findPiece(importId, 0)
  if (!piece) return ''
  const decoder = decoding(encoding)
  return (decoder.push(piece) + (piece.length < headLetters ? decoder.end() : '')).slice(0, headLetters)
}

/** The file was deleted, or a part of it is missing. */
export class FileGone extends Error {
  override name = 'FileGone'
}

/** Excel’s first line that names the separator is no row. */
const isRow = ({ line, cells }: CsvRecord) => line > 1 || cells.length !== 1 || !separatorLine.test(cells[0] ?? '')

async function* everyRecord(importId: number, { encoding, separator }: Reading): AsyncGenerator<CsvRecord> {
  const decoder = decoding(encoding)
  const reader = new CsvReader(separators[separator])
  const file = await db().dataImport.findUnique({ where: { id: importId }, select: { pieces: true } })
  for (let n = 0; n < (file?.pieces ?? 0); n += 1) {
    const piece = await findPiece(importId, n)
    // Half a file is no file: its end would be taken for the end of the run.
    if (!piece) throw new FileGone()
    yield* reader.push(decoder.push(piece)).filter(isRow)
  }
  yield* reader.push(decoder.end()).filter(isRow)
  yield* reader.end().filter(isRow)
}

export interface Rows {
  records: readonly CsvRecord[]
  /** Of the file, header not counted, once these were dealt with. */
  position: number
  isLast: boolean
}

/**
 * The rows of a file behind its header, some at a time, from a position on: the same bytes give the same rows in the same order, so that
 * a run that was broken off goes on where it was. @throws SealBroken, EndlessRecord, FileGone
 */
export async function* rowsOf(
  importId: number,
  reading: Reading,
  { from, atOnce }: { from: number; atOnce: number },
): AsyncGenerator<Rows> {
  let seen = reading.hasHeader ? -1 : 0
  let records: CsvRecord[] = []
  for await (const record of everyRecord(importId, reading)) {
    if (records.length === atOnce) {
      yield { records, position: seen, isLast: false }
      records = []
    }
    if (seen >= from) records.push(record)
    seen += 1
  }
  yield { records, position: seen < 0 ? 0 : seen, isLast: true }
}

export interface Beginning {
  /** Titles of the columns; numbers where there is no header. */
  header: string[]
  rows: CsvRecord[]
  /** The line on which a quote was opened and never closed. */
  fault: number | null
}

const rowsShown = 5

/** The first rows as they are understood. @throws SealBroken */
export async function findBeginning(importId: number, reading: Reading): Promise<Beginning> {
  const head = await findHead(importId, reading)
  let records: CsvRecord[]
  let fault: number | null = null
  try {
    const whole = readCsv(head, separators[reading.separator])
    // What the beginning cuts off in the middle is not shown.
    records = (head.length < headLetters ? whole : whole.slice(0, -1)).filter(isRow)
  } catch (error) {
    if (!(error instanceof EndlessRecord)) throw error
    // A quote that is open where the beginning ends may well be closed behind it.
    fault = head.length < headLetters ? error.line : null
    const before = head.split(/\r\n|\n|\r/).slice(0, Math.min(error.line - 1, rowsShown + 2))
    records = before.length === 0 ? [] : readCsv(before.join('\n'), separators[reading.separator]).filter(isRow)
  }
  const width = Math.max(0, ...records.slice(0, rowsShown + 1).map(({ cells }) => cells.length))
  const titles = reading.hasHeader ? (records[0]?.cells ?? []) : []
  const header = Array.from({ length: width }, (_, at) => titles[at]?.trim() ?? '')
  return { header, rows: records.slice(reading.hasHeader ? 1 : 0).slice(0, rowsShown), fault }
}
