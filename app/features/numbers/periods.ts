import type { CountRow } from './schema.ts'

export type Grain = 'hour' | 'day' | 'week' | 'month'

/** A stretch of time by its beginning: a Paris hour (`2026-01-31T14`), or the first day of a day, week or month. */
export interface Period {
  key: string
  value: number
}

export interface Series {
  grain: Grain
  periods: Period[]
}

const oneHour = 3_600_000
const oneDay = 24 * oneHour

/** Half a year of days, five years of weeks: more columns than that nobody tells apart on a phone. */
const mostDays = 183
const mostWeeks = 261

const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
const isoHour = (instant: number): string => new Date(instant).toISOString().slice(0, 13)
/** Calendar days and hours have no zone here: counted in UTC, none is skipped when the clocks change. */
const startOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)

/** The Monday on or before that day. */
function mondayOf(day: string): string {
  const start = startOf(day)
  return isoDay(start - ((new Date(start).getUTCDay() + 6) % 7) * oneDay)
}

const beginning = {
  day: (day: string) => day,
  week: mondayOf,
  month: (day: string) => `${day.slice(0, 7)}-01`,
} as const

/** How finely so many days are drawn. */
export function grainOf(days: number): keyof typeof beginning {
  if (days <= mostDays) return 'day'
  return days <= mostWeeks * 7 ? 'week' : 'month'
}

/** Days without a hole as few enough periods to be read: the sum stays what it was, and no day is in two of them. */
export function periodsOf(days: readonly CountRow[]): Series {
  const grain = grainOf(days.length)
  const sums = new Map<string, number>()
  for (const { key, confirmed } of days) {
    const period = beginning[grain](key)
    sums.set(period, (sums.get(period) ?? 0) + confirmed)
  }
  return { grain, periods: [...sums].map(([key, value]) => ({ key, value })) }
}

/**
 * Every hour from the first counted one, `most` at most and none after `until`; hours without any are zero. The hour that is
 * skipped in spring is there and empty, the one that comes twice in autumn holds both.
 */
export function hoursFrom(rows: readonly CountRow[], { until, most }: { until: string; most: number }): Period[] {
  const counted = new Map(rows.map(({ key, confirmed }) => [key, confirmed]))
  const first = [...counted.keys()].toSorted()[0]
  if (first === undefined) return []
  const from = startOf(first) + Number(first.slice(11)) * oneHour
  return Array.from({ length: most }, (_, place) => isoHour(from + place * oneHour))
    .filter((key) => key <= until)
    .map((key) => ({ key, value: counted.get(key) ?? 0 }))
}

/** The last hours up to `until`, that one included; hours without any are zero. */
export function hoursUntil(rows: readonly CountRow[], { until, most }: { until: string; most: number }): Period[] {
  const counted = new Map(rows.map(({ key, confirmed }) => [key, confirmed]))
  const end = startOf(until) + Number(until.slice(11)) * oneHour
  return Array.from({ length: most }, (_, place) => isoHour(end - (most - 1 - place) * oneHour)).map((key) => ({
    key,
    value: counted.get(key) ?? 0,
  }))
}

/** The day so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string => isoDay(startOf(day) + days * oneDay)
