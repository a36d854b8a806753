import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { draftDigest } from '../draft-digest.server.ts'
import { findMailing } from '../queries.server.ts'

interface Changing {
  actor: Actor | null
  id: string
  now: Date
}

async function digestIn(tx: Transaction, id: string): Promise<string | null> {
  const mailing = await findMailing(id, tx)
  return mailing && draftDigest(mailing)
}

/**
 * Changes the text, the readers or the second subject of a draft. If it is another afterwards, its last hand is the actor's, and
 * what was asked and agreed to is taken back. To save what is there already does neither: it would hide whose words they are.
 * @returns whether it was a draft; if not, nothing is changed
 */
export async function changeDraft(
  tx: Transaction,
  { actor, id, now }: Changing,
  change: () => Promise<unknown>,
): Promise<boolean> {
  // The row is held until the commit, so that sending cannot begin, nor anybody agree, in between.
  const { count } = await tx.mailing.updateMany({ where: { id, state: 'draft' }, data: { state: 'draft' } })
  if (count === 0) return false
  const before = await digestIn(tx, id)
  await change()
  if (before === (await digestIn(tx, id))) return true
  await tx.mailing.update({ where: { id }, data: { changedById: actor?.id ?? null }, select: { id: true } })
  await withdrawApproval(tx, { actor, id, now })
  return true
}

async function withdrawApproval(tx: Transaction, { actor, id, now }: Changing): Promise<void> {
  const { approvedById } = await tx.mailing.findUniqueOrThrow({ where: { id }, select: { approvedById: true } })
  const { count } = await tx.mailing.updateMany({
    where: { id, OR: [{ askedById: { not: null } }, { approvedById: { not: null } }] },
    data: {
      askedById: null,
      approvedById: null,
      approvedAt: null,
      approvalFellAt: now,
      fallenApprovalOfId: approvedById,
    },
  })
  if (count > 0) await appendAudit(tx, { actor, action: 'mailing.approval-withdrawn', subject: `mailing:${id}` }, now)
}
