import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { draftDigest } from '../draft-digest.server.ts'
import { findMailing } from '../queries.server.ts'
import { isOwn } from '../rules/approval.ts'

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

interface Approving {
  /** Who agrees, or in whose name whoever holds the command line does. */
  actor: Pick<Actor, 'id'>
  id: string
  /** The digest of the draft that was on the page; `null`: at the command line, the draft of now. */
  read: string | null
  /** Said at the server's console in the name of `actor`: the trail says so, and not that they did it. */
  atConsole?: boolean
  now: Date
}

/** Agrees to a draft as it was read. Whoever began it, changed it last or asked cannot. */
export async function approveMailing({ actor, id, read, atConsole = false, now }: Approving): Promise<ApproveOutcome> {
  return db().$transaction(async (tx) => {
    // The row is held until the commit, so that nothing of it changes meanwhile.
    const { count } = await tx.mailing.updateMany({ where: { id, state: 'draft' }, data: { state: 'draft' } })
    if (count === 0) return { outcome: 'no-longer-a-draft' }
    const mailing = await findMailing(id, tx)
    if (!mailing) return { outcome: 'no-longer-a-draft' }
    if (isOwn(actor.id, mailing)) return { outcome: 'own' }
    if (read !== null && read !== draftDigest(mailing)) return { outcome: 'text-changed' }
    await tx.mailing.update({
      where: { id },
      data: { approvedById: actor.id, approvedAt: now, approvalFellAt: null, fallenApprovalOfId: null },
      select: { id: true },
    })
    const deed = atConsole
      ? { actor: null, action: 'mailing.approved-at-console', detail: { inNameOf: actor.id } }
      : { actor, action: 'mailing.approved' }
    await appendAudit(tx, { ...deed, subject: `mailing:${id}` }, now)
    return { outcome: 'approved' }
  })
}
