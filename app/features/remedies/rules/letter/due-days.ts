import { dueDay, type Zone } from '#app/features/remedies/rules/deadlines/due-day.ts'
import { daysBetween } from '#app/i18n/calendar.ts'
import { conditionIn } from './template.ts'
import { ticksOf, valueOf, type MakerLetter, type Typed } from './typed.ts'

/** A rule of time of a letter, with its last day as far as what was typed gives one. */
export interface DueDay {
  rule: string
  fr: string
  en: string
  /** The field it is counted from. */
  from: string
  /** The day typed there, and the last day, `YYYY-MM-DD`. */
  counted: { from: string; day: string } | null
}

/** `sent` is the day the letter bears. */
export const fieldOf = (from: string): string => (from === 'sent' ? 'date' : from)

/** A rule of time that depends on a choice is not for who chose otherwise. As long as nothing is chosen, it may be. */
function mayApply(when: string, typed: Typed): boolean {
  const condition = conditionIn(when)
  const chosen = condition ? ticksOf(typed, condition.field).filter(Boolean) : []
  return chosen.length === 0 || chosen.some((value) => value === condition?.value)
}

/** What the rules of time of a letter make of the days that were typed. Indicative: `dueDay` takes the earlier day where law is unsure. */
export const dueDays = (letter: Pick<MakerLetter, 'deadlines'>, typed: Typed, zone: Zone): DueDay[] =>
  letter.deadlines
    .filter(({ when }) => mayApply(when, typed))
    .map(({ rule, from, fr, en }) => {
      const name = fieldOf(from)
      const day = valueOf(typed, name)
      const due = dueDay({ rule, from: day, zone })
      return { rule, fr, en, from: name, counted: due && { from: day, day: due.day } }
    })

/** Whether it matters where somebody lives: only courts give time for distance. */
export const dependsOnZone = (rule: string): boolean => {
  const [near, far] = (['mainland', 'abroad'] as const).map((zone) => dueDay({ rule, from: '2026-01-15', zone })?.day)
  return near !== far
}

/** How many days before a calendar reminds of a last day: the week before, where there is one, and three days before. */
export const remindersOf = (counted: { from: string; day: string }): number[] =>
  daysBetween(counted.from, counted.day) > 20 ? [7, 3] : [3]
