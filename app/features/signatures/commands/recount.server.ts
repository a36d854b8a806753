import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { refreshCounts } from '../queries/live-count.server.ts'
import {
  countByText,
  tallyDifferences,
  type Compared,
  type TallyDifference,
} from '../queries/tally-differences.server.ts'

export interface Recounted {
  /** What the tallies said, and what the signatures say. */
  before: number
  after: number
  /** Cells of the tallies that were wrong, and on how many days. */
  cells: number
  days: number
}

interface Counting {
  campaignId: number
  now: Date
}

/** Two recounts of one campaign would repair the same thing twice. */
const recountLock = 7_067_120

async function oneAtATime<R>(campaignId: number, work: () => Promise<R>): Promise<R> {
  const keeper = await pool().connect()
  let broken: Error | undefined
  try {
    await keeper.query('select pg_advisory_lock($1, $2)', [recountLock, campaignId])
    return await work()
  } finally {
    const unlocked = keeper.query('select pg_advisory_unlock($1, $2)', [recountLock, campaignId])
    await unlocked.catch((error: Error) => void (broken = error))
    keeper.release(broken) // a connection that is thrown away gives the lock back as well
  }
}

/** Adds what is missing and takes away what is too much, so that what was confirmed since the counting stays counted. */
async function repair(tx: Transaction, campaignId: number, wrong: readonly TallyDifference[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into tally (campaign_id, day, dimension, key, n)
     select $1, day, dimension, key, delta from unnest($2::date[], $3::text[], $4::text[], $5::int[]) as t(day, dimension, key, delta)
     order by day, dimension, key
     on conflict (campaign_id, day, dimension, key) do update set n = tally.n + excluded.n`,
    campaignId,
    wrong.map(({ day }) => day),
    wrong.map(({ dimension }) => dimension),
    wrong.map(({ key }) => key),
    wrong.map(({ delta }) => delta),
  )
  await tx.tally.deleteMany({ where: { campaignId, n: 0 } })
  await notifyWith(tx, 'count', String(campaignId))
}

async function keepTexts(tx: Transaction, texts: Compared['texts'], { campaignId, now }: Counting): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into text_tally (campaign_id, locale, version, n, counted_at)
     select $1, locale, version, n, $5 from unnest($2::text[], $3::int[], $4::int[]) as t(locale, version, n) order by locale, version
     on conflict (campaign_id, locale, version) do update set n = excluded.n, counted_at = excluded.counted_at`,
    campaignId,
    texts.map(({ locale }) => locale),
    texts.map(({ version }) => version),
    texts.map(({ n }) => n),
    now,
  )
  // A version that nobody stands behind any more.
  await tx.textTally.updateMany({ where: { campaignId, countedAt: { lt: now } }, data: { n: 0, countedAt: now } })
}

/** Counts the signatures behind each text of a campaign, rows and all: for few. */
export async function countTexts(campaignId: number, now: Date): Promise<void> {
  const texts = await countByText(campaignId)
  await db().$transaction((tx) => keepTexts(tx, texts, { campaignId, now }))
}

/** Counts without a lock, and repairs the difference in a short transaction; `then` belongs to the same one. */
async function countAndRepair(
  { campaignId, now }: Counting,
  then: (tx: Transaction, found: Recounted) => Promise<void>,
): Promise<Recounted> {
  const found = await oneAtATime(campaignId, async () => {
    const compared = await tallyDifferences(campaignId)
    const { before, after, wrong } = compared
    const recounted = { before, after, cells: wrong.length, days: new Set(wrong.map(({ day }) => day)).size }
    await db().$transaction(
      async (tx) => {
        if (wrong.length > 0) await repair(tx, campaignId, wrong)
        await keepTexts(tx, compared.texts, { campaignId, now })
        await then(tx, recounted)
      },
      { timeout: 60_000 },
    )
    return recounted
  })
  if (found.cells > 0) await refreshCounts()
  return found
}

/**
 * Counts the confirmed signatures anew and repairs the tallies where they are wrong. Nobody waits meanwhile: signatures go on
 * being confirmed and are counted once. When something was wrong, the team is told and it is written down; when nothing was,
 * only the date is kept.
 */
export async function recount(campaignId: number, now: Date): Promise<Recounted> {
  const found = await countAndRepair({ campaignId, now }, async (tx, { before, after, cells, days }) => {
    await tx.recount.create({ data: { campaignId, at: now, before, after, cells, days }, select: { id: true } })
    if (cells === 0) return
    const detail = { before, after, cells, days }
    await appendAudit(
      tx,
      { actor: null, action: 'signatures.recounted', subject: `campaign:${campaignId}`, detail },
      now,
    )
  })
  if (found.cells > 0) log.error('the tallies were wrong and are repaired', { campaignId, ...found })
  return found
}

/** Fills the tallies of rows that came by another door (a seed, an import) or left by one: expected, so that nobody is alarmed. */
export const tallyAnew = (campaignId: number, now: Date): Promise<Recounted> =>
  countAndRepair({ campaignId, now }, () => Promise.resolve())

/** Somebody of the team has read that the tallies were wrong. */
export async function markRecountsSeen(
  { actor, campaignId }: { actor: Actor; campaignId: number },
  now: Date,
): Promise<{ outcome: 'seen' | 'nothing-to-see' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.recount.updateMany({
      where: { campaignId, cells: { gt: 0 }, seenAt: null },
      data: { seenAt: now, seenBy: actor.id },
    })
    if (count === 0) return { outcome: 'nothing-to-see' }
    const detail = { recounts: count }
    await appendAudit(tx, { actor, action: 'signatures.recount-seen', subject: `campaign:${campaignId}`, detail }, now)
    return { outcome: 'seen' }
  })
}
