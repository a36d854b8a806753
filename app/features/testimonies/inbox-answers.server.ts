import type { MessageKey } from '#app/i18n/t.ts'
import type { WitnessOutcome } from './commands/take-witness-step.server.ts'
import type { Deed } from './inbox.ts'

interface Answer {
  status: 200 | 409
  deed: Deed | null
  /** Why it was not done. */
  refusal: MessageKey | null
}

const done = (deed: Deed | null): Answer => ({ status: 200, deed, refusal: null })
const notDone = (refusal: MessageKey): Answer => ({ status: 409, deed: null, refusal })

const answers: Record<WitnessOutcome['outcome'], Answer> = {
  looked: done(null),
  sent: done('sent'),
  amended: done('amended'),
  refused: done('refused'),
  approved: done('approved'),
  published: done('published'),
  changed: done('changed'),
  'taken-off': done('takenOff'),
  unchanged: done('unchanged'),
  withdrawn: done('withdrawn'),
  'text-changed': notDone('testimonies.inbox.errors.textChanged'),
  'no-consent': notDone('testimonies.inbox.errors.noConsent'),
  'thread-full': notDone('testimonies.inbox.errors.threadFull'),
  'nothing-opens': notDone('testimonies.inbox.errors.nothingOpens'),
  'nothing-left': notDone('testimonies.inbox.errors.stale'),
  'unknown-receipt': notDone('testimonies.inbox.errors.stale'),
}

/** What the page says of a step. */
export const answerTo = ({ outcome }: WitnessOutcome): Answer => answers[outcome]
