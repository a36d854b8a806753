import type { FormState } from '#app/ui/form-answers.ts'
import type { Receipt } from '../receipt.server.ts'
import type { RefusedFile } from './files-field.tsx'

/** What the page of the deposit answers to its form. */
export interface TestifyAnswer {
  receipt?: Receipt
  /** The story had words of distress in it. */
  distress?: boolean
  already?: true
  typed?: FormState
  stopped?: boolean
  replaced?: boolean
  refusedFiles?: RefusedFile[]
}

/** What comes with a form that goes back; other words than those that were typed, when they were replaced. */
export type Again = Omit<TestifyAnswer, 'typed'> & { values?: FormState['values'] }
