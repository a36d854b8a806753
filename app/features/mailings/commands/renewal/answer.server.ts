import { pool } from '#app/infra/db/pool.server.ts'
import { linkToken, readLinkToken } from '#app/infra/vault/tokens.server.ts'
import type { RenewalChoice } from '../../rules/renewal.ts'
import { reduceNews } from '../reduce-news.server.ts'

export type AnswerOutcome =
  | { outcome: 'kept' | 'left' }
  | { outcome: 'paused'; until: Date }
  /** The news had ended before: they are asked for by signing again. */
  | { outcome: 'ended' }
  | { outcome: 'link-unknown' }

const keep = `
with answered as (
  update renewal set outcome = $4, closed_at = $3 where campaign_id = $1 and id = $2 and outcome is null
), spared as (
  update delivery set state = 'suppressed', ended_at = $3
  where campaign_id = $1 and id = (select reminder from renewal where campaign_id = $1 and id = $2) and state in ('queued', 'deferred')
), reader as (
  update subscription set renewed_at = case when $4 = 'kept' then $3::timestamptz else renewed_at end
  where campaign_id = $1 and id = $2 and state::text in ('active', 'paused') returning 1
)
select exists (select from reader) as "still", exists (select from subscription where campaign_id = $1 and id = $2) as known`

/**
 * Writes down what a reader answered to the yearly question, for all news they asked for on this site. Keeping ends no pause
 * and brings nothing back that had ended: the link may have been passed on. Safe to call again; the last answer counts.
 */
export async function answerRenewal(token: string, choice: RenewalChoice, now: Date): Promise<AnswerOutcome> {
  const target = readLinkToken('renew', token)
  if (!target) return { outcome: 'link-unknown' }
  const outcome = choice === 'keep' ? 'kept' : choice === 'stop' ? 'left' : 'paused'
  const { rows } = await pool().query<{ still: boolean; known: boolean }>(keep, [
    target.campaignId,
    target.id,
    now,
    outcome,
  ])
  if (!rows[0]?.known) return { outcome: 'link-unknown' }
  if (choice === 'keep') return { outcome: rows[0].still ? 'kept' : 'ended' }
  const leave = linkToken('unsubscribe', target)
  const reduced = await reduceNews(leave, { scope: 'all', campaigns: [], wish: choice, reason: '' }, now)
  if (reduced.outcome === 'link-unknown') return reduced
  if (reduced.until === null) return { outcome: 'left' }
  return rows[0].still ? { outcome: 'paused', until: reduced.until } : { outcome: 'ended' }
}
