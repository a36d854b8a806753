import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { plainTitle } from '../rules.ts'

export interface OpenDuty {
  goalId: number
  slug: string
  campaign: string
  threshold: number
  duty: string
  /** `YYYY-MM-DD` */
  reachedOn: string
}

/** Duties that a reached goal opened and nobody called done, the longest open first. */
export async function listOpenDuties(locale: Locale): Promise<OpenDuty[]> {
  const goals = await db().goal.findMany({
    where: { reachedAt: { not: null }, doneOn: null },
    orderBy: { reachedAt: 'asc' },
    select: {
      id: true,
      threshold: true,
      dutyFr: true,
      dutyEn: true,
      reachedAt: true,
      campaign: {
        select: {
          slug: true,
          texts: { where: { locale }, orderBy: { version: 'desc' }, take: 1, select: { title: true } },
        },
      },
    },
  })
  return goals.flatMap(({ id, threshold, dutyFr, dutyEn, reachedAt, campaign: { slug, texts } }) =>
    reachedAt
      ? [
          {
            goalId: id,
            slug,
            campaign: plainTitle(texts[0]?.title ?? slug),
            threshold,
            duty: locale === 'fr' ? dutyFr : dutyEn,
            reachedOn: parisDay(reachedAt),
          },
        ]
      : [],
  )
}
