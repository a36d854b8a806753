import { z } from 'zod'
import type { Locale } from '#app/i18n/locale.ts'
import { longestSubject, type MailingTexts } from '../schema.ts'

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

/**
 * In the links of letters that try a subject (`?v=`): drawn for each subject of each trial, 96 bits, and nothing of the reader.
 * Letters that began before marks were drawn carry the number of the trial and the subject.
 */
const mark = /^(?:[\w-]{16}|[1-9]\d{0,8}[ab])$/

/** Whether something may be a mark. If it is one says the database. */
export const isMark = (text: string | null): text is string => text !== null && mark.test(text)

const subject = z
  .string({ error: 'mailings.trial.errors.subjectMissing' })
  .trim()
  .min(1, 'mailings.trial.errors.subjectMissing')
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
      /** Ticked by whoever tries with too few. */
      anyway: z.literal('on').optional().catch(undefined),
    }),
    z.object({ intent: z.literal('drop') }),
    z.object({
      intent: z.literal('choose'),
      winner: z.enum(variants, 'mailings.trial.errors.winner'),
      understood: z.literal('on', 'mailings.trial.errors.understood'),
    }),
  ],
  'mailings.errors.intentUnknown',
)
export type TrialForm = z.output<typeof trialForm>

/**
 * Fewer people for one subject can say nothing: where one in ten does something, a hundred letters each make the twenty actions
 * below which nothing is said (`fewestActions`), and the one subject must do twice as well as the other to be told from chance.
 */
export const fewestTried = 100

/** About how many get each of the two subjects. @param total of the audience */
export function triedEach(total: number, share: number): number {
  const shares = total * share
  return (shares - (shares % 200)) / 200
}
export const areTooFew = (total: number, share: number): boolean => triedEach(total, share) < fewestTried

/** As far as a reader sees a difference. */
const sameWords = (one: string, other: string) =>
  one.normalize('NFKC').replace(/\s+/g, ' ').trim() === other.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** In which languages both subjects are one. */
export const sameSubjects = (first: Record<Locale, string>, second: Record<Locale, string>): Locale[] =>
  (['fr', 'en'] as const).filter((locale) => sameWords(first[locale], second[locale]))

/** Both subjects are one, in French or in English; or too few people try them. */
export type TrialFault = 'sameFr' | 'sameEn' | 'tooFew'

/** What is wrong with a trial of this draft, by field. @param total of the audience now */
export function faultsOfTrial(
  { subjectFr, subjectEn, share, anyway }: Extract<TrialForm, { intent: 'keep' }>,
  { texts: { fr, en }, total }: { texts: MailingTexts; total: number },
): Record<string, TrialFault> {
  const faults: Record<string, TrialFault> = {}
  const same = sameSubjects({ fr: fr.subject, en: en.subject }, { fr: subjectFr, en: subjectEn })
  if (same.includes('fr')) faults.subjectFr = 'sameFr'
  if (same.includes('en')) faults.subjectEn = 'sameEn'
  if (areTooFew(total, share) && anyway === undefined) faults.share = 'tooFew'
  return faults
}

/** Of a trial: the second subject, and which of the two went to the rest. */
export interface KeptSubject {
  subjectFr: string
  subjectEn: string
  winner: string | null
}

/** What a mailing is called: its first subject, or the second once that was chosen for the rest. */
export const subjectNow = (first: string, trial: KeptSubject | null, locale: Locale): string =>
  trial?.winner === 'b' ? (locale === 'fr' ? trial.subjectFr : trial.subjectEn) : first

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

/** How often one network counts in a day, for one subject and one thing that is done. */
export const countedADay = 2
/** All that one network can add to a subject before the clock chooses: two days are at most three of the calendar. */
export const mostOfOneNetwork = 3 * countedADay

/**
 * What the rest gets once the time is over: the second subject when it is ahead by more than one network can add, else the first,
 * which would have gone to everybody without a trial.
 */
export const winnerOf = (a: Tried, b: Tried): Variant =>
  compare(a, { ...b, actions: b.actions - mostOfOneNetwork }).leader === 'b' ? 'b' : 'a'
