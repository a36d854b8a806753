import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { textsDigest } from '../texts-digest.server.ts'
import { findTexts } from '../queries/texts.server.ts'

interface Approving {
  actor: Actor | null
  id: string
}

/** Asks somebody else of the team to read a draft and to agree to it. */
export async function askApproval({
  actor,
  id,
  now,
}: {
  actor: Actor
  id: string
  now: Date
}): Promise<{ outcome: 'asked' | 'no-longer-a-draft' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.mailing.updateMany({
      where: { id, state: 'draft' },
      data: { askedById: actor.id, approvedById: null, approvedAt: null },
    })
    if (count === 0) return { outcome: 'no-longer-a-draft' }
    await appendAudit(tx, { actor, action: 'mailing.approval-asked', subject: `mailing:${id}` }, now)
    return { outcome: 'asked' }
  })
}

export type ApproveOutcome = { outcome: 'approved' | 'no-longer-a-draft' | 'own' | 'text-changed' }

/**
 * Agrees to a draft as it was read. Whoever asked for it cannot; when nobody did, it is whoever wrote it that cannot.
 * @param read the digest of the text that was on the page; `null`: at the command line, the text of now
 */
export async function approveMailing({
  actor,
  id,
  read,
  now,
}: {
  actor: Pick<Actor, 'id'>
  id: string
  read: string | null
  now: Date
}): Promise<ApproveOutcome> {
  return db().$transaction(async (tx) => {
    // The row is held until the commit, so that no text changes meanwhile.
    const { count } = await tx.mailing.updateMany({ where: { id, state: 'draft' }, data: { state: 'draft' } })
    if (count === 0) return { outcome: 'no-longer-a-draft' }
    const { askedById, createdById } = await tx.mailing.findUniqueOrThrow({
      where: { id },
      select: { askedById: true, createdById: true },
    })
    if (actor.id === (askedById ?? createdById)) return { outcome: 'own' }
    if (read !== null && read !== textsDigest(await findTexts(tx, id))) return { outcome: 'text-changed' }
    await tx.mailing.update({
      where: { id },
      data: { approvedById: actor.id, approvedAt: now },
      select: { id: true },
    })
    await appendAudit(tx, { actor, action: 'mailing.approved', subject: `mailing:${id}` }, now)
    return { outcome: 'approved' }
  })
}

/** Takes back what was asked and agreed to, because the text or the audience is another. Call it in the transaction that changes it. */
export async function withdrawApproval(tx: Transaction, { actor, id }: Approving, now: Date): Promise<void> {
  const { count } = await tx.mailing.updateMany({
    where: { id, OR: [{ askedById: { not: null } }, { approvedById: { not: null } }] },
    data: { askedById: null, approvedById: null, approvedAt: null },
  })
  if (count > 0) await appendAudit(tx, { actor, action: 'mailing.approval-withdrawn', subject: `mailing:${id}` }, now)
}
