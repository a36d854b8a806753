import { z } from 'zod'

/** What confirmed signatures are counted by. */
export const breakdowns = ['day', 'hour', 'department', 'country', 'language'] as const
export type Breakdown = (typeof breakdowns)[number]

export const fileFormats = ['json', 'csv'] as const
/** Counts come as a workbook as well. */
export const countFormats = [...fileFormats, 'xlsx'] as const

/** Signatures whose département is not known: signed from abroad, or a postcode that names none. */
export const unknownPlace = 'unknown'

/** One line of a count. The key is a Paris day, a Paris hour (`2026-01-31T14`), a code of a place or a language. */
export interface CountRow {
  key: string
  confirmed: number
}

/** What stands in the place of a number too small to publish: fewer than ten, or nobody. */
export const smallCell = '<10'

/** One line as anyone may read it. */
export interface PublicCountRow {
  key: string
  confirmed: number | typeof smallCell
}

/** Which counts, as which file: the same question for the machine interface and for the team. */
const countsQuestion = z.object({
  by: z.enum(breakdowns).default('day'),
  format: z.enum(countFormats).default('json'),
})
export type CountsQuestion = z.infer<typeof countsQuestion>

export type QuestionOutcome =
  | { outcome: 'understood'; question: CountsQuestion }
  | { outcome: 'not-understood'; parameter: string; allowed: readonly string[] }

/** Reads the question from an address. A parameter given twice is refused: which one was meant is not ours to guess. */
export function readCountsQuestion(parameters: URLSearchParams): QuestionOutcome {
  const allowed = { by: breakdowns, format: countFormats } as const
  for (const parameter of ['by', 'format'] as const) {
    const given = parameters.getAll(parameter)
    const known = given.every((value) => allowed[parameter].some((one) => one === value))
    if (given.length > 1 || !known) return { outcome: 'not-understood', parameter, allowed: allowed[parameter] }
  }
  return { outcome: 'understood', question: countsQuestion.parse(Object.fromEntries(parameters)) }
}
