import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { listAllowed } from '#app/features/staff/queries/team.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { draftDigest } from '../draft-digest.server.ts'
import { findMailing } from '../queries.server.ts'
import { whoMayAgree, whoMayTakeOver } from '../rules/approval.ts'

export type TakeOverOutcome = { outcome: 'taken-over' | 'no-longer-a-draft' | 'text-changed' | 'no-need' }

interface TakingOver {
  actor: Actor
  id: string
  /** The digest of the draft that was on the page. */
  read: string
  now: Date
}

/**
 * Somebody stands behind a draft as they read it, and asks for a second yes: they are its last hand, as if they had written it.
 * Only where everybody who may agree had a part in it, and somebody else may agree afterwards. It does no more than changing the
 * text would.
 */
export async function takeOver({ actor, id, read, now }: TakingOver): Promise<TakeOverOutcome> {
  const team = await listAllowed('mail')
  return db().$transaction(async (tx): Promise<TakeOverOutcome> => {
    // The row is held until the commit, so that nothing of it changes meanwhile.
    const { count } = await tx.mailing.updateMany({ where: { id, state: 'draft' }, data: { state: 'draft' } })
    const mailing = count === 0 ? null : await findMailing(id, tx)
    if (!mailing) return { outcome: 'no-longer-a-draft' }
    if (read !== draftDigest(mailing)) return { outcome: 'text-changed' }
    const helps = whoMayTakeOver(team, mailing).some((member) => member.id === actor.id)
    if (whoMayAgree(team, mailing).length > 0 || !helps) return { outcome: 'no-need' }
    await tx.mailing.update({
      where: { id },
      data: { changedById: actor.id, askedById: actor.id, approvedById: null, approvedAt: null },
      select: { id: true },
    })
    await appendAudit(tx, { actor, action: 'mailing.taken-over', subject: `mailing:${id}` }, now)
    return { outcome: 'taken-over' }
  })
}
