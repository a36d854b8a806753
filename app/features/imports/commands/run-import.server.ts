import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { EndlessRecord } from '../rules/csv.ts'
import { isKnownReason, mostRows, type Refusal } from '../schema.ts'
import { findPlan, type Plan } from '../queries/plan.server.ts'
import { FileGone, rowsOf, type Rows } from '../queries/read-file.server.ts'
import { dealWith, type Seen } from './bring-in/deal.server.ts'

/** Rows of one transaction. It takes a fraction of a second; whoever pauses waits no longer. */
const atOnce = 500

const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db().$transaction(work, { timeout: 60_000 })

/** Holds the row, when this import is still where and what this run thinks. Of two processes one finds it so. */
async function hold(tx: Transaction, { id, state }: Plan, position: number): Promise<boolean> {
  const held = await tx.$queryRaw<{ id: number }[]>`
    select id from data_import
    where id = ${id} and state = ${state}::import_state and not paused and position = ${position}
    for update skip locked`
  return held.length === 1
}

const noteRefusals = (tx: Transaction, id: number, refusals: readonly Refusal[]) =>
  tx.$executeRawUnsafe(
    `insert into import_refusal (import_id, line, "column", reason)
     select $1, line, "column", reason from unnest($2::int[], $3::int[], $4::text[]) as t(line, "column", reason)
     on conflict (import_id, line) do update set "column" = excluded."column", reason = excluded.reason`,
    id,
    refusals.map(({ line }) => line),
    refusals.map(({ column }) => column),
    refusals.map(({ reason }) => reason),
  )

interface Step {
  plan: Plan
  /** Where this run stands. */
  position: number
  seen: Seen | null
  now: Date
}

/** Some rows, what became of them, and the position behind them: all or nothing. @returns whether it was ours to do */
const step = ({ plan, position, seen, now }: Step, rows: Rows): Promise<boolean> =>
  inTransaction(async (tx) => {
    if (!(await hold(tx, plan, position))) return false
    const dealt = await dealWith({ tx, plan, today: parisDay(now), now, seen }, rows.records)
    if (dealt.refusals.length > 0) await noteRefusals(tx, plan.id, dealt.refusals)
    const known = dealt.refusals.filter(({ reason }) => isKnownReason(reason)).length
    const counted = {
      fresh: { increment: dealt.fresh },
      known: { increment: known },
      refused: { increment: dealt.refusals.length - known },
    }
    const isPeople = plan.state === 'running' && (plan.kind === 'signatures' || plan.kind === 'subscribers')
    const apart = isPeople ? { [plan.activates ? 'confirmed' : 'waiting']: { increment: dealt.fresh } } : {}
    const row = await tx.dataImport.update({
      where: { id: plan.id },
      data: { position: rows.position, ...counted, ...apart },
      select: { fresh: true, known: true, refused: true },
    })
    if (rows.isLast) await finish(tx, { plan, total: rows.position, counts: row, now })
    return true
  })

interface Finishing {
  plan: Plan
  total: number
  counts: { fresh: number; known: number; refused: number }
  now: Date
}

/** The end of the file. What was brought in needs the file no more, and it goes in the same commit. */
async function finish(tx: Transaction, { plan, total, counts, now }: Finishing): Promise<void> {
  const { id } = plan
  if (plan.state === 'checking') {
    await tx.dataImport.update({ where: { id }, data: { state: 'checked', total } })
    return
  }
  await tx.importPiece.deleteMany({ where: { importId: id } })
  await tx.dataImport.update({ where: { id }, data: { state: 'done', total, finishedAt: now, fileDeletedAt: now } })
  const detail = { ...counts, total, sha256: plan.sha256, kind: plan.kind }
  await appendAudit(tx, { actor: null, action: 'import.finished', subject: `import:${id}`, detail }, now)
}

/** A check looks at the file from its beginning: what it saw of it before is in no table. */
const beginCheck = (id: number) =>
  inTransaction(async (tx) => {
    const { count } = await tx.dataImport.updateMany({
      where: { id, state: 'checking' },
      data: { position: 0, fresh: 0, known: 0, refused: 0, total: null, fault: null, faultLine: null },
    })
    if (count === 1) await tx.importRefusal.deleteMany({ where: { importId: id } })
    return count === 1
  })

/** A file that cannot be read on: a person has to look. Nothing is taken back by it. */
const stop = (id: number, fault: 'endless' | 'too-many' | 'unreadable', line: number | null) =>
  db().dataImport.updateMany({
    where: { id, state: { in: ['checking', 'running'] } },
    data: { paused: true, fault, faultLine: line },
  })

export interface Running {
  now: Date
  /** Ends the run between two steps. */
  signal?: AbortSignal
  /** Waited for after each step. */
  onStep?: () => Promise<void> | void
}

/**
 * Checks an import, or brings it in, from where it stands to the end of its file. Each step is committed together with its
 * position: killed at any point, whoever comes next goes on there, and no row is dealt with twice. Ends early when it is paused,
 * cancelled, or in the hands of another process.
 */
export async function runImport(id: number, { now, signal, onStep }: Running): Promise<void> {
  const found = await findPlan(id)
  if (!found || (found.state !== 'checking' && found.state !== 'running')) return
  const isCheck = found.state === 'checking'
  if (isCheck && !(await beginCheck(id))) return
  const plan = isCheck ? { ...found, position: 0 } : found
  const seen: Seen | null = isCheck ? new Set() : null
  let position = plan.position
  try {
    for await (const rows of rowsOf(id, plan, { from: position, atOnce })) {
      if (signal?.aborted) return
      if (rows.position > mostRows) return void (await stop(id, 'too-many', mostRows))
      if (!(await step({ plan, position, seen, now }, rows))) return
      position = rows.position
      await onStep?.()
    }
  } catch (error) {
    if (error instanceof EndlessRecord) await stop(id, 'endless', error.line)
    // Of an import that was cancelled meanwhile nothing is to be said.
    else if (error instanceof FileGone || error instanceof SealBroken) await stop(id, 'unreadable', null)
    else throw error
  }
}
