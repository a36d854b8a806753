import { db } from '#app/infra/db/prisma.server.ts'
import type { CountRow } from '../schema.ts'

/**
 * Confirmed signatures by hour (`2026-01-31T14`, Paris) from one day to another, both included; hours without any left out. A few days
 * of the tallies by their key: what the campaign counted before and after costs nothing. An hour tells nobody's place.
 */
export async function hoursBetween(
  campaignId: number,
  { from, to }: { from: string; to: string },
): Promise<CountRow[]> {
  const rows = await db().tally.findMany({
    where: { campaignId, dimension: 'hour', day: { gte: new Date(from), lte: new Date(to) }, n: { not: 0 } },
    select: { day: true, key: true, n: true },
    orderBy: [{ day: 'asc' }, { key: 'asc' }],
  })
  return rows.map(({ day, key, n }) => ({ key: `${day.toISOString().slice(0, 10)}T${key}`, confirmed: n }))
}
