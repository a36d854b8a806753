import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Turning {
  actor: Actor | null
  campaignId: number
}

export type TurnOutcome =
  { outcome: 'opened' } | { outcome: 'closed' } | { outcome: 'already' } | { outcome: 'unknown' }

/** Takes signatures and testimonies from now on. A closing date that has passed is dropped; an opening date to come is kept. */
export async function openCampaign({ actor, campaignId }: Turning, now: Date): Promise<TurnOutcome> {
  return db().$transaction(async (tx): Promise<TurnOutcome> => {
    const { count: over } = await tx.campaign.updateMany({
      where: { id: campaignId, closesAt: { lte: now } },
      data: { state: 'open', closesAt: null },
    })
    const { count: shut } = await tx.campaign.updateMany({
      where: { id: campaignId, state: { not: 'open' } },
      data: { state: 'open' },
    })
    if (over + shut === 0) return nothingTurned(await tx.campaign.count({ where: { id: campaignId } }))
    await appendAudit(tx, { actor, action: 'campaign.opened', subject: `campaign:${campaignId}` }, now)
    await notifyWith(tx, 'page', String(campaignId))
    return { outcome: 'opened' }
  })
}

/** Takes nothing more from now on; the page stays readable and says since when. */
export async function closeCampaign({ actor, campaignId }: Turning, now: Date): Promise<TurnOutcome> {
  return db().$transaction(async (tx): Promise<TurnOutcome> => {
    const { count } = await tx.campaign.updateMany({
      where: { id: campaignId, state: 'open' },
      data: { state: 'closed', closesAt: now },
    })
    if (count === 0) return nothingTurned(await tx.campaign.count({ where: { id: campaignId } }))
    await appendAudit(tx, { actor, action: 'campaign.closed', subject: `campaign:${campaignId}` }, now)
    await notifyWith(tx, 'page', String(campaignId))
    return { outcome: 'closed' }
  })
}

const nothingTurned = (found: number): TurnOutcome => ({ outcome: found === 0 ? 'unknown' : 'already' })
