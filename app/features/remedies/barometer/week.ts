import { z } from 'zod'
import { daysBetween, plusDays } from '#app/i18n/calendar.ts'

const aMonday = '2024-01-01'

/** The Monday of a day's week: the finest time that is kept of a report. Days are `YYYY-MM-DD`. */
export const mondayOf = (day: string): string => plusDays(day, -(((daysBetween(aMonday, day) % 7) + 7) % 7))

/** Chance values of pages are remembered for this week and the one before. */
export const weeksOfForms = 2

/** Why the team sets a week aside. `barometer.desk.reasons.<code>`. */
export const asideReasons = ['wave', 'trial', 'mistake'] as const
export type AsideReason = (typeof asideReasons)[number]

interface Week {
  n: number
  /** How many of them are the report that came most often. */
  alike: number
}

const enoughToWonder = 20

/** Worth a look: many reports of which most are the very same, or three times as many as in the middle of the other weeks. */
export function isOdd(week: Week, others: readonly Week[]): boolean {
  if (week.n < enoughToWonder) return false
  if (week.alike * 2 > week.n) return true
  const sizes = others.map(({ n }) => n).toSorted((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)]
  return middle !== undefined && week.n > 3 * middle
}

export const isAsideReason = (text: string): text is AsideReason => asideReasons.some((reason) => reason === text)

/** What the team does with a week. */
export const weekForm = z.object({
  week: z.iso.date().refine((day) => mondayOf(day) === day),
  intent: z.enum(['aside', 'back']),
  reason: z.enum(asideReasons).default('wave'),
})
