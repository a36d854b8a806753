import { pool } from '#app/infra/db/pool.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'

/** Whether a link to leave is one of ours. Reading it changes nothing. */
export async function findUnsubscribeLink(token: string | undefined): Promise<{ campaignId: number } | null> {
  const target = readLinkToken('unsubscribe', token ?? '')
  if (!target) return null
  const { rowCount } = await pool().query(
    'select 1 from subscription where campaign_id = $1 and id = $2 union all select 1 from mailing where campaign_id = $1 and id = $2',
    [target.campaignId, target.id],
  )
  return rowCount ? { campaignId: target.campaignId } : null
}
