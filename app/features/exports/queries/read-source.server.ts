import { setImmediate as breathe } from 'node:timers/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { csvLine } from '#app/features/numbers/csv.ts'
import { pool, poolAs } from '#app/infra/db/pool.server.ts'
import { xlsxStream } from '#app/infra/files/xlsx.server.ts'
import type { ExportFormat } from '../schema.ts'
import { cellOf, type Cell } from './open-people.server.ts'
import type { Source } from './sources.server.ts'

/** Few enough that opening them takes a few milliseconds: whoever signs meanwhile waits no longer. */
const rowsAtOnce = 200
const plainRowsAtOnce = 2000

/** What a file shows: the state of one instant, however long it takes to write it. */
export interface Snapshot {
  asOf: Date
  client: pg.PoolClient
  /** Gives the connection back; one that is in the middle of something is closed. */
  close: (isOver: boolean) => Promise<void>
}

/** Holds one state of the database. Nothing waits for it, and who signs meanwhile is not in it. */
export async function openSnapshot({ role }: Source): Promise<Snapshot> {
  const client = await (role === null ? pool() : poolAs(role)).connect()
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    await client.query(`set local datestyle = 'ISO, YMD'`)
    // All rows are wanted: the plan that has the first one soonest is the slowest to the last.
    await client.query('set local cursor_tuple_fraction = 1.0')
    const { rows } = await client.query<{ now: Date }>('select now() as now')
    const asOf = rows[0]?.now ?? new Date()
    return {
      asOf,
      client,
      async close(isOver) {
        if (isOver) await client.query('commit').catch(() => {})
        client.release(!isOver)
      },
    }
  } catch (error) {
    client.release(true)
    throw error
  }
}

export const countRows = async ({ client }: Snapshot, { count }: Source): Promise<number> =>
  (await client.query<{ n: number }>(count)).rows[0]?.n ?? 0

/** How many rows have gone by. */
export interface Progress {
  rows: number
}

/** Batch after batch, opened where the source says so. */
async function* batchesOf(source: Source, { client }: Snapshot, progress: Progress): AsyncGenerator<Cell[][]> {
  const most = source.open ? rowsAtOnce : plainRowsAtOnce
  await client.query(`declare lines no scroll cursor for ${source.sql}`)
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `fetch ${most} from lines`, rowMode: 'array' })
    if (rows.length === 0) return
    yield source.open ? await source.open(rows, client) : rows.map((row) => row.map(cellOf))
    progress.rows += rows.length
    await breathe()
  }
}

const head = ({ columns }: Source) => columns.map(({ name }) => name)

/** Whether PostgreSQL can write the lines itself: nothing that people typed, nothing sealed. */
const isMachineMade = ({ columns, open }: Source) => !open && columns.every(({ type }) => type !== 'text')

/**
 * RFC 4180 ends a line with CRLF, PostgreSQL with LF. No value of these columns holds one. Read as Latin-1, which keeps every
 * byte as it is and costs less than any loop.
 */
function withCarriage(chunk: Buffer, progress: Progress): Buffer {
  const out = Buffer.from(chunk.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')
  progress.rows += out.length - chunk.length
  return out
}

async function* copied({ sql }: Source, { client }: Snapshot, progress: Progress): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`copy (${sql}) to stdout (format csv)`))
  // When the connection is closed in the middle it says so once more, to nobody: unheard, that would end the process.
  stream.on('error', () => {})
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield withCarriage(chunk, progress)
}

async function* csvBytes(source: Source, snapshot: Snapshot, progress: Progress): AsyncGenerator<Buffer> {
  yield Buffer.from(csvLine(head(source)))
  if (isMachineMade(source)) yield* copied(source, snapshot, progress)
  else for await (const rows of batchesOf(source, snapshot, progress)) yield Buffer.from(rows.map(csvLine).join(''))
}

async function* jsonBytes(source: Source, snapshot: Snapshot, progress: Progress): AsyncGenerator<Buffer> {
  const names = head(source)
  const line = (row: readonly Cell[]) =>
    `${JSON.stringify(Object.fromEntries(row.map((cell, at) => [names[at], cell])))}\n`
  for await (const rows of batchesOf(source, snapshot, progress)) yield Buffer.from(rows.map(line).join(''))
}

async function* eachRow(source: Source, snapshot: Snapshot, progress: Progress): AsyncGenerator<Cell[]> {
  for await (const rows of batchesOf(source, snapshot, progress)) yield* rows
}

async function* xlsxBytes(source: Source, snapshot: Snapshot, progress: Progress): AsyncGenerator<Buffer> {
  const rows = eachRow(source, snapshot, progress)
  for await (const chunk of xlsxStream({ sheet: 'Export', columns: head(source), rows, at: snapshot.asOf }))
    if (Buffer.isBuffer(chunk)) yield chunk
}

const writers = { csv: csvBytes, jsonl: jsonBytes, xlsx: xlsxBytes } as const satisfies Record<ExportFormat, unknown>

/**
 * The file, as it is read: memory does not grow with the rows. CSV as RFC 4180 has it (UTF-8, CRLF, safe from formulas), one
 * JSON object a line, or a workbook. `progress` grows with what has gone by.
 */
export const dataBytes = (
  { source, format }: { source: Source; format: ExportFormat },
  snapshot: Snapshot,
  progress: Progress,
): AsyncGenerator<Buffer> => writers[format](source, snapshot, progress)
