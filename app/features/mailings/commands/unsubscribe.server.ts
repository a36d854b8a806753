import { pool } from '#app/infra/db/pool.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'

export type UnsubscribeOutcome = { outcome: 'unsubscribed' } | { outcome: 'link-unknown' }

const statement = `
with reader as (
  update subscription set state = 'unsubscribed', ended_at = $3, paused_until = null
  where campaign_id = $1 and id = $2 and state in ('pending', 'active', 'paused')
), taken_back as (
  update delivery set state = 'suppressed', ended_at = $3
  where campaign_id = $1 and subject_id = $2 and lane = 1 and state in ('queued', 'deferred')
)
select 1 from subscription where campaign_id = $1 and id = $2
union all
select 1 from mailing where campaign_id = $1 and id = $2`

/**
 * Ends the news of one campaign for one reader, at once: what waits to be sent to them is taken back in the same commit. Safe to
 * call again. The sample link of a test letter names its mailing and ends nothing.
 */
export async function unsubscribe(token: string, now: Date): Promise<UnsubscribeOutcome> {
  const target = readLinkToken('unsubscribe', token)
  if (!target) return { outcome: 'link-unknown' }
  const { rowCount } = await pool().query(statement, [target.campaignId, target.id, now])
  return rowCount ? { outcome: 'unsubscribed' } : { outcome: 'link-unknown' }
}
