import { nothingAppears } from '#app/features/testimonies/appearing.ts'
import { repliesLeave } from '#app/features/testimonies/commands/reopen-cases.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { statesBefore } from '#app/features/testimonies/rules.ts'
import type { TestimonyState } from '#app/features/testimonies/schema.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { standsAsProposedBy } from '../policy.ts'
import type { ToldStep } from '../reasons.ts'
import { letGo } from './claim-testimony.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'
import { wordsForAuthor, writeToWitness } from './write-to-witness.server.ts'

interface Reasoned {
  /** The version that was displayed: no other is decided on. */
  draftVersion: number
  reason: string
  /** For the author; without one, the words that belong to the reason. */
  message?: string | null
  /** For the team. */
  note: string | null
  /** The state that was displayed, where several are decided on at once. */
  shownState?: TestimonyState
}

const noteOf = (key: DataKey | null, words: string | null) => (key && words !== null ? { key, words } : null)

/** The author is told in the transaction of the step itself. */
const tells =
  (told: { key: DataKey; step: ToldStep }, { reason, message = null }: Reasoned, { testimonyId, now }: Hands) =>
  async (tx: Parameters<typeof writeToWitness>[0]) => {
    const words = await wordsForAuthor(tx, { step: told.step, reason, message }, testimonyId)
    await writeToWitness(tx, { testimonyId, key: told.key, kind: 'decision', words }, now)
  }

/** What was agreed on a text is over. */
const nothingAgreed = { proposedById: null, approvedVersion: null, secondedById: null, secondedVersion: null }

/** Every version has one step that wrote it: up to the one that is decided on, what was read here is what stands there. */
async function isOwnProposal(draftVersion: number, { actor, testimonyId }: Hands): Promise<boolean> {
  const written = await apart().decision.findMany({
    where: { testimonyId, kind: { in: ['proposed', 'drafted'] }, draftVersion: { lte: draftVersion } },
    select: { kind: true, staffId: true },
    orderBy: { draftVersion: 'asc' },
  })
  return standsAsProposedBy(actor.id, written)
}

/** What stands there as they saw it is theirs: that is why, unless something else comes before. */
async function whyNotTheirs(draftVersion: number, hands: Hands): Promise<Refusal> {
  const refusal = await whyRefused(hands, draftVersion)
  if (refusal.outcome !== 'someone-was-faster' && refusal.outcome !== 'no-consent') return refusal
  const where = { id: hands.testimonyId, draftVersion, state: { in: statesBefore('declined') } }
  return (await apart().testimony.count({ where })) === 1 ? { outcome: 'own-proposal' } : refusal
}

/**
 * Closes a testimony without publishing it, and tells its author why. Whoever proposed it leaves that to someone else, also
 * after setting it aside, asking, or saving it once more.
 */
export async function declineTestimony(decision: Reasoned, hands: Hands): Promise<{ outcome: 'declined' } | Refusal> {
  const { draftVersion, reason, note, shownState } = decision
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  if (await isOwnProposal(draftVersion, hands)) return whyNotTheirs(draftVersion, hands)
  const declined = await settle(
    {
      kind: 'declined',
      draftVersion,
      reason,
      note: noteOf(key, note),
      where: {
        AND: [{ state: { in: statesBefore('declined') } }, shownState ? { state: shownState } : {}],
        draftVersion,
      },
      data: { ...letGo, state: 'declined', heldUntil: null, urgent: false },
      also: tells({ key, step: 'decline' }, decision, hands),
    },
    hands,
  )
  return declined ? { outcome: 'declined' } : whyRefused(hands, draftVersion)
}

/** Takes a declined testimony back into the queue, and tells its author. Nothing that was agreed before holds. */
export async function reopenTestimony(decision: Reasoned, hands: Hands): Promise<{ outcome: 'reopened' } | Refusal> {
  const { draftVersion, reason, note } = decision
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const reopened = await settle(
    {
      kind: 'reopened',
      draftVersion,
      reason,
      note: noteOf(key, note),
      where: { draftVersion, state: 'declined' },
      data: { ...letGo, ...nothingAgreed, state: 'submitted' },
      also: tells({ key, step: 'reopen' }, decision, hands),
    },
    hands,
  )
  return reopened ? { outcome: 'reopened' } : whyRefused(hands, draftVersion)
}

/**
 * Takes a published testimony off the site. One person is enough, because taking away harms nobody, and it waits for no key:
 * a session that opens nothing takes away all the same, and only what it would have written is not written. The published
 * words leave the database with it; the day of publication stays, for the legal clocks that run from it.
 */
export async function unpublishTestimony(
  decision: Reasoned,
  hands: Hands,
): Promise<{ outcome: 'unpublished' } | Refusal> {
  const { draftVersion, reason, note, message = null } = decision
  const key = await keyFor(hands)
  if ((note !== null || message !== null) && !key) return whyRefused(hands, draftVersion) // what was typed would be lost
  const unpublished = await settle(
    {
      kind: 'unpublished',
      draftVersion,
      reason,
      note: noteOf(key, note),
      whoeverHolds: true,
      where: { draftVersion, state: 'published' },
      data: { ...letGo, ...nothingAppears, ...nothingAgreed, state: 'unpublished' },
      also: async (tx) => {
        await repliesLeave(tx, hands.testimonyId)
        if (key) await tells({ key, step: 'unpublish' }, decision, hands)(tx)
      },
    },
    hands,
  )
  return unpublished ? { outcome: 'unpublished' } : whyRefused(hands, draftVersion)
}
