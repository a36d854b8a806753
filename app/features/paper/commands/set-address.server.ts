import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

export type AddressOutcome = { outcome: 'done' } | { outcome: 'unknown' }

/** Where filled sheets are sent, as every sheet printed from now on says. Empty: sheets say whom to ask. */
export async function setPaperAddress(
  actor: Actor,
  { campaignId, lines }: { campaignId: number; lines: string },
  now: Date,
): Promise<AddressOutcome> {
  return db().$transaction(async (tx): Promise<AddressOutcome> => {
    if ((await tx.campaign.count({ where: { id: campaignId } })) === 0) return { outcome: 'unknown' }
    const data = { lines, changedAt: now }
    await tx.paperAddress.upsert({ where: { campaignId }, create: { campaignId, ...data }, update: data })
    await notifyWith(tx, 'page', String(campaignId))
    await appendAudit(tx, { actor, action: 'paper.address-set', subject: `campaign:${campaignId}` }, now)
    return { outcome: 'done' }
  })
}
