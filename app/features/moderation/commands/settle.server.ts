import { randomUUID } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { AuditDetail } from '#app/features/staff/audit-chain.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { openKeyForTeam } from '#app/features/testimonies/keys.server.ts'
import { apart, type ApartTransaction } from '#app/features/testimonies/queries/apart.server.ts'
import { sealNote } from '#app/features/testimonies/sealed-story.server.ts'
import { mayAppear, waitingStates } from '#app/features/testimonies/rules.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { claimSeenBy, takenFrom } from '../rules.ts'
import type { StepKind } from '../schema.ts'

/** Whose hands, on what. */
export interface Hands {
  actor: Actor
  testimonyId: string
  now: Date
  /** `null`: the session of these hands opens no testimony, and they write none. */
  keyring: TeamKeyring | null
  /** The step is taken from a list or from a case: what the witness wrote was not on the screen. */
  unseen?: boolean
}

/** What opens one testimony, for hands that may; `null` when they hold no key or nothing is left to open. @throws SealBroken */
export async function keyFor({ actor, testimonyId, keyring }: Hands): Promise<DataKey | null> {
  if (!keyring || !may(actor, 'moderate')) return null
  const row = await apart().dataKey.findUnique({ where: { testimonyId }, select: { forTeam: true } })
  return row && openKeyForTeam(keyring, testimonyId, row.forTeam)
}

interface Settlement {
  kind: StepKind
  /** Beside the claim, everything that must still be true: the database decides, not what was read before. */
  where: Prisma.TestimonyWhereInput
  data: Prisma.TestimonyUncheckedUpdateManyInput
  /** The version that the decision is about. */
  draftVersion?: number
  reason?: string
  /** Sealed like the story: it may quote it. */
  note?: { words: string; key: DataKey } | null
  /** Also when somebody else holds it: it is what the step is about, or takes nothing from them. */
  whoeverHolds?: boolean
  /** What else happens in the same transaction, once the step is taken. */
  also?: (tx: ApartTransaction) => Promise<void>
}

/** Free, expired, or already in these hands. */
const freeFor = ({ actor, now }: Hands): Prisma.TestimonyWhereInput => ({
  OR: [{ claimedById: null }, { claimedById: actor.id }, { claimedUntil: { lte: now } }],
})

async function record(tx: ApartTransaction, step: Settlement, { actor, testimonyId, now }: Hands): Promise<void> {
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
      sealedNote: note === null ? null : sealNote(note.key, id, note.words),
    },
    select: { id: true },
  })
  const detail: AuditDetail = reason === null ? { draftVersion } : { draftVersion, reason }
  await appendAudit(tx, { actor, action: `testimony.${kind}`, subject: `testimony:${testimonyId}`, detail }, now)
}

/** After these the public pages show something else: told with the commit, so that a withdrawn story is never shown for want of a message. */
const changesThePages = new Set<StepKind>(['published', 'unpublished'])

/** After these time runs: what is kept sealed goes when its term is over. */
const decides = new Set<StepKind>(['published', 'unpublished', 'declined'])

/** Takes one step and leaves its decision and audit entry, all or nothing. `false` when the conditions no longer hold. */
export async function settle(step: Settlement, hands: Hands): Promise<boolean> {
  if (!may(hands.actor, 'moderate')) return false
  return apart().$transaction(async (tx) => {
    const { count } = await tx.testimony.updateMany({
      where: { AND: [{ id: hands.testimonyId }, step.whoeverHolds ? {} : freeFor(hands), step.where] },
      // Whoever takes a step has the page before them, and with it what the witness wrote.
      data: {
        ...step.data,
        ...(hands.unseen ? {} : { unreadByTeam: false }),
        ...(decides.has(step.kind) ? { settledOn: dayOf(hands.now) } : {}),
      },
    })
    if (count === 0) return false
    await step.also?.(tx)
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
  /** What these hands held somebody else took over, with a reason. */
  | { outcome: 'taken-over' }
  | { outcome: 'own-proposal' }
  | { outcome: 'no-consent' }
  /** The session holds nothing that opens testimonies. */
  | { outcome: 'vault-closed' }
  /** Another version, or another state: what was decided on is not what stands there now. */
  | { outcome: 'someone-was-faster' }

async function wasTakenOver(actorId: string, testimonyId: string): Promise<boolean> {
  const steps = await apart().decision.findMany({
    where: { testimonyId },
    select: { kind: true, staffId: true, reason: true },
    orderBy: { at: 'asc' },
  })
  const holdings = steps.map(({ staffId, ...step }) => ({ ...step, who: staffId }))
  return takenFrom(holdings, actorId) !== null
}

/** Says why `settle` did nothing. */
export async function whyRefused({ actor, testimonyId, now, keyring }: Hands, draftVersion?: number): Promise<Refusal> {
  if (!may(actor, 'moderate')) return { outcome: 'not-allowed' }
  const row = await apart().testimony.findUnique({
    where: { id: testimonyId },
    select: { state: true, draftVersion: true, claimedById: true, claimedUntil: true, proposedById: true, uses: true },
  })
  if (!row) return { outcome: 'not-found' }
  const another = claimSeenBy(actor.id, row, now) === 'another'
  if (another && (await wasTakenOver(actor.id, testimonyId))) return { outcome: 'taken-over' }
  if (draftVersion !== undefined && draftVersion !== row.draftVersion) return { outcome: 'someone-was-faster' }
  if (another) return { outcome: 'claimed-by-another' }
  if (row.state === 'proposed' && row.proposedById === actor.id) return { outcome: 'own-proposal' }
  if (!keyring) return { outcome: 'vault-closed' }
  if (waitingStates.includes(row.state) && !mayAppear(row.uses, { hasQuote: true })) return { outcome: 'no-consent' }
  return { outcome: 'someone-was-faster' }
}
