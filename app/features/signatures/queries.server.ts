import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { SignatureState } from './schema.ts'

/** Read up to ten times a second: by the partial index of its few rows, whatever else is counted of a day. */
export const everyTotal = `select campaign_id as "campaignId", day::text, n as confirmed from tally where dimension = 'all'`

/** Confirmed signatures of every campaign by day, from the tallies. */
export async function totalsByDay(): Promise<{ campaignId: number; day: string; confirmed: number }[]> {
  const { rows } = await pool().query<{ campaignId: number; day: string; confirmed: number }>(everyTotal)
  return rows
}

/** How many signatures are in each state. Counts rows: for the back office, not for a public page. */
export async function countByState(campaignId: number): Promise<Partial<Record<SignatureState, number>>> {
  const groups = await db().signature.groupBy({ by: ['state'], where: { campaignId }, _count: { _all: true } })
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all]))
}

/** Signatures confirmed on a day in Paris (`YYYY-MM-DD`), from the tallies. */
export async function confirmedOn(campaignId: number, day: string): Promise<number> {
  const tally = await db().tally.findUnique({
    where: { campaignId_day_dimension_key: { campaignId, day: new Date(day), dimension: 'all', key: '' } },
    select: { n: true },
  })
  return tally?.n ?? 0
}
