import { pool } from '#app/infra/db/pool.server.ts'

export interface Difference {
  day: string
  dimension: string
  key: string
  rows: number | null
  tally: number | null
}

/** The tallies beside what the signatures themselves say: every cell in which they differ. */
export async function tallyDifferences(campaignId: number): Promise<Difference[]> {
  const { rows } = await pool().query<Difference>(
    `with counted as (
       select (confirmed_at at time zone 'Europe/Paris')::date as day, dimension, key, count(*)::int as n
       from signature cross join lateral (values
         ('all', ''), ('department', coalesce(department, 'unknown')), ('country', country), ('language', locale),
         ('hour', to_char(confirmed_at at time zone 'Europe/Paris', 'HH24'))
       ) as cells(dimension, key)
       where campaign_id = $1 and state = 'confirmed' group by 1, 2, 3
     ), kept as (select day, dimension, key, n from tally where campaign_id = $1)
     select day::text, dimension, key, counted.n as rows, kept.n as tally
     from counted full join kept using (day, dimension, key) where coalesce(counted.n, 0) <> coalesce(kept.n, 0)`,
    [campaignId],
  )
  return rows
}
