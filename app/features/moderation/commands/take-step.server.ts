import type { ModerationStep } from '../schema.ts'
import { claimTestimony, releaseTestimony } from './claim-testimony.server.ts'
import { declineTestimony, publishTestimony, unpublishTestimony } from './decide-on-testimony.server.ts'
import { proposePublication, saveDraft } from './draft-testimony.server.ts'
import type { Hands, Refusal } from './settle.server.ts'

export type StepOutcome =
  | {
      outcome:
        'claimed' | 'released' | 'saved' | 'proposed' | 'published' | 'awaits-witness' | 'declined' | 'unpublished'
    }
  | Refusal

/** The workbench's one door: the step that a form asks for. */
export async function takeStep(step: ModerationStep, hands: Hands): Promise<StepOutcome> {
  switch (step.intent) {
    case 'claim':
      return claimTestimony(hands)
    case 'release':
      return releaseTestimony(hands)
    case 'save':
      return saveDraft({ story: step, draftVersion: step.draftVersion }, hands)
    case 'propose':
      return proposePublication({ story: step, draftVersion: step.draftVersion }, hands)
    case 'publish':
      return publishTestimony(step, hands)
    case 'decline':
      return declineTestimony(step, hands)
    case 'unpublish':
      return unpublishTestimony({ ...step, reason: step.unpublishReason }, hands)
  }
}
