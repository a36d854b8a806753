import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { signaturePlace } from '#app/features/signatures/places.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { readTwoPeopleAbove, removedAlone } from '../queries/invalidations.server.ts'
import { isUnderWay, nameMatcher, needsAnother } from '../rules.ts'
import { conditions as conditionsShape, type Conditions, type InvalidationState } from '../schema.ts'
import { whereOf } from '../which.server.ts'
import { inTransaction, moveWith } from './move-signatures.server.ts'

interface Run {
  id: number
  campaignId: number
  state: InvalidationState
  conditions: Conditions
  createdAt: Date
  cursor: string
  toLook: number
  signatures: number
  createdById: string
  startedById: string | null
}

/** What one batch did: some of the work, the last of it, or nothing: paused, ended, waiting
 * for another person, or in the hands of another process. */
export type BatchOutcome = 'went-on' | 'finished' | 'not-now'

/** Rows that a batch looks at: its transaction takes a fraction of a second, and nobody who confirms waits longer for it. */
const looked = 20_000
/** Undoing finds its rows by their rule and looks at no other. */
const restored = 5000
const beforeAll = '00000000-0000-0000-0000-000000000000'

async function lockRun(tx: Transaction, id: number): Promise<Run | null> {
  // Whoever holds the row works on it: a second process finds nothing to do and does not wait.
  const [row] = await tx.$queryRaw<(Omit<Run, 'conditions'> & { conditions: unknown; paused: boolean })[]>`
    select id, campaign_id as "campaignId", state::text, paused, conditions, created_at as "createdAt",
      coalesce(cursor::text, ${beforeAll}) as cursor, to_look as "toLook", signatures,
      created_by_id::text as "createdById", started_by_id::text as "startedById"
    from invalidation where id = ${id} for update skip locked`
  if (!row || row.paused || !isUnderWay(row.state)) return null
  return { ...row, conditions: conditionsShape.parse(row.conditions) }
}

interface Span {
  last: string
  count: number
}

/** The rows to look at next: so many in the order of their ids. */
async function nextSpan(tx: Transaction, { campaignId, cursor }: Run): Promise<Span> {
  const [span] = await tx.$queryRaw<{ last: string | null; count: number }[]>`
    with span as (
      select id from signature where campaign_id = ${campaignId} and id > ${cursor}::uuid order by id limit ${looked}
    )
    select (select id::text from span order by id desc limit 1) as last, count(*)::int as count from span`
  return { last: span?.last ?? cursor, count: span?.count ?? 0 }
}

/** Values $2 to $6 of every statement over a span; those of the conditions follow. */
const spanWhere = 'campaign_id = $3 and id > $4::uuid and id <= $5::uuid and created_at <= $6::timestamptz'
const spanValues = ({ id, campaignId, cursor, createdAt }: Run, { last }: Span) => [
  id,
  campaignId,
  cursor,
  last,
  createdAt,
]
const ownValues = 6

interface Named {
  id: string
  emailIndex: Uint8Array
  sealedEmail: Uint8Array
  sealedName: Uint8Array
}

interface Chosen {
  where: string
  values: unknown[]
}

/** Which rows of a span the rule is about. A name is sealed: those that fit in all else are opened here, one by one. */
async function choose(tx: Transaction, run: Run, span: Span): Promise<Chosen> {
  const rule = whereOf(run.conditions, ownValues)
  const where = `${spanWhere} and ${rule.where}`
  const values = [...spanValues(run, span), ...rule.values]
  if (run.conditions.name === null) return { where, values }
  const fits = nameMatcher(run.conditions.name)
  const rows = await tx.$queryRawUnsafe<Named[]>(
    `select id::text, email_index as "emailIndex", sealed_email as "sealedEmail", sealed_name as "sealedName" from signature
     where $1::timestamptz is not null and $2::int is not null and state::text in ('pending', 'confirmed', 'quarantined') and ${where}`,
    run.createdAt,
    ...values,
  )
  const ids = rows
    .filter(({ emailIndex, ...sealed }) => {
      const whose = { campaignId: run.campaignId, emailIndex }
      return fits(openPerson(sealed, (column) => signaturePlace(column, whose)).name)
    })
    .map(({ id }) => id)
  values.push(ids)
  return { where: `${where} and id = any($${values.length + 1}::uuid[])`, values }
}

async function count(
  tx: Transaction,
  { where, values }: Chosen,
  now: Date,
): Promise<{ signatures: number; counted: number }> {
  const [found = { signatures: 0, counted: 0 }] = await tx.$queryRawUnsafe<{ signatures: number; counted: number }[]>(
    `select count(*)::int as signatures, (count(*) filter (where state::text = 'confirmed'))::int as counted from signature
     where $1::timestamptz is not null and $2::int is not null and state::text in ('pending', 'confirmed', 'quarantined') and ${where}`,
    now,
    ...values,
  )
  return found
}

const ends = { counting: 'counted', running: 'done', undoing: 'undone' } as const
const endings: Record<string, string> = { done: 'invalidation.finished', undone: 'invalidation.undone' }

/** Ends a phase: the cursor begins anew with the next. */
async function finish(tx: Transaction, run: Run, now: Date): Promise<void> {
  if (run.state !== 'counting' && run.state !== 'running' && run.state !== 'undoing') return
  const state = ends[run.state]
  const { signatures, counted, givenBack, givenBackCounted } = await tx.invalidation.update({
    where: { id: run.id },
    data: { state, cursor: null, ...(state === 'counted' ? { looked: 0 } : { finishedAt: now }) },
    select: { signatures: true, counted: true, givenBack: true, givenBackCounted: true },
  })
  const action = endings[state]
  if (!action) return
  const detail = state === 'undone' ? { signatures: givenBack, counted: givenBackCounted } : { signatures, counted }
  await appendAudit(tx, { actor: null, action, subject: `invalidation:${run.id}`, detail }, now)
  await notifyWith(tx, 'page', String(run.campaignId))
}

/** The batch would take the rule beyond what one person may remove, and the batch is undone. */
class NeedsAnother extends Error {}

/**
 * What was counted was an estimate: since then people signed anew, and other rules gave back. What is removed decides, those that
 * wait included: whoever confirms after that counts nowhere.
 */
async function assertMayRemove(
  tx: Transaction,
  run: Run,
  { signatures, now }: { signatures: number; now: Date },
): Promise<void> {
  const { id, campaignId, createdById, startedById } = run
  const alone = await removedAlone({ campaignId, personId: createdById, but: id, now }, tx)
  const found = run.signatures + signatures + alone
  const running = { found, createdById, starterId: startedById ?? createdById }
  if (needsAnother({ ...running, twoPeopleAbove: await readTwoPeopleAbove(tx) })) throw new NeedsAnother()
}

/** The rule stays where it is until somebody else lets it go on. */
async function awaitAnother(tx: Transaction, id: number, now: Date): Promise<void> {
  const { count: stopped } = await tx.invalidation.updateMany({
    where: { id, state: 'running', paused: false },
    data: { paused: true, awaitsAnother: true },
  })
  if (stopped === 0) return
  const deed = { actor: null, action: 'invalidation.needs-another', subject: `invalidation:${id}` }
  await appendAudit(tx, deed, now)
}

async function lookOver(tx: Transaction, run: Run, now: Date): Promise<BatchOutcome> {
  const { id, campaignId, state } = run
  if (state === 'counting' && run.toLook === 0)
    await tx.invalidation.update({
      where: { id },
      data: { toLook: await tx.signature.count({ where: { campaignId } }) },
    })
  const span = await nextSpan(tx, run)
  const chosen = span.count > 0 ? await choose(tx, run, span) : null
  const done = { looked: { increment: span.count }, cursor: span.last }
  if (chosen && state === 'counting') {
    const found = await count(tx, chosen, now)
    const dry = { drySignatures: { increment: found.signatures }, dryCounted: { increment: found.counted } }
    await tx.invalidation.update({ where: { id }, data: { ...done, ...dry } })
  } else if (chosen) {
    const moved = await moveWith(tx, 'invalidate', { which: chosen, now })
    await assertMayRemove(tx, run, { signatures: moved.signatures, now })
    const sums = { signatures: { increment: moved.signatures }, counted: { increment: -moved.counted } }
    await tx.invalidation.update({ where: { id }, data: { ...done, ...sums } })
  }
  if (span.count === looked) return 'went-on'
  await finish(tx, run, now)
  return 'finished'
}

async function giveBack(tx: Transaction, run: Run, now: Date): Promise<BatchOutcome> {
  const which = {
    where: 'campaign_id = $3 and id > $4::uuid',
    values: [run.id, run.campaignId, run.cursor],
    most: restored,
  }
  const moved = await moveWith(tx, 'restore', { which, now })
  await tx.invalidation.update({
    where: { id: run.id },
    data: {
      ...(moved.lastId === null ? {} : { cursor: moved.lastId }),
      givenBack: { increment: moved.signatures },
      givenBackCounted: { increment: moved.counted },
    },
  })
  if (moved.signatures === restored) return 'went-on'
  await finish(tx, run, now)
  return 'finished'
}

/**
 * Does the next batch of a rule: counts, removes or gives back. Rows, tallies, ledger, progress and cursor are one transaction: a
 * process that is killed leaves the batch done or undone, and whoever comes next goes on from the cursor.
 */
export async function runBatch(id: number, now: Date): Promise<BatchOutcome> {
  try {
    return await inTransaction(async (tx) => {
      const run = await lockRun(tx, id)
      if (!run) return 'not-now'
      return run.state === 'undoing' ? giveBack(tx, run, now) : lookOver(tx, run, now)
    })
  } catch (error) {
    if (!(error instanceof NeedsAnother)) throw error
    await inTransaction((tx) => awaitAnother(tx, id, now))
    return 'not-now'
  }
}
