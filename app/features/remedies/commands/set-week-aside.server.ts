import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { AsideReason } from '../barometer/week.ts'

interface Aside {
  actor: Actor
  campaignId: number
  /** Its Monday. */
  week: string
}

export type AsideOutcome = { outcome: 'set-aside' | 'taken-back' | 'unchanged' }

/** Takes a week that somebody filled out of every number, with a trace. Its reports stay: it can be taken back. */
export async function setWeekAside(
  { actor, campaignId, week }: Aside,
  reason: AsideReason,
  now: Date,
): Promise<AsideOutcome> {
  return db().$transaction(async (tx) => {
    const reported = await tx.barometerCount.aggregate({
      where: { campaignId, week: dayKept(week) },
      _sum: { n: true },
    })
    const reports = reported._sum.n ?? 0
    if (reports === 0) return { outcome: 'unchanged' }
    const row = { campaignId, week: dayKept(week), reason }
    const { count } = await tx.barometerAside.createMany({ data: row, skipDuplicates: true })
    if (count === 0) return { outcome: 'unchanged' }
    const subject = `campaign:${campaignId}`
    await appendAudit(tx, { actor, action: 'barometer.set-aside', subject, detail: { week, reason, reports } }, now)
    return { outcome: 'set-aside' }
  })
}

/** Lets a week count again, with a trace. */
export async function takeWeekBack({ actor, campaignId, week }: Aside, now: Date): Promise<AsideOutcome> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.barometerAside.deleteMany({ where: { campaignId, week: dayKept(week) } })
    if (count === 0) return { outcome: 'unchanged' }
    const subject = `campaign:${campaignId}`
    await appendAudit(tx, { actor, action: 'barometer.taken-back', subject, detail: { week } }, now)
    return { outcome: 'taken-back' }
  })
}
