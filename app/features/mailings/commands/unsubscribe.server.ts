import { parisDay } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import type { LeavingReason } from '../rules/preferences.ts'

export type UnsubscribeOutcome = { outcome: 'unsubscribed' } | { outcome: 'link-unknown' }

const statement = `
with reader as (
  update subscription set state = 'unsubscribed', ended_at = $3, paused_until = null, left_all = false
  where campaign_id = $1 and id = $2 and state in ('pending', 'active', 'paused') returning campaign_id
), counted as (
  insert into leaving_tally select campaign_id, $4::date, $5::text, 1 from reader where $5::text <> ''
  on conflict (campaign_id, day, reason) do update set n = leaving_tally.n + 1
), taken_back as (
  update delivery set state = 'suppressed', ended_at = $3
  where campaign_id = $1 and subject_id = $2 and lane = 1 and state in ('queued', 'deferred')
)
select 1 from subscription where campaign_id = $1 and id = $2
union all
select 1 from mailing where campaign_id = $1 and id = $2`

/**
 * Ends the news of one campaign for one reader, at once: what waits to be sent to them is taken back in the same commit. Safe to
 * call again. The sample link of a test letter names its mailing and ends nothing. A reason is counted, and not kept with anybody.
 */
export async function unsubscribe(
  token: string,
  now: Date,
  reason: LeavingReason | '' = '',
): Promise<UnsubscribeOutcome> {
  const target = readLinkToken('unsubscribe', token)
  if (!target) return { outcome: 'link-unknown' }
  const { rowCount } = await pool().query(statement, [target.campaignId, target.id, now, parisDay(now), reason])
  return rowCount ? { outcome: 'unsubscribed' } : { outcome: 'link-unknown' }
}
