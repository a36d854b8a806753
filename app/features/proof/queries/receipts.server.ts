import { pool } from '#app/infra/db/pool.server.ts'

/** Whether whoever confirms now gets their receipt by mail. They do until somebody of the team turns it off. */
export async function sendsReceipts(campaignId: number): Promise<boolean> {
  const { rowCount } = await pool().query(
    'select 1 from log_receipt where campaign_id = $1 and off_since is not null',
    [campaignId],
  )
  return rowCount === 0
}
