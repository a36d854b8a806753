import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { before } from '../rules.ts'
import type { HandoverDraft } from '../schema.ts'

export interface Preparing {
  actor: Actor
  campaignId: number
  id: number
  now: Date
}

export type PrepareOutcome = { outcome: 'saved' | 'proposed' | 'taken-back' | 'discarded' | 'not-possible' }

const notPossible = { outcome: 'not-possible' } as const

const columnsOf = ({ plannedOn, letterFr, letterEn, organisations, quotes }: HandoverDraft) => ({
  plannedOn: dayKept(plannedOn),
  letterFr,
  letterEn,
  withOrganisations: organisations,
  withQuotes: quotes,
})

const note = (tx: Transaction, { actor, id, now }: Preparing, action: string) =>
  appendAudit(tx, { actor, action, subject: `handover:${id}` }, now)

/** Begins a pack. Nothing of it is public before two people agreed. */
export function writeHandover(
  { actor, campaignId, now }: Omit<Preparing, 'id'>,
  draft: HandoverDraft,
): Promise<{ id: number }> {
  return db().$transaction(async (tx) => {
    const { id } = await tx.handover.create({
      data: { campaignId, ...columnsOf(draft), createdById: actor.id, createdAt: now },
      select: { id: true },
    })
    await note(tx, { actor, campaignId, id, now }, 'handover.written')
    return { id }
  })
}

/** Keeps what was typed, of the revision that was read. What was proposed is a draft again: nobody agrees to what they did not see. */
export function saveHandover(preparing: Preparing, draft: HandoverDraft): Promise<PrepareOutcome> {
  const { id, campaignId } = preparing
  return db().$transaction(async (tx) => {
    const { count } = await tx.handover.updateMany({
      where: { id, campaignId, revision: draft.revision, state: { in: ['draft', 'proposed'] } },
      data: { ...columnsOf(draft), state: 'draft', proposedById: null, revision: { increment: 1 } },
    })
    if (count === 0) return notPossible
    await note(tx, preparing, 'handover.saved')
    return { outcome: 'saved' }
  })
}

const steps = {
  propose: { to: 'proposed', action: 'handover.proposed', outcome: 'proposed' },
  'take-back': { to: 'draft', action: 'handover.taken-back', outcome: 'taken-back' },
  discard: { to: 'discarded', action: 'handover.discarded', outcome: 'discarded' },
} as const

/** Asks another person to agree, takes that back, or gives the pack up. */
export function moveHandover(
  preparing: Preparing,
  { step, revision }: { step: keyof typeof steps; revision: number },
): Promise<PrepareOutcome> {
  const { id, campaignId, actor } = preparing
  const { to, action, outcome } = steps[step]
  return db().$transaction(async (tx) => {
    const { count } = await tx.handover.updateMany({
      where: { id, campaignId, revision, state: { in: before(to) } },
      data: { state: to, proposedById: to === 'proposed' ? actor.id : null },
    })
    if (count === 0) return notPossible
    await note(tx, preparing, action)
    return { outcome }
  })
}
