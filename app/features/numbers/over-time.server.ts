import { parisDay, parisHour } from '#app/i18n/format.ts'
import { everyDay } from './days.ts'
import { dayAfter, hoursFrom, hoursUntil, periodsOf, type Period } from './periods.ts'
import { hoursBetween } from './queries/hours.server.ts'
import type { CountRow } from './schema.ts'
import { runningTotal, thin } from './thinning.ts'

/** Three days by the hour: of the beginning, and of what has just been. */
const hoursShown = 72
/** Of the line of the total: a telephone has no more pixels than about two for each. */
const mostPoints = 160

const hourAt = (instant: Date): string => `${parisDay(instant)}T${parisHour(instant)}`

interface Asked {
  campaignId: number
  now: Date
  /** Nobody can sign any more; the last day on which anybody could, where it is known. */
  closed: boolean
  closedOn: string | null
}

/** The full hour before this one. */
function lastHourOf(hours: readonly CountRow[], now: Date): Period {
  const key = hourAt(new Date(now.getTime() - 3_600_000))
  return { key, value: hours.find((hour) => hour.key === key)?.confirmed ?? 0 }
}

/**
 * A count of days as it is drawn: by day, week or month, by the hour at the beginning and just now, and as a running total. A few
 * hundred points at most, after ten years too. @param counted only the days that have some, or all of them
 */
export async function overTime(counted: readonly CountRow[], { campaignId, now, closed, closedOn }: Asked) {
  const today = parisDay(now)
  const days = everyDay(counted, closed ? (closedOn ?? '') : today)
  const hour = hourAt(now)
  const first = days[0]?.key ?? today
  const [beginning, recent] = await Promise.all([
    hoursBetween(campaignId, { from: first, to: dayAfter(first, 3) }),
    hoursBetween(campaignId, { from: dayAfter(today, -3), to: today }),
  ])
  const confirmedOn = (day: string) => counted.find(({ key }) => key === day)?.confirmed ?? 0
  const peak = days.reduce<CountRow | null>((best, day) => (day.confirmed > (best?.confirmed ?? 0) ? day : best), null)
  const isYoung = days.length <= 3
  const { grain, periods } = periodsOf(days)
  return {
    today: confirmedOn(today),
    yesterday: confirmedOn(dayAfter(today, -1)),
    lastHour: lastHourOf(recent, now),
    grain,
    periods,
    /** The last of the periods and hours is still under way. */
    underWay: !closed,
    isYoung,
    firstDay: days[0]?.key ?? null,
    lastDay: days.at(-1)?.key ?? null,
    peak: peak && { key: peak.key, value: peak.confirmed },
    firstHours: hoursFrom(beginning, { until: hour, most: hoursShown }),
    lastHours: isYoung || closed ? [] : hoursUntil(recent, { until: hour, most: hoursShown }),
    total: thin(runningTotal(days), mostPoints),
  }
}
export type OverTime = Awaited<ReturnType<typeof overTime>>
