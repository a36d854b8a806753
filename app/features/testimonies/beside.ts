/**
 * WHAT STANDS BESIDE A TEXT (docs/decisions/0041): the answers of a deposit that appear with it. Each may be left out, because
 * together they may point to one person; none is ever added or made up. Pure.
 */

/** What a deposit answered, in clear. */
export interface Answers {
  system: string
  /** `YYYY-MM`. */
  period: string | null
  department: string | null
  consequences: readonly string[]
  attempts: readonly string[]
}

/** What of it stands with one version of a text; what is left out is `null`, or not in its list. */
export interface Beside {
  system: string | null
  /** `YYYY-MM`, or `YYYY`: the year alone. */
  period: string | null
  department: string | null
  consequences: string[]
  attempts: string[]
}

/** How much of the month is said. */
export const periodGrains = ['month', 'year', 'none'] as const
export type PeriodGrain = (typeof periodGrains)[number]

/** What somebody wants to stand there. */
export interface BesideChoice {
  system: boolean
  period: PeriodGrain
  department: boolean
  consequences: readonly string[]
  attempts: readonly string[]
}

/** The columns that hold them. */
export const answerColumns = {
  system: true,
  period: true,
  department: true,
  consequences: true,
  attempts: true,
} as const

export const nothingBeside: Beside = { system: null, period: null, department: null, consequences: [], attempts: [] }

const among = (given: readonly string[], kept: readonly string[]): string[] => given.filter((one) => kept.includes(one))

const coarse = (period: string | null, grain: PeriodGrain): string | null =>
  period === null || grain === 'none' ? null : grain === 'year' ? period.slice(0, 4) : period

/** The values of a choice: of what was answered, never anything else, whatever the choice names. */
export const besideOf = (answers: Answers, choice: BesideChoice): Beside => ({
  system: choice.system ? answers.system : null,
  period: coarse(answers.period, choice.period),
  department: choice.department ? answers.department : null,
  consequences: among(answers.consequences, choice.consequences),
  attempts: among(answers.attempts, choice.attempts),
})

/** As it was before anybody chose: all that has always appeared. What was tried never did. */
export const besideUnchosen = (answers: Answers): Beside =>
  besideOf(answers, {
    system: true,
    period: 'month',
    department: true,
    consequences: answers.consequences,
    attempts: [],
  })

const grainOf = (period: string | null): PeriodGrain =>
  period === null ? 'none' : period.length === 4 ? 'year' : 'month'

/** The choice behind some values; `besideOf` makes the same values of it. */
export const choiceOf = ({ system, period, department, consequences, attempts }: Beside): BesideChoice => ({
  system: system !== null,
  period: grainOf(period),
  department: department !== null,
  consequences,
  attempts,
})

/** What stands with a sentence that appears alone: its credit says no more. */
export const besideQuote = ({ system, period, department }: Beside): Beside => ({
  ...nothingBeside,
  system,
  period,
  department,
})

/** One value that can be shown or left out; `value` is a code, or a period. */
export interface BesideValue {
  field: 'system' | 'department' | 'period' | 'consequence' | 'attempt'
  value: string
}

/** The values one by one, in the order of the page. */
export const valuesOf = ({ system, period, department, consequences, attempts }: Beside): BesideValue[] => [
  ...(system === null ? [] : [{ field: 'system' as const, value: system }]),
  ...(department === null ? [] : [{ field: 'department' as const, value: department }]),
  ...(period === null ? [] : [{ field: 'period' as const, value: period }]),
  ...consequences.map((value) => ({ field: 'consequence' as const, value })),
  ...attempts.map((value) => ({ field: 'attempt' as const, value })),
]

/** A value as forms and messages name it: `department`, `consequence:cut`. */
export const itemOf = ({ field, value }: BesideValue): string =>
  field === 'consequence' || field === 'attempt' ? `${field}:${value}` : field

/** The same without those items; what names nothing changes nothing. */
export const withoutItems = (beside: Beside, items: readonly string[]): Beside => ({
  system: items.includes('system') ? null : beside.system,
  period: items.includes('period') ? null : beside.period,
  department: items.includes('department') ? null : beside.department,
  consequences: beside.consequences.filter((code) => !items.includes(`consequence:${code}`)),
  attempts: beside.attempts.filter((code) => !items.includes(`attempt:${code}`)),
})

export type BesideChange = BesideValue & { kind: 'same' | 'removed' | 'added' }

const holds = (values: readonly BesideValue[], { field, value }: BesideValue): boolean =>
  values.some((one) => one.field === field && one.value === value)

/** What somebody who reads again has to see: what stayed, what went, what came; a month that became a year went and came. */
export function besideChanges(older: Beside, newer: Beside): BesideChange[] {
  const [before, after] = [valuesOf(older), valuesOf(newer)]
  const fields = ['system', 'department', 'period', 'consequence', 'attempt'] as const
  return fields.flatMap((field) => [
    ...before
      .filter((one) => one.field === field)
      .map((one) => ({ ...one, kind: holds(after, one) ? ('same' as const) : ('removed' as const) })),
    ...after
      .filter((one) => one.field === field && !holds(before, one))
      .map((one) => ({ ...one, kind: 'added' as const })),
  ])
}

/** Everything that was answered: what the first proposal is compared with. */
export const besideEverything = (answers: Answers): Beside => ({
  ...besideUnchosen(answers),
  attempts: [...answers.attempts],
})
