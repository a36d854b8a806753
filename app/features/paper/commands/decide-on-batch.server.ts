import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { mayVerify } from '../rules.ts'
import type { DecisionForm } from '../schema.ts'

export type DecideOutcome =
  | { outcome: 'done' }
  /** Four eyes: who entered it cannot be the one who verifies. */
  | { outcome: 'own-entry' }
  | { outcome: 'decided-meanwhile' }

interface Deciding {
  actor: Actor
  id: string
  now: Date
}

/** Makes a batch count, seen by a second person against its sheets. A correction takes the place of its former entry in the same commit. */
async function verifyBatch({ actor, id, now }: Deciding): Promise<DecideOutcome> {
  return db().$transaction(async (tx): Promise<DecideOutcome> => {
    const [row] = await tx.paperBatch.updateManyAndReturn({
      where: { id, state: 'entered', enteredById: { not: actor.id } },
      data: { state: 'verified', decidedById: actor.id, decidedAt: now },
      select: { campaignId: true, correctsId: true, valid: true },
    })
    if (!row) return { outcome: 'decided-meanwhile' }
    const { campaignId, correctsId, valid } = row
    if (correctsId !== null) {
      const former = await tx.paperBatch.updateMany({
        where: { id: correctsId, state: 'verified' },
        data: { state: 'replaced' },
      })
      // One correction at a time is open, so that its former entry cannot have gone: never count both.
      if (former.count !== 1) throw new Error('the entry to be replaced does not count')
    }
    await notifyWith(tx, 'page', String(campaignId))
    const detail = { valid, replaces: correctsId }
    await appendAudit(tx, { actor, action: 'paper.verified', subject: `paper:${id}`, detail }, now)
    return { outcome: 'done' }
  })
}

/** Sets a batch aside with a reason. Whoever entered it may take it back. */
async function declineBatch({ actor, id, now }: Deciding, reason: string): Promise<DecideOutcome> {
  return db().$transaction(async (tx): Promise<DecideOutcome> => {
    const { count } = await tx.paperBatch.updateMany({
      where: { id, state: 'entered' },
      data: { state: 'declined', decidedById: actor.id, decidedAt: now, reason },
    })
    if (count === 0) return { outcome: 'decided-meanwhile' }
    await appendAudit(tx, { actor, action: 'paper.declined', subject: `paper:${id}`, detail: { reason } }, now)
    return { outcome: 'done' }
  })
}

/** What a second person says of a batch. Whoever comes second to that changes nothing. */
export async function decideOnBatch(decision: DecisionForm, deciding: Deciding): Promise<DecideOutcome> {
  if (decision.intent === 'decline') return declineBatch(deciding, decision.reason)
  const entry = await db().paperBatch.findUnique({ where: { id: deciding.id }, select: { enteredById: true } })
  if (entry && !mayVerify(deciding.actor.id, entry.enteredById)) return { outcome: 'own-entry' }
  return verifyBatch(deciding)
}
