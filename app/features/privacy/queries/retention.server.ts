import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { plainBars } from '#app/features/testimonies/rules.ts'
import type { Terms } from '#app/features/testimonies/rules/retention.ts'
import { dayKept, dayRead, plusMonths } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Gone } from '../schema.ts'

const shownRuns = 60
const shownReviews = 100

export interface JournalLine extends Gone {
  id: string
  startedAt: Date
  finished: boolean
  byHand: boolean
  originalMonths: number
  draftDays: number
  caseMonths: number
}

/** The last runs, the newest first. */
export async function listRuns(): Promise<JournalLine[]> {
  const rows = await apart().retentionRun.findMany({ orderBy: { startedAt: 'desc' }, take: shownRuns })
  return rows.map(({ finishedAt, ...row }) => ({ ...row, finished: finishedAt !== null }))
}

export interface ToReview {
  id: string
  title: string
  publishedOn: string
  reviewedOn: string | null
}

/** What has been public, or was last looked at, so long ago that somebody should read it again. Nothing takes it off by itself. */
export async function listToReview({ review }: Terms, now: Date): Promise<ToReview[]> {
  const before = dayKept(plusMonths(parisDay(now), -review))
  const rows = await apart().testimony.findMany({
    where: {
      state: 'published',
      publishedOn: { lte: before },
      OR: [{ reviewedOn: null }, { reviewedOn: { lte: before } }],
    },
    select: { id: true, publishedTitle: true, publishedOn: true, reviewedOn: true },
    orderBy: [{ publishedOn: 'asc' }, { id: 'asc' }],
    take: shownReviews,
  })
  return rows.flatMap(({ id, publishedTitle, publishedOn, reviewedOn }) =>
    publishedOn
      ? [
          {
            id,
            title: plainBars(publishedTitle ?? ''),
            publishedOn: dayRead(publishedOn),
            reviewedOn: reviewedOn && dayRead(reviewedOn),
          },
        ]
      : [],
  )
}
