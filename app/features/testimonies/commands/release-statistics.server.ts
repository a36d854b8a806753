import { notifyWith } from '#app/infra/db/listen.server.ts'
import { apart } from '../queries/apart.server.ts'
import { countTestimonies, latestRelease } from '../queries/statistics.server.ts'
import { makeRelease } from '../release.ts'
import { weekOf } from '../week.ts'

export type ReleaseOutcome = { outcome: 'released' } | { outcome: 'stays' } | { outcome: 'already-this-week' }

/**
 * Makes the statistics of this week, once: whatever happens later in the week waits for the next. What arrived this week is
 * not in them. While fewer than ten people came or went since the last release, that one stays.
 */
export async function releaseStatistics(campaignId: number, now: Date): Promise<ReleaseOutcome> {
  const week = weekOf(now)
  const before = await latestRelease(campaignId)
  if (before && before.week >= week) return { outcome: 'already-this-week' }
  const release = makeRelease(await countTestimonies(campaignId, week), before)
  const stays = release === before
  const { shown, counted, bases } = release
  const asOf = stays && before ? before.asOf : week.toISOString().slice(0, 10)
  return apart().$transaction(async (tx) => {
    // The shape that JSON columns take: plain values, nothing undefined.
    const row = { campaignId, week, body: toJson({ asOf, shown }), counted: toJson(counted), bases: toJson(bases) }
    const { count } = await tx.statisticsRelease.createMany({ data: row, skipDuplicates: true })
    if (count === 0) return { outcome: 'already-this-week' }
    // Nobody needs the true numbers of a release that was replaced.
    await tx.statisticsRelease.deleteMany({ where: { campaignId, week: { lt: week } } })
    if (!stays) await notifyWith(tx, 'page', String(campaignId))
    return { outcome: stays ? 'stays' : 'released' }
  })
}

const toJson = (value: object) => JSON.parse(JSON.stringify(value))
