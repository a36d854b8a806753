import { settledOf } from '../rules.ts'
import type { Progress } from '../schema.ts'
import { isOfFew, type Audience } from './audience.ts'

/** Letters to fewer than ten of whom something is said: no number, but what somebody has to look after. */
interface FewLetters {
  few: true
  /** Some are not sent yet. */
  underWay: boolean
  /** One at least did not arrive. */
  failed: boolean
  /** Of one at least nobody knows whether it arrived. */
  unknown: boolean
}

/** How far a mailing is, as it may be shown. */
export type ShownProgress = ({ few: false } & Progress) | FewLetters

/** A letter to one person in a place, or of a day, says that they are there. Of ten and more each letter has its fate. */
export const progressToShow = (audience: Audience, progress: Progress): ShownProgress =>
  isOfFew(audience, progress.total)
    ? {
        few: true,
        underWay: progress.total > settledOf(progress),
        failed: progress.failed > 0,
        unknown: progress.unknown > 0,
      }
    : { few: false, ...progress }
