import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Describing {
  actor: Actor
  campaignId: number
  id: string
  altFr: string
  altEn: string
  decorative: boolean
  now: Date
}

/** Changes what is said of a picture when it is put into a text from now on. Texts that have it already say what they say. */
export async function describePicture({
  actor,
  campaignId,
  id,
  now,
  ...said
}: Describing): Promise<{ outcome: 'described' | 'unknown' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.picture.updateMany({ where: { id, campaignId }, data: said })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'picture.described', subject: `picture:${id}` }, now)
    return { outcome: 'described' }
  })
}
