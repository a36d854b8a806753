import { appearing, nothingAppears } from '#app/features/testimonies/appearing.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { mayAppear, statesBefore } from '#app/features/testimonies/rules.ts'
import { openDraft } from '#app/features/testimonies/sealed-story.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { mayDecideOn } from '../policy.ts'
import { letGo } from './claim-testimony.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

interface Displayed {
  /** The version that was displayed: no other is decided on. */
  draftVersion: number
}

interface Reasoned extends Displayed {
  reason: string
  note: string | null
}

const proposal = (id: string) =>
  apart().testimony.findUnique({
    where: { id },
    select: { draftVersion: true, sealedDraft: true, proposedById: true },
  })

/**
 * A second person says yes to exactly the version that was displayed: someone other than its proposer. It appears at once when
 * the witness has said yes to the same version, otherwise as soon as they do; without the witness nothing appears, whoever
 * asks. The published text is a copy of its own; until this moment no column holds a word of it in clear.
 */
export async function publishTestimony(
  { draftVersion }: Displayed,
  hands: Hands,
): Promise<{ outcome: 'published' | 'awaits-witness' } | Refusal> {
  const { actor, testimonyId, now } = hands
  const [row, key] = await Promise.all([proposal(testimonyId), keyFor(hands)])
  if (!row?.sealedDraft || !key || row.draftVersion !== draftVersion || !mayDecideOn(actor, row))
    return whyRefused(hands, draftVersion)
  const draft = openDraft(key, { id: testimonyId, version: draftVersion }, row.sealedDraft)
  const allowed = ['publish', 'quote'].filter((use) => mayAppear([use], { hasQuote: draft.quote !== null }))
  const standing = {
    draftVersion,
    state: 'proposed' as const,
    proposedById: { not: actor.id },
    uses: { hasSome: allowed },
  }
  const seconded = { secondedById: actor.id, secondedVersion: draftVersion }
  const published = await settle(
    {
      kind: 'published',
      draftVersion,
      where: { ...standing, approvedVersion: draftVersion },
      data: { ...letGo, ...seconded },
      also: async (tx) => {
        const { uses } = await tx.testimony.findUniqueOrThrow({ where: { id: testimonyId }, select: { uses: true } })
        const data = appearing(draft, uses, now)
        if (data) await tx.testimony.update({ where: { id: testimonyId }, data, select: { id: true } })
      },
    },
    hands,
  )
  if (published) return { outcome: 'published' }
  const waits = {
    ...standing,
    secondedVersion: null,
    OR: [{ approvedVersion: null }, { NOT: { approvedVersion: draftVersion } }],
  }
  const kept = await settle({ kind: 'seconded', draftVersion, where: waits, data: { ...letGo, ...seconded } }, hands)
  return kept ? { outcome: 'awaits-witness' } : whyRefused(hands, draftVersion)
}

const noteOf = (key: DataKey | null, words: string | null) => (key && words !== null ? { key, words } : null)

/** Closes a testimony without publishing it. Whoever proposed it leaves that to someone else. */
export async function declineTestimony(
  { draftVersion, reason, note }: Reasoned,
  hands: Hands,
): Promise<{ outcome: 'declined' } | Refusal> {
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const declined = await settle(
    {
      kind: 'declined',
      draftVersion,
      reason,
      note: noteOf(key, note),
      where: {
        draftVersion,
        state: { in: statesBefore('declined') },
        OR: [{ proposedById: null }, { proposedById: { not: hands.actor.id } }],
      },
      data: { ...letGo, state: 'declined' },
    },
    hands,
  )
  return declined ? { outcome: 'declined' } : whyRefused(hands, draftVersion)
}

/**
 * Takes a published testimony off the site. One person is enough, because taking away harms nobody. The published words leave
 * the database with it; the day of publication stays, for the legal clocks that run from it.
 */
export async function unpublishTestimony(
  { draftVersion, reason, note }: Reasoned,
  hands: Hands,
): Promise<{ outcome: 'unpublished' } | Refusal> {
  const key = await keyFor(hands)
  if (note !== null && !key) return whyRefused(hands, draftVersion) // taking away waits for no key, a note would be lost
  const unpublished = await settle(
    {
      kind: 'unpublished',
      draftVersion,
      reason,
      note: noteOf(key, note),
      where: { draftVersion, state: 'published' },
      data: {
        ...letGo,
        ...nothingAppears,
        state: 'unpublished',
        proposedById: null,
        approvedVersion: null,
        secondedById: null,
        secondedVersion: null,
      },
    },
    hands,
  )
  if (!unpublished) return whyRefused(hands, draftVersion)
  return { outcome: 'unpublished' }
}
