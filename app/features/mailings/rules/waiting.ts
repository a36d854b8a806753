import type { MailingState } from '../schema.ts'
import { isOwn, type Hands } from './approval.ts'

/**
 * What a mailing waits for: somebody to agree, to begin what was agreed to, to look again at what did not begin at its hour or
 * is too late for it, to choose between two subjects; or, with nobody to do anything, for the letters or the clock of its trial.
 */
export type MailingWait = 'approval' | 'approved' | 'not-begun' | 'late' | 'choice' | 'trial'

/** A trial that is not decided. */
export interface OpenTrial {
  /** `null`: a person chooses. */
  hours: number | null
  /** Letters that wait for the outcome. */
  holds: boolean
  /** Letters of the trial itself that are still to go; not those that a server asked to send later. */
  going: boolean
}

export interface Standing extends Hands {
  state: MailingState
  approvedById: string | null
  /** Its hour is over by so much that a person has to say whether it is still wanted. */
  tooLate: boolean
  unscheduledBecause: string | null
  /** `null`: none, or decided. */
  trial: OpenTrial | null
}

/** What a trial that is not decided waits for; `null`: nobody waits for its outcome. */
export function trialWaitsFor({ hours, holds, going }: OpenTrial): 'choice' | 'clock' | 'letters' | null {
  if (!holds) return null
  if (going) return 'letters'
  return hours === null ? 'choice' : 'clock'
}

/** What a mailing waits for; `null`: it goes on, is over, or is still being written. */
export function waitOf({
  state,
  askedById,
  approvedById,
  tooLate,
  unscheduledBecause,
  trial,
}: Standing): MailingWait | null {
  if (state === 'draft') {
    if (approvedById !== null) return 'approved'
    if (askedById !== null) return 'approval'
    return unscheduledBecause === null ? null : 'not-begun'
  }
  if (state === 'scheduled') return tooLate ? 'late' : null
  const waitsFor = state === 'sending' && trial ? trialWaitsFor(trial) : null
  if (waitsFor === null) return null
  return waitsFor === 'choice' ? 'choice' : 'trial'
}

/** Whether it is for this person to do: nobody agrees to what is their own, and what was agreed to goes back to whose it is. */
export function isForPerson(wait: MailingWait, personId: string, hands: Hands): boolean {
  if (wait === 'trial') return false
  if (wait === 'approval') return !isOwn(personId, hands)
  return wait !== 'approved' || isOwn(personId, hands)
}
