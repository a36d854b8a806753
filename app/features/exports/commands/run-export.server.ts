import { randomUUID } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { ageBytes } from '#app/infra/files/age.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { Measured, packed } from '../packed.server.ts'
import { countRows, dataBytes, openSnapshot, type Progress, type Snapshot } from '../queries/read-source.server.ts'
import { sourceOf, type Source } from '../queries/sources.server.ts'
import { keptFor, mostAttempts } from '../rules.ts'
import { exportFormats, exportKinds, type ExportFormat, type ExportKind } from '../schema.ts'
import { newFileAtRest, openFileKey, sealChunk } from '../sealed-file.server.ts'
import { gone } from './steer-export.server.ts'

/** Bytes of a piece of the file. */
const chunkBytes = 262_144
/** Seconds that a process may be silent before another one takes its work. */
const leaseSeconds = 30
/** Milliseconds after which it says again that it lives, and how far it is. */
const beatEvery = 1000

/** Somebody cancelled it, or another process took it over: what was written here belongs to nobody. */
class NoLongerOurs extends Error {
  override name = 'NoLongerOurs'
}

interface Run {
  id: string
  runner: string
  attempt: number
  campaignId: number
  slug: string
  kind: ExportKind
  format: ExportFormat
  people: boolean
  ageHeader: Buffer | null
  sealedFileKey: Buffer | null
}

type Claimed = Omit<Run, 'kind' | 'format' | 'runner'> & { kind: string; format: string }

const ours = `id = $1 and runner = $2 and state = 'running'`

/** Takes the oldest that waits for a worker, or whose worker fell silent. What that one wrote is deleted: it begins anew. */
async function claim(): Promise<Run | null> {
  const runner = randomUUID()
  const { rows } = await pool().query<Claimed>(
    `with next as (
       select id from export_job where state = 'queued' or (state = 'running' and lease_until < now())
       order by requested_at limit 1 for update skip locked
     ), taken as (
       update export_job j set state = 'running', runner = $1, lease_until = now() + interval '${leaseSeconds} seconds',
         attempt = attempt + 1, rows = 0, bytes = 0 from next where j.id = next.id returning j.*
     ), cleared as (
       delete from export_chunk where export_id in (select id from next)
     )
     select t.id::text, t.attempt, t.campaign_id as "campaignId", c.slug, t.kind, t.format, t.people, t.age_header as "ageHeader",
       t.sealed_file_key as "sealedFileKey" from taken t join campaign c on c.id = t.campaign_id`,
    [runner],
  )
  const row = rows[0]
  const kind = exportKinds.find((known) => known === row?.kind)
  const format = exportFormats.find((known) => known === row?.format)
  return row && kind && format ? { ...row, kind, format, runner } : null
}

/** Says that this process lives, and how far it is. Ends the work when it is not ours any more. */
function heartbeat({ id, runner }: Run, progress: Progress, lost: AbortController): () => void {
  const beat = () =>
    pool()
      .query(
        `update export_job set lease_until = now() + interval '${leaseSeconds} seconds', rows = $3 where ${ours}`,
        [id, runner, progress.rows],
      )
      .then(({ rowCount }) => {
        if (rowCount === 0) lost.abort(new NoLongerOurs())
      })
      .catch((error: unknown) => log.warn('an export could not say that it lives', { job: 'exports', id, error }))
  const timer = setInterval(() => void beat(), beatEvery)
  return () => clearInterval(timer)
}

/** The file cut into pieces of one size; the last is smaller. */
async function* pieces(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of file) {
    waiting.push(chunk)
    size += chunk.length
    if (size < chunkBytes) continue
    const all = Buffer.concat(waiting)
    let at = 0
    for (; all.length - at >= chunkBytes; at += chunkBytes) yield all.subarray(at, at + chunkBytes)
    waiting = [all.subarray(at)]
    size = all.length - at
  }
  if (size > 0) yield Buffer.concat(waiting)
}

function encrypted(run: Run, file: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const { people, ageHeader, sealedFileKey, id } = run
  if (ageHeader && sealedFileKey) return ageBytes({ header: ageHeader, fileKey: openFileKey(sealedFileKey, id) }, file)
  // The table refuses it too: nothing that names people is written in clear.
  if (people) throw new Error('An export with addresses has no key.')
  return file
}

interface Written {
  bytes: number
  sha256: Buffer
  sealedDataKey: Uint8Array<ArrayBuffer>
}

async function write(run: Run, file: AsyncIterable<Buffer>, signal: AbortSignal): Promise<Written> {
  const { id, runner } = run
  const { key, sealedDataKey } = newFileAtRest(id)
  const measured = new Measured()
  let n = 0
  for await (const piece of pieces(measured.through(file))) {
    signal.throwIfAborted()
    const { rowCount } = await pool().query(
      `insert into export_chunk (export_id, n, sealed) select id, $3, $4 from export_job where ${ours} for share`,
      [id, runner, n, Buffer.from(sealChunk(key, { id, n }, piece))],
    )
    if (rowCount === 0) throw new NoLongerOurs()
    n += 1
  }
  return { bytes: measured.bytes, sha256: measured.digest(), sealedDataKey }
}

/** The file is there, whole: from this commit on it is offered. */
async function finish(run: Run, { rows }: Progress, written: Written): Promise<void> {
  const { id, runner, kind, format, people } = run
  const { bytes, sha256, sealedDataKey } = written
  await db().$transaction(async (tx) => {
    const now = new Date()
    const ready = { state: 'ready', rows, bytes: BigInt(bytes), sha256: Uint8Array.from(sha256), sealedDataKey }
    const until = { readyAt: now, expiresAt: new Date(now.getTime() + keptFor) }
    const { count } = await tx.exportJob.updateMany({
      where: { id, runner, state: 'running' },
      data: { ...ready, ...until, sealedFileKey: null, ageHeader: null, runner: null, leaseUntil: null },
    })
    if (count === 0) throw new NoLongerOurs()
    const detail = { kind, format, people, rows, bytes, sha256: sha256.toString('hex') }
    await appendAudit(tx, { actor: null, action: 'export.made', subject: `export:${id}`, detail }, now)
  })
}

/** It cannot be made: nothing of it stays but its line. */
async function giveUp({ id, runner }: Run): Promise<void> {
  await db().$transaction(async (tx) => {
    const now = new Date()
    const { count } = await tx.exportJob.updateMany({
      where: { id, runner, state: 'running' },
      data: { state: 'failed', endedAt: now, ...gone },
    })
    if (count === 0) return
    await tx.exportChunk.deleteMany({ where: { exportId: id } })
    await appendAudit(tx, { actor: null, action: 'export.failed', subject: `export:${id}` }, now)
  })
}

async function make(run: Run, { source, snapshot }: { source: Source; snapshot: Snapshot }, stop: AbortController) {
  const { id, runner, kind, format, people, slug } = run
  const progress = { rows: 0 }
  await pool().query(`update export_job set expected_rows = $3 where ${ours}`, [
    id,
    runner,
    await countRows(snapshot, source),
  ])
  const silence = heartbeat(run, progress, stop)
  try {
    const facts = { id, kind, format, people, campaign: slug, asOf: snapshot.asOf, columns: source.columns }
    const file = packed(facts, dataBytes({ source, format }, snapshot, progress), progress)
    const written = await write(run, encrypted(run, file), stop.signal)
    await finish(run, progress, written)
  } finally {
    silence()
  }
}

/**
 * Makes the next file that is asked for. A process that dies in the middle leaves pieces that nobody is offered; half a minute
 * later another one begins anew, in a snapshot of its own. @returns whether there was one
 */
export async function runNextExport(signal?: AbortSignal): Promise<boolean> {
  const run = await claim()
  if (!run) return false
  if (run.attempt > mostAttempts) {
    await giveUp(run)
    return true
  }
  const stop = new AbortController()
  const quit = () => stop.abort(new NoLongerOurs())
  signal?.addEventListener('abort', quit, { once: true })
  const source = sourceOf(run.kind, run.campaignId, run.people)
  const snapshot = await openSnapshot(source)
  let isOver = false
  try {
    await make(run, { source, snapshot }, stop)
    isOver = true
  } catch (error) {
    await leave(run, error)
  } finally {
    signal?.removeEventListener('abort', quit)
    await snapshot.close(isOver)
  }
  return true
}

/** Left by its own process, an export may be taken by the next at once. */
async function leave(run: Run, error: unknown): Promise<void> {
  if (!(error instanceof NoLongerOurs)) {
    log.error('an export could not be made', { job: 'exports', id: run.id, error })
    if (run.attempt >= mostAttempts) return giveUp(run)
  }
  const { id, runner } = run
  // To be stopped with its process is no failure of its own.
  const tried = error instanceof NoLongerOurs ? 'attempt - 1' : 'attempt'
  await pool().query(
    `update export_job set state = 'queued', runner = null, lease_until = null, attempt = ${tried} where ${ours}`,
    [id, runner],
  )
}
