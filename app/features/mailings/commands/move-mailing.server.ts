import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { canMove } from '../rules.ts'
import { mailingStates, type MailingState } from '../schema.ts'

export type MoveOutcome = { outcome: 'moved' } | { outcome: 'not-possible' }

export interface Moving {
  actor: Actor
  id: string
  now: Date
}

/** Stops a mailing until someone resumes it. What is in flight at that moment still arrives. */
export const pauseMailing = (moving: Moving): Promise<MoveOutcome> => move(moving, 'paused')

/** Goes on where it was paused. */
export async function resumeMailing(moving: Moving): Promise<MoveOutcome> {
  const moved = await move(moving, 'sending')
  await notify('delivery', '')
  return moved
}

/** Ends a mailing for good, or drops a draft. What is not sent yet never is. */
export const cancelMailing = (moving: Moving): Promise<MoveOutcome> => move(moving, 'cancelled')

/** What nobody was sent stands in no archive, as if it had not begun. */
async function hideUnlessSent(tx: Transaction, id: string): Promise<void> {
  const begun = await tx.delivery.findFirst({
    where: { mailingId: id, state: { notIn: ['queued', 'deferred', 'suppressed'] } },
    select: { id: true },
  })
  if (!begun) await tx.mailing.update({ where: { id }, data: { startedAt: null }, select: { id: true } })
}

const deeds = { paused: 'mailing.paused', sending: 'mailing.resumed', cancelled: 'mailing.cancelled' } as const

function move({ actor, id, now }: Moving, to: keyof typeof deeds): Promise<MoveOutcome> {
  // Out of the draft, or of waiting for an hour, leads `startMailing` alone, which freezes the audience.
  const notBegun = (state: MailingState) => state === 'draft' || state === 'scheduled'
  const from = mailingStates.filter((state) => canMove(state, to) && !(notBegun(state) && to === 'sending'))
  return db().$transaction(async (tx) => {
    const { count } = await tx.mailing.updateMany({
      where: { id, state: { in: from } },
      data: {
        state: to,
        pausedBecause: null,
        pausedAt: to === 'paused' ? now : null,
        pausedById: to === 'paused' ? actor.id : null,
        ...(to === 'cancelled' ? { finishedAt: now } : {}),
        ...(to === 'sending' ? { resumedAt: now } : {}),
      },
    })
    if (count === 0) return { outcome: 'not-possible' }
    if (to === 'cancelled') {
      await hideUnlessSent(tx, id)
      await tx.delivery.updateMany({
        where: { mailingId: id, state: { in: ['queued', 'deferred'] } },
        data: { state: 'suppressed', endedAt: now },
      })
    }
    await appendAudit(tx, { actor, action: deeds[to], subject: `mailing:${id}` }, now)
    return { outcome: 'moved' }
  })
}
