import { pool } from '#app/infra/db/pool.server.ts'

/** A cell of the tallies that is not what the signatures say. */
export interface TallyDifference {
  day: string
  dimension: string
  key: string
  /** To be added. */
  delta: number
}

export interface Compared {
  before: number
  after: number
  wrong: TallyDifference[]
  /** Confirmed signatures by the text they stand behind. */
  texts: { locale: string; version: number; n: number }[]
}

/**
 * One statement is one instant: every signature that it sees confirmed has its place in the tallies that it sees, because both
 * are committed together. Grouped once to the finest and then up, so that the rows are read once, and by several processes.
 */
const statement = `
with finest as materialized (
  select (confirmed_at at time zone 'Europe/Paris')::date as day, to_char(confirmed_at at time zone 'Europe/Paris', 'HH24') as hour,
    coalesce(department, 'unknown') as department, country, locale, text_version, count(*)::int as n
  from signature where campaign_id = $1 and state = 'confirmed' group by 1, 2, 3, 4, 5, 6
), counted as (
  select day, 'all' as dimension, '' as key, sum(n)::int as n from finest group by day
  union all select day, 'hour', hour, sum(n)::int from finest group by day, hour
  union all select day, 'department', department, sum(n)::int from finest group by day, department
  union all select day, 'country', country, sum(n)::int from finest group by day, country
  union all select day, 'language', locale, sum(n)::int from finest group by day, locale
), tallied as (
  select day, dimension, key, n from tally where campaign_id = $1
), compared as (
  select day, dimension, key, coalesce(c.n, 0) as counted, coalesce(t.n, 0) as tallied
  from counted c full join tallied t using (day, dimension, key)
)
select
  (select coalesce(sum(tallied), 0)::int from compared where dimension = 'all') as before,
  (select coalesce(sum(counted), 0)::int from compared where dimension = 'all') as after,
  (select coalesce(json_agg(json_build_object('day', day::text, 'dimension', dimension, 'key', key, 'delta', counted - tallied)), '[]')
     from compared where counted <> tallied) as wrong,
  (select coalesce(json_agg(t), '[]')
     from (select locale, text_version as version, sum(n)::int as n from finest group by 1, 2) t) as texts`

/** Counts the confirmed signatures of a campaign and says where its tallies differ. Holds no lock that anyone waits for. */
export async function tallyDifferences(campaignId: number): Promise<Compared> {
  const { rows } = await pool().query<Compared>(statement, [campaignId])
  return rows[0] ?? { before: 0, after: 0, wrong: [], texts: [] }
}

/** Confirmed signatures by the text they stand behind, counted row by row. */
export async function countByText(campaignId: number): Promise<Compared['texts']> {
  const { rows } = await pool().query<Compared['texts'][number]>(
    `select locale, text_version as version, count(*)::int as n from signature
     where campaign_id = $1 and state = 'confirmed' group by 1, 2`,
    [campaignId],
  )
  return rows
}
