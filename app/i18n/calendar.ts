/** Reckoning with days of the calendar, `YYYY-MM-DD`. No clock: today is given. */

const millisecondsPerDay = 86_400_000
const instantOf = (day: string) => new Date(`${day}T00:00:00Z`)
const asDay = (instant: Date) => instant.toISOString().slice(0, 10)

/** A day as the database keeps it, read as `YYYY-MM-DD`. */
export const dayRead = (kept: Date): string => asDay(kept)
export const dayKept = (day: string): Date => instantOf(day)

export const plusDays = (day: string, days: number): string =>
  asDay(new Date(instantOf(day).getTime() + days * millisecondsPerDay))

/** The same day so many months later; the last of the month where it has none: three months after 30 November end on 28 February. */
export function plusMonths(day: string, months: number): string {
  const from = instantOf(day)
  const firstOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const lastOfMonth = new Date(Date.UTC(firstOfMonth.getUTCFullYear(), firstOfMonth.getUTCMonth() + 1, 0)).getUTCDate()
  firstOfMonth.setUTCDate(Math.min(from.getUTCDate(), lastOfMonth))
  return asDay(firstOfMonth)
}

/** How many days lie between; negative when the second is before the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to).getTime() - instantOf(from).getTime()) / millisecondsPerDay)
