import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { upUntil, type GuardMode } from '../guard.ts'
import { refreshGuards } from '../queries/guard.server.ts'

interface Raising {
  campaignId: number
  /** The machine asks for so long; asking again prolongs. */
  until: Date
  /** A word for the trail: `burst`, `domains`. Never about a person. */
  why: string
}

export type RaiseOutcome = { outcome: 'raised' | 'prolonged' | 'kept-off' | 'already-on' | 'unknown' }

/** The processes that count, and the pages that ask for work. */
async function tell(tx: Transaction, campaignId: number): Promise<void> {
  await notifyWith(tx, 'guard', String(campaignId))
  await notifyWith(tx, 'page', String(campaignId))
}

/** The row to change, held until the commit: two who change it come one after the other. */
async function holdGuard(tx: Transaction, campaignId: number, now: Date) {
  if ((await tx.campaign.count({ where: { id: campaignId } })) === 0) return null
  await tx.campaignGuard.createMany({ data: { campaignId, changedAt: now }, skipDuplicates: true })
  await tx.$executeRaw`select from campaign_guard where campaign_id = ${campaignId} for update`
  return tx.campaignGuard.findUniqueOrThrow({ where: { campaignId }, select: { mode: true, until: true } })
}

/**
 * The machine raises the guard of a campaign until a time. What the team decided stands: kept off it stays off. Safe to call
 * at every look; a later time prolongs, an earlier one changes nothing, and only the first of a row is in the trail.
 */
export async function raiseGuard({ campaignId, until, why }: Raising, now: Date): Promise<RaiseOutcome> {
  const raised = await db().$transaction(async (tx): Promise<RaiseOutcome> => {
    const guard = await holdGuard(tx, campaignId, now)
    if (!guard) return { outcome: 'unknown' }
    if (guard.mode !== 'auto') return { outcome: guard.mode === 'off' ? 'kept-off' : 'already-on' }
    const wasUp = now.getTime() < upUntil(guard)
    if (!guard.until || guard.until < until)
      await tx.campaignGuard.update({ where: { campaignId }, data: { until, why: why.slice(0, 40), changedAt: now } })
    if (!wasUp) {
      const detail = { until: until.toISOString(), why }
      await appendAudit(tx, { actor: null, action: 'guard.raised', subject: `campaign:${campaignId}`, detail }, now)
      await tell(tx, campaignId)
    } else await notifyWith(tx, 'guard', String(campaignId))
    return { outcome: wasUp ? 'prolonged' : 'raised' }
  })
  await refreshGuards()
  return raised
}

interface Setting {
  actor: Actor
  campaignId: number
  mode: GuardMode
}

/** The team decides: always up, never, or as the machine says. Choosing `auto` begins with the guard down. */
export async function setGuard(
  { actor, campaignId, mode }: Setting,
  now: Date,
): Promise<{ outcome: 'set' | 'already' | 'unknown' }> {
  const set = await db().$transaction(async (tx): Promise<{ outcome: 'set' | 'already' | 'unknown' }> => {
    const guard = await holdGuard(tx, campaignId, now)
    if (!guard) return { outcome: 'unknown' }
    const raised = now.getTime() < upUntil(guard)
    if (guard.mode === mode && !(mode === 'auto' && raised)) return { outcome: 'already' }
    await tx.campaignGuard.update({ where: { campaignId }, data: { mode, until: null, why: null, changedAt: now } })
    const detail = { from: guard.mode, to: mode }
    await appendAudit(tx, { actor, action: 'guard.set', subject: `campaign:${campaignId}`, detail }, now)
    await tell(tx, campaignId)
    return { outcome: 'set' }
  })
  await refreshGuards()
  return set
}
