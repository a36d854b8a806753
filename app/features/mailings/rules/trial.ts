import { z } from 'zod'
import { longestSubject } from '../schema.ts'

/** Two subjects for one mailing. What is compared are numbers of what was done on the site: no letter tells that it was opened. */

export const variants = ['a', 'b'] as const
export type Variant = (typeof variants)[number]
export const isVariant = (text: string | null): text is Variant => variants.some((variant) => variant === text)

/** A page was read, a signature was sent, a way to pass it on was pressed. */
export const trialActions = ['visit', 'sign', 'share'] as const
export type TrialAction = (typeof trialActions)[number]
export const isTrialAction = (text: string | undefined): text is TrialAction =>
  trialActions.some((action) => action === text)

/** Of a hundred readers, how many get one of the two. */
export const shares = [10, 20, 30, 40, 50] as const
export const waits = [1, 2, 4, 8, 24, 48] as const

/** In the links of letters that try a subject (`?v=12b`): the number of the trial and the subject, and nothing of the reader. */
const mark = /^([1-9]\d{0,8})([ab])$/

export function readMark(text: string | null): { number: number; variant: Variant } | null {
  const [, number, variant = null] = mark.exec(text ?? '') ?? []
  return number !== undefined && isVariant(variant) ? { number: Number(number), variant } : null
}

const subject = z
  .string({ error: 'mailings.errors.subjectMissing' })
  .trim()
  .min(1, 'mailings.errors.subjectMissing')
  .max(longestSubject, 'mailings.errors.subjectTooLong')
  .refine((typed) => !/\p{Cc}/u.test(typed), 'mailings.errors.subjectInvalid')
  .refine((typed) => !/\{\{|\*\|/.test(typed), 'mailings.checks.mend.subject-slot')

const among = (allowed: readonly number[], error: string) =>
  z.coerce.number(error).refine((typed) => allowed.includes(typed), error)

/** The buttons of the page. */
export const trialForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('keep'),
      subjectFr: subject,
      subjectEn: subject,
      share: among(shares, 'mailings.trial.errors.share'),
      goal: z.enum(trialActions, 'mailings.trial.errors.goal'),
      /** 0: a person chooses. */
      hours: among([0, ...waits], 'mailings.trial.errors.hours'),
    }),
    z.object({ intent: z.literal('drop') }),
    z.object({ intent: z.literal('choose'), winner: z.enum(variants, 'mailings.trial.errors.winner') }),
  ],
  'mailings.errors.intentUnknown',
)
export type TrialForm = z.output<typeof trialForm>

/** Of one subject: letters handed over, and what was done. */
export interface Tried {
  letters: number
  actions: number
}

export interface Comparison {
  /** The one that led to more, for each letter. `null`: neither. */
  leader: Variant | null
  /** `few`: nothing can be said yet. `chance`: a difference as large comes by chance more often than once in twenty times. `clear`: it does not. */
  says: 'few' | 'chance' | 'clear'
}

/** Fewer of what was done, over both: a number that says nothing. */
export const fewestActions = 20
/** Square of 1.96: one in twenty. */
const oneInTwenty = 3.84

/**
 * Compares two shares (two-proportion test, pooled, 95 %). One person may come twice, so that more may be done than there are
 * letters: then they are compared as numbers of events (Poisson).
 */
export function compare(a: Tried, b: Tried): Comparison {
  if (a.letters === 0 || b.letters === 0) return { leader: null, says: 'few' }
  const [shareA, shareB] = [a.actions / a.letters, b.actions / b.letters]
  const leader = shareA === shareB ? null : shareA > shareB ? 'a' : 'b'
  if (a.actions + b.actions < fewestActions) return { leader, says: 'few' }
  const pooled = (a.actions + b.actions) / (a.letters + b.letters)
  const spread = (pooled < 1 ? pooled * (1 - pooled) : pooled) * (1 / a.letters + 1 / b.letters)
  const difference = shareA - shareB
  return { leader, says: difference * difference > oneInTwenty * spread ? 'clear' : 'chance' }
}

/** What the rest gets once the time is over: the one ahead, however little, else the first. */
export const winnerOf = (a: Tried, b: Tried): Variant => compare(a, b).leader ?? 'a'
