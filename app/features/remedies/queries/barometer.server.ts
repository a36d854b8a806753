import { z } from 'zod'
import { dayRead } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Counted, Publication, Shown } from '../barometer/publication.ts'
import { answerableLetters, cellOf, daysClasses, outcomes } from '../barometer/report.ts'

const cells = z.record(z.string(), z.number().int())

export interface PublicBarometer {
  /** Grows by one with each publication. */
  number: number
  /** The Monday of the week in which these numbers were made; `YYYY-MM-DD`. */
  asOf: string
  shown: Shown
}

/** What anyone may know; `null` before the first publication. */
export async function publicBarometer(campaignId: number): Promise<PublicBarometer | null> {
  const row = await db().barometerPublication.findUnique({
    where: { campaignId },
    select: { number: true, week: true, shown: true },
  })
  return row && { number: row.number, asOf: dayRead(row.week), shown: cells.parse(row.shown) }
}

export interface KeptPublication extends Publication {
  number: number
}

/** What was published last, with the true numbers behind it: for the next publication only. */
export async function lastPublication(campaignId: number): Promise<KeptPublication | null> {
  const row = await db().barometerPublication.findUnique({ where: { campaignId } })
  return row && { number: row.number, shown: cells.parse(row.shown), counted: cells.parse(row.counted) }
}

const outcomeOf = (text: string) => outcomes.find((one) => one === text)
const daysOf = (text: string) => daysClasses.find((one) => one === text)

/** The true numbers by cell, without the weeks that the team set aside. */
export async function trueBarometer(campaignId: number): Promise<Counted> {
  const rows = await db().$queryRaw<{ letter: string; outcome: string; days: string; department: string; n: number }[]>`
    select coalesce(letter, '') as letter, coalesce(outcome, '') as outcome, coalesce(days, '') as days,
      coalesce(department, '') as department, sum(n)::int as n
    from barometer_count c where campaign_id = ${campaignId} and letter = any(${[...answerableLetters]})
      and not exists (select from barometer_aside a where a.campaign_id = c.campaign_id and a.week = c.week)
    group by grouping sets ((letter, outcome), (outcome, days), (department))`
  const counted: Record<string, number> = {}
  for (const { letter, outcome: said, days: passed, department, n } of rows) {
    const outcome = outcomeOf(said)
    const days = daysOf(passed)
    if (department) counted[cellOf.department(department)] = n
    else if (outcome && days) counted[cellOf.days(outcome, days)] = n
    else if (outcome && letter) counted[cellOf.answer(letter, outcome)] = n
  }
  return counted
}

/** A week for the team: how many reported, and how many of them the very same. */
export interface ReportedWeek {
  week: string
  n: number
  alike: number
  /** Why it was set aside; `null` when it counts. */
  aside: string | null
}

/** The last year of weeks in which somebody reported, the newest first. */
export async function reportedWeeks(campaignId: number): Promise<ReportedWeek[]> {
  const rows = await db().$queryRaw<{ week: Date; n: number; alike: number; aside: string | null }[]>`
    select c.week, sum(c.n)::int as n, max(c.n)::int as alike, min(a.reason) as aside
    from barometer_count c left join barometer_aside a on a.campaign_id = c.campaign_id and a.week = c.week
    where c.campaign_id = ${campaignId} group by c.week order by c.week desc limit 53`
  return rows.map((row) => ({ ...row, week: dayRead(row.week) }))
}

/** How many weeks are in no number. */
export const countAside = (campaignId: number): Promise<number> => db().barometerAside.count({ where: { campaignId } })
