import type { FormState } from '#app/ui/form-answers.ts'
import type { ModerationStep } from '../schema.ts'
import type { StepOutcome } from '../commands/take-step.server.ts'
import type { DoneStep } from '../done.ts'
import { chosenIn, formOf } from '../redaction/beside-form.ts'

export type RefusedOutcome = Exclude<StepOutcome['outcome'], DoneStep | 'not-found'>

/** What came of a step that was not taken. */
export interface NotTaken extends FormState {
  refusal: RefusedOutcome | null
  /** The form that was sent: it comes back open. */
  step?: string
}

/** A step as it stands in its form, to be shown again; only what a person typed. */
export function typedAgain(step: ModerationStep): NotTaken['values'] {
  switch (step.intent) {
    case 'save':
    case 'propose':
      return {
        title: step.title,
        text: step.text,
        contentWarning: step.contentWarning ?? '',
        quote: step.quote ?? '',
        ...formOf(chosenIn(step)),
        ...(step.intent === 'propose' ? { againWhy: step.againWhy ?? '' } : {}),
      }
    case 'decline':
      return { reason: step.reason, message: step.message ?? '', note: step.note ?? '' }
    case 'unpublish':
      return {
        unpublishReason: step.unpublishReason,
        unpublishMessage: step.unpublishMessage ?? '',
        note: step.note ?? '',
      }
    case 'reopen':
      return { reopenReason: step.reopenReason, reopenMessage: step.reopenMessage ?? '', note: step.note ?? '' }
    case 'hold':
      return { holdReason: step.holdReason, until: step.until ?? '', holdNote: step.holdNote ?? '' }
    case 'ask':
      return { question: step.question }
    case 'take-over':
      return { takeOverReason: step.takeOverReason }
    default:
      return {}
  }
}

/** Where a step that was not taken has its fault: next to the field that is missing, or above all of them. */
export const faultOf = (outcome: RefusedOutcome): Pick<NotTaken, 'refusal' | 'errors'> =>
  outcome === 'same-as-refused'
    ? { refusal: null, errors: { againWhy: 'moderation.refused.sameAsRefused' } }
    : { refusal: outcome, errors: {} }
