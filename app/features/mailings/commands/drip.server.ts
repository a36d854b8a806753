import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { faultsForAddressee } from '../addressee-look.server.ts'
import { findDrip, maySendAgain } from '../queries/drip.server.ts'
import { digestDue, dripMoves, dripStates, type DripSettings, type DripState, type DripStop } from '../rules/drip.ts'

export interface Dripping {
  actor: Actor
  campaignId: number
  now: Date
}

export type DripOutcome = { outcome: 'done' } | { outcome: 'not-possible' | 'not-tested' | 'needs-another' | 'faults' }
const done = { outcome: 'done' } as const
const notPossible = { outcome: 'not-possible' } as const

/** Where one may come from to get there. */
const before = (to: DripState): DripState[] => dripStates.filter((from) => dripMoves[from].some((next) => next === to))

const note = (tx: Transaction, { actor, campaignId, now }: Dripping, action: string) =>
  appendAudit(tx, { actor, action, subject: `campaign:${campaignId}` }, now)

/** Keeps how letters to the addressee are to go. What runs is stopped first; every change has to be tested and agreed to anew. */
export async function saveDrip(dripping: Dripping, settings: DripSettings): Promise<DripOutcome> {
  const { campaignId, now } = dripping
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`
      insert into target_drip (campaign_id, settings, created_at) values (${campaignId}, ${JSON.stringify(settings)}::jsonb, ${now})
      on conflict do nothing`
    const { count } = await tx.targetDrip.updateMany({
      where: { campaignId, state: { not: 'running' } },
      data: { settings, state: 'draft', revision: { increment: 1 }, proposedById: null, approvedById: null },
    })
    if (count === 0) return notPossible
    await note(tx, dripping, 'addressee.saved')
    return done
  })
}

/** Writes down that the test of a revision was taken by the mail server. */
export async function noteDripTested(dripping: Dripping, revision: number): Promise<void> {
  const { campaignId } = dripping
  await db().$transaction(async (tx) => {
    await tx.targetDrip.updateMany({ where: { campaignId, revision }, data: { testedRevision: revision } })
    await note(tx, dripping, 'addressee.tested')
  })
}

/** Asks a second person to agree. What was not tested as it is now cannot be proposed, nor what has to be mended. */
export async function proposeDrip(dripping: Dripping): Promise<DripOutcome> {
  const { actor, campaignId } = dripping
  const drip = await findDrip(campaignId)
  if (!drip) return notPossible
  if ((await faultsForAddressee(campaignId, drip.settings)).length > 0) return { outcome: 'faults' }
  if (!drip.tested) return { outcome: 'not-tested' }
  return db().$transaction(async (tx) => {
    const { count } = await tx.targetDrip.updateMany({
      where: { campaignId, revision: drip.revision, testedRevision: drip.revision, state: { in: before('proposed') } },
      data: { state: 'proposed', proposedById: actor.id, approvedById: null },
    })
    if (count === 0) return notPossible
    await note(tx, dripping, 'addressee.proposed')
    return done
  })
}

/** Takes a proposal back. */
export async function takeBackDrip(dripping: Dripping): Promise<DripOutcome> {
  const { campaignId } = dripping
  return db().$transaction(async (tx) => {
    const { count } = await tx.targetDrip.updateMany({
      where: { campaignId, state: 'proposed' },
      data: { state: 'draft', proposedById: null },
    })
    if (count === 0) return notPossible
    await note(tx, dripping, 'addressee.taken-back')
    return done
  })
}

/** Begins, once somebody else than who proposed it agrees. The first digest is the next one, not the last. */
export async function approveDrip(dripping: Dripping, settings: DripSettings, revision: number): Promise<DripOutcome> {
  const { actor, campaignId, now } = dripping
  // A quote may have been taken back since it was proposed.
  if ((await faultsForAddressee(campaignId, settings)).length > 0) return { outcome: 'faults' }
  return db().$transaction(async (tx) => {
    const drip = await tx.targetDrip.findUnique({
      where: { campaignId },
      select: { proposedById: true, startedAt: true },
    })
    if (drip?.proposedById === actor.id) return { outcome: 'needs-another' }
    const { count } = await tx.targetDrip.updateMany({
      where: { campaignId, revision, state: 'proposed', proposedById: { not: actor.id } },
      data: {
        state: 'running',
        approvedById: actor.id,
        startedAt: drip?.startedAt ?? now,
        stoppedBecause: null,
        lastDigest: digestDue(settings, now.getTime()),
        plannedUntil: null,
      },
    })
    if (count === 0) return notPossible
    await note(tx, dripping, 'addressee.approved')
    return done
  })
}

/** Letters that nothing was tried with are no letters yet: whom they tell of is told of later. */
const takeBackWaiting = `
with waiting as (
  delete from delivery d using target_letter l
  where l.campaign_id = $1 and d.campaign_id = l.campaign_id and d.id = l.id and d.kind::text = 'target' and d.state::text = 'queued' and d.attempt = 0
  returning d.id
)
delete from target_letter l using waiting w where l.id = w.id`

const stopped = `update target_drip set state = 'stopped', stopped_because = $2 where campaign_id = $1 and state = 'running'`

/** Stops at once. What is on its way at that moment arrives; what was refused for now waits; nobody is told of twice or left out. */
export async function stopDrip(dripping: Dripping): Promise<DripOutcome> {
  const { campaignId } = dripping
  return db().$transaction(async (tx) => {
    if ((await tx.$executeRawUnsafe(stopped, campaignId, null)) === 0) return notPossible
    await tx.$executeRawUnsafe(takeBackWaiting, campaignId)
    await note(tx, dripping, 'addressee.stopped')
    return done
  })
}

/** The same by itself. Safe to call again. */
export async function stopDripBecause(campaignId: number, because: DripStop): Promise<void> {
  const { rowCount } = await pool().query(stopped, [campaignId, because])
  if (rowCount) await pool().query(takeBackWaiting, [campaignId])
}

const failedAgain = `
update delivery d set state = 'queued', ended_at = null, dated_at = null, attempt = 0, due_at = $2::timestamptz
from target_letter l
where l.campaign_id = $1 and d.campaign_id = l.campaign_id and d.id = l.id and d.kind::text = 'target' and ${maySendAgain}`

/** Sends once more what was refused for good. What may have arrived is never sent again. */
export async function sendFailedAgain(dripping: Dripping): Promise<DripOutcome> {
  const { campaignId, now } = dripping
  const outcome = await db().$transaction(async (tx) => {
    const count = await tx.$executeRawUnsafe(failedAgain, campaignId, now)
    if (count === 0) return notPossible
    await note(tx, dripping, 'addressee.sent-again')
    return done
  })
  await notify('delivery', '')
  return outcome
}
