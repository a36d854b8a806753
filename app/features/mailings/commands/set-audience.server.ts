import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Audience } from '../rules/audience.ts'
import { changeDraft } from './change-draft.server.ts'
import { namesKnownUpdate } from '../queries/audience.server.ts'
import type { Moving } from './move-mailing.server.ts'

export type AudienceOutcome = { outcome: 'kept' | 'no-longer-a-draft' | 'update-unknown' }

/** Says who receives a draft. Once it has begun its audience is frozen; a mailing it refers to must be one of the same campaign. */
export async function setAudience({
  actor,
  id,
  now,
  audience,
}: Moving & { audience: Audience }): Promise<AudienceOutcome> {
  return db().$transaction(async (tx) => {
    const mailing = await tx.mailing.findUnique({ where: { id }, select: { campaignId: true } })
    if (!mailing) return { outcome: 'no-longer-a-draft' }
    if (!(await namesKnownUpdate(audience, mailing.campaignId, tx))) return { outcome: 'update-unknown' }
    const isDraft = await changeDraft(tx, { actor, id, now }, () =>
      tx.mailing.update({ where: { id }, data: { audience }, select: { id: true } }),
    )
    if (!isDraft) return { outcome: 'no-longer-a-draft' }
    await appendAudit(tx, { actor, action: 'mailing.audience-set', subject: `mailing:${id}` }, now)
    return { outcome: 'kept' }
  })
}
