import { parisDay } from '#app/i18n/format.ts'

const millisecondsPerDay = 86_400_000
const startOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** The day in Paris at that instant, as the database keeps days. */
export const dayOf = (instant: Date): Date => startOf(parisDay(instant))

/** The Monday of the week, in Paris: the finest time that is kept of a deposit. */
export function weekOf(instant: Date): Date {
  const day = dayOf(instant)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - sinceMonday * millisecondsPerDay)
}

/** Whole weeks between a deposit and now: 0 in the week of the deposit. */
export const weeksSince = (week: Date, now: Date): number =>
  Math.round((weekOf(now).getTime() - week.getTime()) / (7 * millisecondsPerDay))
