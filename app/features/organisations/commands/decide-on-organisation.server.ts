import { v7 as uuidv7 } from 'uuid'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { moves, type Move, type Reason } from '../schema.ts'

export type DecideOutcome = { outcome: 'done' } | { outcome: 'changed-meanwhile' }

interface Deciding {
  id: string
  move: Move
  /** The state of things that the person saw. */
  revision: number
  /** Given with a refusal and when something is taken off the page. */
  reason?: Reason
}

const deeds = {
  approve: 'organisation.approved',
  refuse: 'organisation.refused',
  reconsider: 'organisation.reconsidered',
  unpublish: 'organisation.unpublished',
} as const satisfies Record<Move, string>

/** What a representative hears of by mail. */
const told = new Set<Move>(['approve', 'refuse'])

/**
 * Decides on a confirmed organisation as it was seen: whoever comes second, or saw an older spelling, changes nothing. The public
 * list follows at once, and the representative is told by mail of a yes and of a no with its reason.
 */
export async function decideOnOrganisation(actor: Actor, deciding: Deciding, now: Date): Promise<DecideOutcome> {
  const { id, move, revision, reason = null } = deciding
  const { from, to } = moves[move]
  return db().$transaction(async (tx): Promise<DecideOutcome> => {
    const [row] = await tx.organisation.updateManyAndReturn({
      where: { id, revision, state: { in: [...from] } },
      data: { state: to, reason, decidedAt: now, decidedById: actor.id, revision: { increment: 1 } },
      select: { campaignId: true },
    })
    if (!row) return { outcome: 'changed-meanwhile' }
    const { campaignId } = row
    if (told.has(move)) {
      await tx.delivery.create({
        data: { campaignId, id: uuidv7(), kind: 'organisation', subjectId: id, lane: 0, dueAt: now },
      })
      await notifyWith(tx, 'delivery', '')
    }
    await notifyWith(tx, 'page', String(campaignId))
    await appendAudit(tx, { actor, action: deeds[move], subject: `organisation:${id}`, detail: { reason } }, now)
    return { outcome: 'done' }
  })
}
