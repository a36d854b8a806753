import { randomUUID } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { AuditDetail } from '#app/features/staff/audit-chain.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { claimSeenBy } from '../rules.ts'
import { sealNote } from '../sealed-note.server.ts'
import type { StepKind } from '../schema.ts'

/** Whose hands, on what. */
export interface Hands {
  actor: Actor
  testimonyId: string
  now: Date
}

interface Settlement {
  kind: StepKind
  /** Beside the claim, everything that must still be true: the database decides, not what was read before. */
  where: Prisma.TestimonyWhereInput
  data: Prisma.TestimonyUpdateManyMutationInput & { claimedById?: string | null; proposedById?: string | null }
  /** The version that the decision is about. */
  draftVersion?: number
  reason?: string
  note?: string | null
}

/** Free, expired, or already in these hands. */
const freeFor = ({ actor, now }: Hands): Prisma.TestimonyWhereInput => ({
  OR: [{ claimedById: null }, { claimedById: actor.id }, { claimedUntil: { lte: now } }],
})

async function record(tx: Transaction, step: Settlement, { actor, testimonyId, now }: Hands): Promise<void> {
  const id = randomUUID()
  const { kind, reason = null, note = null } = step
  const draftVersion =
    step.draftVersion ??
    (await tx.testimony.findUniqueOrThrow({ where: { id: testimonyId }, select: { draftVersion: true } })).draftVersion
  await tx.decision.create({
    data: {
      id,
      testimonyId,
      staffId: actor.id,
      kind,
      reason,
      draftVersion,
      at: now,
      sealedNote: note === null ? null : sealNote(id, note),
    },
    select: { id: true },
  })
  const detail: AuditDetail = reason === null ? { draftVersion } : { draftVersion, reason }
  await appendAudit(tx, { actor, action: `testimony.${kind}`, subject: `testimony:${testimonyId}`, detail }, now)
}

/** After these the public pages show something else: told with the commit, so that a withdrawn story is never shown for want of a message. */
const changesThePages = new Set<StepKind>(['published', 'unpublished'])

/** Takes one step and leaves its decision and audit entry, all or nothing. `false` when the conditions no longer hold. */
export async function settle(step: Settlement, hands: Hands): Promise<boolean> {
  if (!may(hands.actor, 'moderate')) return false
  return db().$transaction(async (tx) => {
    const { count } = await tx.testimony.updateMany({
      where: { AND: [{ id: hands.testimonyId }, freeFor(hands), step.where] },
      data: step.data,
    })
    if (count === 0) return false
    await record(tx, step, hands)
    if (changesThePages.has(step.kind)) {
      const { campaignId } = await tx.testimony.findUniqueOrThrow({
        where: { id: hands.testimonyId },
        select: { campaignId: true },
      })
      await notifyWith(tx, 'page', String(campaignId))
    }
    return true
  })
}

export type Refusal =
  | { outcome: 'not-allowed' }
  | { outcome: 'not-found' }
  | { outcome: 'claimed-by-another' }
  | { outcome: 'own-proposal' }
  | { outcome: 'no-consent' }
  /** Another version, or another state: what was decided on is not what stands there now. */
  | { outcome: 'someone-was-faster' }

/** Says why `settle` did nothing. */
export async function whyRefused({ actor, testimonyId, now }: Hands, draftVersion?: number): Promise<Refusal> {
  if (!may(actor, 'moderate')) return { outcome: 'not-allowed' }
  const row = await db().testimony.findUnique({
    where: { id: testimonyId },
    select: { state: true, draftVersion: true, claimedById: true, claimedUntil: true, proposedById: true, uses: true },
  })
  if (!row) return { outcome: 'not-found' }
  if (draftVersion !== undefined && draftVersion !== row.draftVersion) return { outcome: 'someone-was-faster' }
  if (claimSeenBy(actor.id, row, now) === 'another') return { outcome: 'claimed-by-another' }
  if (row.state === 'proposed' && row.proposedById === actor.id) return { outcome: 'own-proposal' }
  if ((row.state === 'submitted' || row.state === 'proposed') && !row.uses.includes('publish'))
    return { outcome: 'no-consent' }
  return { outcome: 'someone-was-faster' }
}
