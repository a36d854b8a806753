import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Removing {
  actor: Actor
  campaignId: number
  id: string
  now: Date
}

export type RemoveOutcome = { outcome: 'removed' | 'unknown' | 'was-sent' | 'waits' }

/**
 * Removes a picture, unless a letter with it was sent, which anybody may still read, or waits for its hour. A draft that asks for it
 * is told so by its checks.
 */
export async function removePicture({ actor, campaignId, id, now }: Removing): Promise<RemoveOutcome> {
  return db().$transaction(async (tx): Promise<RemoveOutcome> => {
    // A letter that begins meanwhile holds the row until its commit (`holdPictures`). What is asked afterwards sees it.
    const held = await tx.$queryRaw<object[]>`
      select from picture where id = ${id} and campaign_id = ${campaignId} for update`
    if (held.length === 0) return { outcome: 'unknown' }
    const sent = await tx.pictureUse.count({ where: { pictureId: id, mailing: { startedAt: { not: null } } } })
    if (sent > 0) return { outcome: 'was-sent' }
    const waiting = await tx.mailingText.count({
      where: { body: { contains: `media:${id}` }, mailing: { campaignId, state: 'scheduled' } },
    })
    if (waiting > 0) return { outcome: 'waits' }
    await tx.picture.delete({ where: { id }, select: { id: true } })
    await appendAudit(tx, { actor, action: 'picture.removed', subject: `picture:${id}` }, now)
    return { outcome: 'removed' }
  })
}
