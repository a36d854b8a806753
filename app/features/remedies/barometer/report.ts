import { z } from 'zod'
import { departments } from '#app/features/campaigns/departments.ts'

/** What came back after a letter. `barometer.outcomes.<code>` in both languages. */
export const outcomes = ['answered', 'partly', 'refused', 'silent'] as const
export type Outcome = (typeof outcomes)[number]

/** Days between sending and the answer, or today. Never finer: `upTo30` is 15 to 30. */
export const daysClasses = ['upTo14', 'upTo30', 'upTo60', 'upTo90', 'upTo180', 'over180'] as const
export type DaysClass = (typeof daysClasses)[number]

const firstDay: Record<DaysClass, number> = {
  upTo14: 0,
  upTo30: 15,
  upTo60: 31,
  upTo90: 61,
  upTo180: 91,
  over180: 181,
}

const shortest = 15
const month = 31
const twoMonths = 61

/**
 * Days after which saying nothing is silence, by letter; before, an answer may still come. A month: rights over data (GDPR, art. 12(3)),
 * documents and algorithms (CRPA, R*311-12 and R311-13), reasons (CRPA, L232-4). Two months: whatever silence refuses (CRPA, L231-4).
 * Where no text names a delay, two weeks. Left out: cards that say why not (L07, L18), and the court (L16), which judges.
 */
const silenceFrom = {
  L01: month,
  L02: month,
  L03: month,
  L04: month,
  L05: month,
  L06: month,
  L08: month,
  L09: shortest,
  L10: shortest,
  L11: shortest,
  L12: shortest,
  L13: twoMonths,
  L14: twoMonths,
  L15: shortest,
  L17: month,
  L19: shortest,
} as const
export type AnswerableLetter = keyof typeof silenceFrom

export const isAnswerable = (code: string): code is AnswerableLetter => Object.hasOwn(silenceFrom, code)
export const answerableLetters: readonly AnswerableLetter[] = Object.keys(silenceFrom).filter(isAnswerable).toSorted()

/** Whether so many days without a word are silence already. */
export const isSilence = (letter: AnswerableLetter, days: DaysClass): boolean => firstDay[days] >= silenceFrom[letter]

/** The smallest class from which nothing said is silence. */
export const silenceBegins = (letter: AnswerableLetter): DaysClass =>
  daysClasses.find((days) => isSilence(letter, days)) ?? 'over180'

/** No place was given. */
export const unsaid = 'unsaid'
const codes = new Set(departments.map(({ code }) => code))

/** What somebody reports. Nothing in it says who, where exactly, or when. */
export const reportForm = z
  .object({
    letter: z.string({ error: 'barometer.errors.letter' }).refine(isAnswerable, 'barometer.errors.letter'),
    outcome: z.enum(outcomes, { error: 'barometer.errors.outcome' }),
    days: z.enum(daysClasses, { error: 'barometer.errors.days' }),
    department: z
      .string()
      .default('')
      .transform((code) => code || unsaid)
      .refine((code) => code === unsaid || codes.has(code), 'barometer.errors.department'),
    /** A chance value of the page: sent twice, it counts once. */
    once: z.uuid().optional().catch(undefined),
  })
  .superRefine(({ letter, outcome, days }, check) => {
    if (outcome === 'silent' && isAnswerable(letter) && !isSilence(letter, days))
      check.addIssue({ code: 'custom', path: ['days'], message: 'barometer.errors.tooEarly' })
  })
export type Report = z.infer<typeof reportForm>

/** The name of a number in a publication: `answer/L01/silent`, `days/silent/upTo60`, `department/31`. */
export const cellOf = {
  answer: (letter: string, outcome: Outcome) => `answer/${letter}/${outcome}`,
  days: (outcome: Outcome, days: DaysClass) => `days/${outcome}/${days}`,
  department: (code: string) => `department/${code}`,
}

/** Every place there is, and none: all of them are always told. */
export const placeCodes: readonly string[] = [...departments.map(({ code }) => code), unsaid]
