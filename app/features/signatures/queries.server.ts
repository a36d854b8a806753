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

export interface StateCounts {
  states: Partial<Record<SignatureState, number>>
  /** Those that wait are an estimate: there are too many signatures to look at. */
  estimated: boolean
}

/** So much of the table is looked at: a fraction of a second, from ten million signatures as from a few hundred thousand. */
const mostPages = 16_000

/** Those that wait, in all pages of the table or in some, which are the same ones each time. */
async function countPending(campaignId: number, most: number): Promise<{ pending: number; estimated: boolean }> {
  const { rows: sizes } = await pool().query<{ pages: number }>(
    `select (pg_relation_size('signature') / current_setting('block_size')::int)::int as pages`,
  )
  const share = Math.min(1, most / Math.max(1, sizes[0]?.pages ?? 0))
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from signature tablesample system ($2::real) repeatable (1)
     where campaign_id = $1 and state::text = 'pending'`,
    [campaignId, share * 100],
  )
  const found = rows[0]?.n ?? 0
  // An estimate says no more digits than it knows.
  return share < 1
    ? { pending: Number((found / share).toPrecision(2)), estimated: true }
    : { pending: found, estimated: false }
}

/**
 * How many signatures are in each state, for the back office. None is counted one by one but those that wait: what counts is in
 * the tallies, and the ledger sums to what is held, removed and taken back.
 */
export async function countByState(campaignId: number, most = mostPages): Promise<StateCounts> {
  const [{ pending, estimated }, { rows }] = await Promise.all([
    countPending(campaignId, most),
    pool().query<{ confirmed: number; quarantined: number; invalidated: number; withdrawn: number }>(
      `select (select coalesce(sum(n), 0)::int from tally where campaign_id = $1 and dimension = 'all') as confirmed,
         coalesce(sum(held), 0)::int as quarantined, coalesce(sum(invalidated), 0)::int as invalidated,
         coalesce(sum(signatures) filter (where event = 'withdrawn'), 0)::int as withdrawn
       from ledger_entry where campaign_id = $1`,
      [campaignId],
    ),
  ])
  return { states: { pending, ...rows[0] }, estimated }
}

/** Signatures confirmed on a day in Paris (`YYYY-MM-DD`), from the tallies. */
export async function confirmedOn(campaignId: number, day: string): Promise<number> {
  const tally = await db().tally.findUnique({
    where: { campaignId_day_dimension_key: { campaignId, day: new Date(day), dimension: 'all', key: '' } },
    select: { n: true },
  })
  return tally?.n ?? 0
}

/** Confirmed signatures of a campaign, from the tallies. */
export async function confirmedTotal(campaignId: number): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `select coalesce(sum(n), 0)::int as n from tally where dimension = 'all' and campaign_id = $1`,
    [campaignId],
  )
  return rows[0]?.n ?? 0
}
