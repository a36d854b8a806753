import { expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { everyTotal, totalsByDay } from './queries.server.ts'

/** Three campaigns of half a year, a hundred places a day. */
const tallies = `
insert into tally (campaign_id, day, dimension, key, n)
select campaign, '2026-01-01'::date + day, case place when 0 then 'all' else 'department' end, case place when 0 then '' else place::text end, 3
from generate_series(1, 3) campaign, generate_series(0, 179) day, generate_series(0, 100) place`

test('the count is read from its own few rows, not from all that is counted of a day', async () => {
  await pool().query(tallies)
  await pool().query('vacuum analyze tally')
  const { rows } = await pool().query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${everyTotal}`)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('tally_all_idx')
  expect(plan).not.toContain('Rows Removed')
  expect(await totalsByDay()).toHaveLength(3 * 180)
})

test('to count one more changes a row in place, without a new entry in any index', async () => {
  await pool().query(`insert into tally (campaign_id, day, dimension, key, n) values (1, '2026-02-01', 'all', '', 3)`)
  const client = await pool().connect()
  try {
    await client.query('begin')
    await client.query('update tally set n = n + 1')
    const { rows } = await client.query(
      `select n_tup_upd::int as changed, n_tup_hot_upd::int as "inPlace" from pg_stat_xact_user_tables where relname = 'tally'`,
    )
    expect(rows).toEqual([{ changed: 1, inPlace: 1 }])
    await client.query('rollback')
  } finally {
    client.release()
  }
})
