import { dayKept, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { lastPublication, trueBarometer } from '../queries/barometer.server.ts'
import { nextPublication } from '../barometer/publication.ts'
import { answerableLetters, placeCodes } from '../barometer/report.ts'
import { mondayOf, weeksOfForms } from '../barometer/week.ts'

const cells = { letters: answerableLetters, places: placeCodes }

export type PublishOutcome = { outcome: 'published'; number: number } | { outcome: 'stays' }

/** Publishes the numbers anew when a crowd came or went since the last time; otherwise they stay as they are. */
export async function publishBarometer(campaignId: number, now: Date): Promise<PublishOutcome> {
  const before = await lastPublication(campaignId)
  const next = nextPublication(await trueBarometer(campaignId), before, { cells })
  if (!next) return { outcome: 'stays' }
  const number = (before?.number ?? 0) + 1
  const row = { number, week: dayKept(mondayOf(parisDay(now))), shown: { ...next.shown }, counted: { ...next.counted } }
  return db().$transaction(async (tx) => {
    const { count } = before
      ? await tx.barometerPublication.updateMany({ where: { campaignId, number: before.number }, data: row })
      : await tx.barometerPublication.createMany({ data: { campaignId, ...row }, skipDuplicates: true })
    if (count === 0) return { outcome: 'stays' }
    await notifyWith(tx, 'page', String(campaignId))
    return { outcome: 'published', number }
  })
}

/** Forgets chance values of pages that nobody has open any more. */
export async function forgetReportForms(now: Date): Promise<void> {
  const week = dayKept(plusDays(mondayOf(parisDay(now)), -7 * (weeksOfForms - 1)))
  await db().barometerForm.deleteMany({ where: { week: { lt: week } } })
}
