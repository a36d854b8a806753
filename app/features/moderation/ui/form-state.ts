import type { FormState } from '#app/ui/form-answers.ts'
import type { ModerationStep } from '../schema.ts'
import type { Refusal } from '../commands/settle.server.ts'

/** What came of a step that was not taken. */
export interface NotTaken extends FormState {
  refusal: Exclude<Refusal['outcome'], 'not-found'> | null
}

/** A step as it stands in its form, to be shown again; only what a person typed. */
export function typedAgain(step: ModerationStep): NotTaken['values'] {
  switch (step.intent) {
    case 'save':
    case 'propose':
      return { title: step.title, text: step.text, contentWarning: step.contentWarning ?? '', quote: step.quote ?? '' }
    case 'decline':
      return { reason: step.reason, note: step.note ?? '' }
    case 'unpublish':
      return { unpublishReason: step.unpublishReason, note: step.note ?? '' }
    default:
      return {}
  }
}
