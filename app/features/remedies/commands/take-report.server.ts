import { randomUUID } from 'node:crypto'
import { dayKept } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Report } from '../barometer/report.ts'
import { mondayOf } from '../barometer/week.ts'

/** A value for one page. It says nothing of time or of who asked. */
export const newReportId = (): string => randomUUID()

export type TakeOutcome = { outcome: 'counted' | 'already-counted' }

/** Adds one to how many reported the same this week. A page sent twice counts once. Nothing of who sent it, or when, is kept. */
export async function takeReport(campaignId: number, report: Report, now: Date): Promise<TakeOutcome> {
  const week = dayKept(mondayOf(parisDay(now)))
  const { letter, outcome, days, department, once = newReportId() } = report
  return db().$transaction(async (tx) => {
    const { count } = await tx.barometerForm.createMany({ data: { id: once, week }, skipDuplicates: true })
    if (count === 0) return { outcome: 'already-counted' }
    await tx.$executeRaw`
      insert into barometer_count (campaign_id, week, letter, outcome, days, department, invented, n)
      values (${campaignId}, ${week}::date, ${letter}, ${outcome}, ${days}, ${department}, false, 1)
      on conflict (campaign_id, week, letter, outcome, days, department, invented) do update set n = barometer_count.n + 1`
    return { outcome: 'counted' }
  })
}
