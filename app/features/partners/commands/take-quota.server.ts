import { pool } from '#app/infra/db/pool.server.ts'
import { secondsToWait, type Used } from '../quota.ts'

const isNow = (window: 'hour' | 'day') => `${window}_began > $2::timestamptz - interval '1 ${window}'`
const usedNow = (window: 'hour' | 'day') => `case when ${isNow(window)} then ${window}_used else 0 end`

const columns = `per_hour as "perHour", per_day as "perDay", hour_began as "hourBegan", hour_used as "hourUsed",
  day_began as "dayBegan", day_used as "dayUsed"`

/** Both windows in one statement: of many processes at a time none lets one too many pass. Who is refused by one takes nothing of the other. */
const take = `
  update partner set last_used_at = $2,
    hour_used = ${usedNow('hour')} + 1, hour_began = case when ${isNow('hour')} then hour_began else $2 end,
    day_used = ${usedNow('day')} + 1, day_began = case when ${isNow('day')} then day_began else $2 end
  where id = $1 and ${usedNow('hour')} < per_hour and ${usedNow('day')} < per_day
  returning ${columns}`

export type QuotaOutcome = { outcome: 'taken'; used: Used } | { outcome: 'used-up'; used: Used; seconds: number }

/** Takes one request of what a partner's key may do, and notes that it was used. */
export async function takeQuota(partnerId: number, now: Date): Promise<QuotaOutcome | { outcome: 'unknown' }> {
  const taken = await pool().query<Used>(take, [partnerId, now])
  if (taken.rows[0]) return { outcome: 'taken', used: taken.rows[0] }
  const { rows } = await pool().query<Used>(`select ${columns} from partner where id = $1`, [partnerId])
  if (!rows[0]) return { outcome: 'unknown' }
  return { outcome: 'used-up', used: rows[0], seconds: Math.max(1, secondsToWait(rows[0], now)) }
}
