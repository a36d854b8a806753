import { statesBefore, waitingStates } from '#app/features/testimonies/rules.ts'
import type { Story } from '#app/features/testimonies/schema.ts'
import { sealDraft } from '#app/features/testimonies/sealed-story.server.ts'
import { heldBy, letGo } from './claim-testimony.server.ts'
import { settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

export interface Draft {
  story: Story
  /** The version that was displayed when the writing began. */
  draftVersion: number
}

/** The next version, sealed, if nobody wrote one meanwhile. */
const nextVersion = ({ story, draftVersion }: Draft, { testimonyId }: Hands) => ({
  draftVersion: draftVersion + 1,
  sealedDraft: sealDraft({ id: testimonyId, version: draftVersion + 1 }, story),
})

/**
 * Keeps the text that is to appear as a new version. A proposal was for the version before: it is over, and the new text
 * needs one of its own. Two people who saved from the same version: the second is told, and loses nothing of what was typed.
 */
export async function saveDraft(draft: Draft, hands: Hands): Promise<{ outcome: 'saved' } | Refusal> {
  const { draftVersion } = draft
  const saved = await settle(
    {
      kind: 'drafted',
      draftVersion: draftVersion + 1,
      where: { draftVersion, state: { in: waitingStates } },
      data: { ...nextVersion(draft, hands), ...heldBy(hands), state: 'submitted', proposedById: null },
    },
    hands,
  )
  return saved ? { outcome: 'saved' } : whyRefused(hands, draftVersion)
}

/**
 * Keeps the text as displayed and asks someone else to publish it. Only with the witness's consent to `publish`: without it
 * nobody can, whatever their role.
 */
export async function proposePublication(draft: Draft, hands: Hands): Promise<{ outcome: 'proposed' } | Refusal> {
  const { draftVersion } = draft
  const proposed = await settle(
    {
      kind: 'proposed',
      draftVersion: draftVersion + 1,
      where: { draftVersion, state: { in: statesBefore('proposed') }, uses: { has: 'publish' } },
      data: { ...nextVersion(draft, hands), ...letGo, state: 'proposed', proposedById: hands.actor.id },
    },
    hands,
  )
  return proposed ? { outcome: 'proposed' } : whyRefused(hands, draftVersion)
}
