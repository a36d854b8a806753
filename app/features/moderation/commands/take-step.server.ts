import { chosenIn } from '../redaction/beside-form.ts'
import type { ModerationStep } from '../schema.ts'
import { alreadyDone } from './already-done.server.ts'
import { askWitness } from './ask-witness.server.ts'
import { claimTestimony, releaseTestimony, takeOverTestimony } from './claim-testimony.server.ts'
import { declineTestimony, reopenTestimony, unpublishTestimony } from './close-testimony.server.ts'
import { proposePublication, saveDraft } from './draft-testimony.server.ts'
import { publishTestimony } from './publish-testimony.server.ts'
import { holdTestimony, markUrgent, noteAsRead, resumeTestimony } from './set-aside.server.ts'
import type { Hands, Refusal } from './settle.server.ts'
import type { DoneStep } from '../done.ts'

export type StepOutcome =
  | { outcome: DoneStep }
  | { outcome: 'too-early' | 'day-not-ahead' | 'points-to-someone' | 'not-looked-at' | 'same-as-refused' }
  | Refusal

async function take(step: ModerationStep, hands: Hands): Promise<StepOutcome> {
  switch (step.intent) {
    case 'claim':
      return claimTestimony(hands)
    case 'release':
      return releaseTestimony(hands)
    case 'take-over':
      return takeOverTestimony({ reason: step.takeOverReason }, hands)
    case 'save':
      return saveDraft({ story: step, choice: chosenIn(step), draftVersion: step.draftVersion }, hands)
    case 'propose':
      return proposePublication({ ...step, story: step, choice: chosenIn(step) }, hands)
    case 'publish':
      return publishTestimony({ draftVersion: step.draftVersion, lookedAt: step.publishLookedAt }, hands)
    case 'decline':
      return declineTestimony(step, hands)
    case 'reopen':
      return reopenTestimony({ ...step, reason: step.reopenReason, message: step.reopenMessage }, hands)
    case 'unpublish':
      return unpublishTestimony({ ...step, reason: step.unpublishReason, message: step.unpublishMessage }, hands)
    case 'hold':
      return holdTestimony({ ...step, reason: step.holdReason, note: step.holdNote }, hands)
    case 'noted':
      return noteAsRead(hands)
    case 'resume':
      return resumeTestimony(step, hands)
    case 'ask':
      return askWitness(step, hands)
    case 'urgent':
      return markUrgent(true, hands)
    case 'not-urgent':
      return markUrgent(false, hands)
  }
}

const perhapsDone: readonly StepOutcome['outcome'][] = ['someone-was-faster', 'own-proposal', 'no-consent']

/** The workbench's one door: the step that a form asks for. Sent twice by a hand that slipped, it is taken once and done. */
export async function takeStep(step: ModerationStep, hands: Hands): Promise<StepOutcome> {
  const said = await take(step, hands)
  const done = perhapsDone.includes(said.outcome) ? await alreadyDone(step, hands) : null
  return done === null ? said : { outcome: done }
}
