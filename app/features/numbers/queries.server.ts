import { db } from '#app/infra/db/prisma.server.ts'
import { everyDay } from './days.ts'
import { placeRows } from './places.ts'
import { standingOf } from './queries/place-standing.server.ts'
import type { Breakdown, CountRow, PublicCountRow } from './schema.ts'

/** Confirmed signatures of a campaign, from the tallies: the cost does not grow with the signatures. */
export async function countConfirmed(campaignId: number): Promise<number> {
  const { _sum } = await db().tally.aggregate({ where: { campaignId, dimension: 'all' }, _sum: { n: true } })
  return _sum.n ?? 0
}

/** Confirmed signatures by day (days without any included), hour (only those with some), place or language; in key order. */
export async function countsBy(campaignId: number, by: Breakdown): Promise<CountRow[]> {
  if (by === 'day') return everyDay(await byDay(campaignId))
  if (by === 'hour') return byHour(campaignId)
  return byKey(campaignId, by)
}

export interface PublicCounts {
  rows: PublicCountRow[]
  /** Places alone: when they were last looked at; `null` before the first time. All else is of now. */
  placesAsOf?: Date | null
}

/**
 * The same as anyone may read it, everything that leaves the house without a signature at the door. Days, hours and languages are
 * exact and of now; places say what may be said of them (docs/decisions/0059).
 */
export async function publicCounts(campaignId: number, by: Breakdown): Promise<PublicCounts> {
  if (by !== 'department' && by !== 'country') return { rows: await countsBy(campaignId, by) }
  const { standing, asOf } = await standingOf(campaignId)
  return { rows: placeRows(standing, by), placesAsOf: asOf }
}

export const publicCountsBy = async (campaignId: number, by: Breakdown): Promise<PublicCountRow[]> =>
  (await publicCounts(campaignId, by)).rows

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)
const inKeyOrder = (rows: CountRow[]): CountRow[] => rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))

async function byDay(campaignId: number): Promise<CountRow[]> {
  const rows = await db().tally.findMany({
    where: { campaignId, dimension: 'all', n: { not: 0 } },
    select: { day: true, n: true },
  })
  return rows.map(({ day, n }) => ({ key: isoDay(day), confirmed: n }))
}

async function byHour(campaignId: number): Promise<CountRow[]> {
  const rows = await db().tally.findMany({
    where: { campaignId, dimension: 'hour', n: { not: 0 } },
    select: { day: true, key: true, n: true },
  })
  return inKeyOrder(rows.map(({ day, key, n }) => ({ key: `${isoDay(day)}T${key}`, confirmed: n })))
}

async function byKey(campaignId: number, dimension: Exclude<Breakdown, 'day' | 'hour'>): Promise<CountRow[]> {
  const groups = await db().tally.groupBy({
    by: ['key'],
    where: { campaignId, dimension, n: { not: 0 } },
    _sum: { n: true },
  })
  return inKeyOrder(groups.map(({ key, _sum }) => ({ key, confirmed: _sum.n ?? 0 })))
}
