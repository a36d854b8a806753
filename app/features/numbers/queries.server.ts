import { db } from '#app/infra/db/prisma.server.ts'
import { everyDay } from './days.ts'
import { hideSmallCells } from './rules.ts'
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

/** The same as anyone may read it: small cells hidden. Everything that leaves the house without a signature at the door. */
export async function publicCountsBy(campaignId: number, by: Breakdown): Promise<PublicCountRow[]> {
  return hideSmallCells(by, await countsBy(campaignId, by))
}

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
