import { pool } from '#app/infra/db/pool.server.ts'

/** Of those who signed on a day (Paris, `YYYY-MM-DD`), how many have confirmed: as counted at that instant. */
export interface AskedDay {
  day: string
  asked: number
  confirmed: number
  countedAt: Date
}

/** Every day that was counted, in order; one row a day, however many signed. */
export async function askedByDay(campaignId: number): Promise<AskedDay[]> {
  const { rows } = await pool().query<AskedDay>(
    `select day::text, asked, confirmed, counted_at as "countedAt" from asked_day where campaign_id = $1 order by day`,
    [campaignId],
  )
  return rows
}
