import { chance, numberOf } from './chance.ts'
import type { Sorted } from './score.ts'

/** What stands between a score and a decision. All in people out of 100. */
export interface Procedure {
  /** Files that somebody really reads again, and puts right where they are wrong. */
  review: number
  /** People who are told what was held against them, and contest it. */
  contest: number
  /** Justified contestations that succeed. */
  success: number
}

export interface Course {
  /** Files really read again, of all that were flagged. */
  read: number
  /** Numbers of the people flagged wrongly whom the review puts right, whom the contestation does, and who remain. */
  reviewed: number[]
  restored: number[]
  remaining: number[]
}

const lots = { review: numberOf('review'), contest: numberOf('contest'), success: numberOf('success') } as const

/**
 * The same flagged people led through a procedure. Each has one lot for each step, which does not depend on the procedure: where
 * no proportion of one procedure is lower than the other's, nobody remains in it who does not in the other. On average
 * wrongly flagged × (1 − review) × (1 − contest × success) remain.
 */
export function follow(flagged: readonly Sorted[], procedure: Procedure, seed: number): Course {
  const falls = (step: keyof Procedure, number: number) => chance(seed, lots[step], number) * 100 < procedure[step]
  const course: Course = { read: 0, reviewed: [], restored: [], remaining: [] }
  for (const { number, state } of flagged) {
    const isRead = falls('review', number)
    if (isRead) course.read += 1
    if (state !== 'falseAlarm') continue
    if (isRead) course.reviewed.push(number)
    else if (falls('contest', number) && falls('success', number)) course.restored.push(number)
    else course.remaining.push(number)
  }
  return course
}
