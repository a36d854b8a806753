import { log } from '#app/infra/log/log.server.ts'
import type { SendOutcome } from '#app/infra/mail/send-outcome.ts'
import { sendMail } from '#app/infra/mail/transport.server.ts'
import { isStillWanted, later, putBack, settlementOf, suppressed, type Settlement } from '../../rules.ts'
import { sendWithin, type Claim } from './claim.server.ts'
import { composeLetter } from './compose.server.ts'
import { permitDelivery } from './permit.server.ts'
import { settleDelivery } from './settle.server.ts'

/** What one delivery taught about the server. */
export type Lesson = 'reached' | 'unreachable' | 'nothing'

/** Less than this left of the lease (a process that was stopped and woke up again): the letter is someone else's by now. */
const tooLate = sendWithin - 5000

/**
 * Delivers one claimed letter and writes down what became of it. `claimedAt` is read from a clock that nobody sets back.
 * A letter that cannot be written (its seal is broken) fails by itself and takes no other with it.
 */
export async function deliverOne(claim: Claim, claimedAt: number): Promise<Lesson> {
  const { settlement, lesson } = await attempt(claim, claimedAt)
  if (settlement) await settleDelivery(claim, settlement)
  return lesson
}

interface Attempt {
  /** `null`: the lease may have passed to someone else; whoever ends it decides. */
  settlement: Settlement | null
  lesson: Lesson
}

async function attempt(claim: Claim, claimedAt: number): Promise<Attempt> {
  const wanted = isStillWanted({
    kind: claim.kind,
    signature: claim.signatureState,
    confirmed: claim.confirmed,
    subscription: claim.subscriptionState,
    mailing: claim.mailingState,
    organisation: claim.organisationState,
  })
  if (wanted !== 'send') return { settlement: wanted === 'wait' ? putBack : suppressed, lesson: 'nothing' }
  const letter = await composeLetter(claim).catch((error: unknown) => {
    log.error('a letter cannot be written', { job: 'deliver', id: claim.id, error })
    return 'unwritable' as const
  })
  if (letter === 'unwritable')
    return { settlement: { state: 'failed', reply: null, delay: 0, counted: true }, lesson: 'nothing' }
  if (letter === null) return { settlement: suppressed, lesson: 'nothing' }
  // Updates have an audience of their own, who asked for them and can leave.
  const answer = claim.kind === 'update' ? null : await permitDelivery(letter.to.address, claim.id, claim.heardAt)
  if (answer?.permit === 'suppressed') return { settlement: suppressed, lesson: 'nothing' }
  if (answer?.permit === 'later') return { settlement: later(answer.seconds), lesson: 'nothing' }
  const spent = performance.now() - claimedAt
  if (spent > tooLate) return { settlement: null, lesson: 'nothing' }
  const outcome = await sendMail(letter, sendWithin - spent)
  const trying = { attempt: claim.attempt, age: claim.age, chance: Math.random() }
  return { settlement: settlementOf(outcome, claim.kind, trying), lesson: lessonOf(outcome) }
}

function lessonOf({ outcome }: SendOutcome): Lesson {
  if (outcome === 'unreachable') return 'unreachable'
  return outcome === 'unknown' ? 'nothing' : 'reached'
}
