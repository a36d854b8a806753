import { pool } from '#app/infra/db/pool.server.ts'

/** How many of the first `size` entries' signatures count, by the text they stand behind (its SHA-256 in hexadecimal). */
export async function countedByText(campaignId: number, size: number): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ hash: string; n: number }>(
    `select encode(text, 'hex') as hash, sum(case when event in ('confirm', 'restore') then 1 else -1 end)::int as n
     from log_leaf where campaign_id = $1 and index < $2 group by text`,
    [campaignId, size],
  )
  return new Map(rows.map(({ hash, n }) => [hash, n]))
}
