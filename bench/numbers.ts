import { performance } from 'node:perf_hooks'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { publicNumbers } from '#app/features/numbers/page-numbers.server.ts'
import { tiles } from '#app/features/numbers/tile-map.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { slug } from './support/product.ts'
import type { Benchmark } from './support/benchmark.ts'
import { assertEqual } from './support/limit-table.ts'
import { oneNumber, ownDatabase } from './support/own-database.ts'
import { quantile } from './support/statistics.ts'

/** Every day has a signature in every hour and département: as many cells as there can be, whatever is in them. */
const sizes = [
  { days: 365, each: 1, name: 'a year with few' },
  { days: 365, each: 256, name: 'a year with ten million' },
  { days: 3652, each: 26, name: 'ten years with ten million' },
] as const

const fill = ({ id }: CampaignSummary, { days, each }: (typeof sizes)[number]) =>
  pool().query(
    `insert into tally (campaign_id, day, dimension, key, n)
     select $1, day, dimension, key, n from generate_series(current_date - $2::int + 1, current_date, '1 day') day
     cross join lateral (
       select 'all' as dimension, '' as key, $3::int * cardinality($4::text[]) as n
       union all select 'hour', lpad(h::text, 2, '0'), $3 from generate_series(0, 23) h
       union all select 'department', code, $3 from unnest($4::text[]) code
       union all select 'country', 'FR', $3 * cardinality($4::text[])
       union all select 'language', l, $3 * cardinality($4::text[]) from unnest('{fr,en}'::text[]) l
     ) cells`,
    [id, days, each, tiles.map(({ code }) => code)],
  )

async function looksAtSignatures(): Promise<number> {
  await pool().query('select pg_stat_force_next_flush()')
  return oneNumber(
    `select sum(coalesce(seq_scan, 0) + coalesce(idx_scan, 0)) as n from pg_stat_user_tables where relname = 'signature'`,
    [],
  )
}

/** How long everything that the numbers page shows takes to be read, from tallies of few signatures and of very many. */
export const numbers: Benchmark = async ({ quick }) => {
  const database = await ownDatabase('numbers')
  try {
    const campaign = await findCampaign(slug)
    if (!campaign) throw new Error('no campaign')
    const times = quick ? 5 : 50
    const beside: string[] = []
    const before = await looksAtSignatures()
    for (const size of sizes) {
      await pool().query('delete from tally')
      await fill(campaign, size)
      await pool().query('vacuum analyze tally')
      const taken: number[] = []
      for (let n = 0; n < times; n += 1) {
        const from = performance.now()
        await publicNumbers({ campaign, locale: 'fr', now: new Date() })
        taken.push(performance.now() - from)
      }
      beside.push(`${size.name}: p50 ${quantile(taken, 0.5).toFixed(1)} ms, p95 ${quantile(taken, 0.95).toFixed(1)} ms`)
    }
    const checked = [assertEqual('looks at the table of signatures', await looksAtSignatures(), before)]
    return { comparisons: [], checked, beside }
  } finally {
    await database.close()
  }
}
