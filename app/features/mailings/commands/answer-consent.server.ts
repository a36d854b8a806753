import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'

export type ConsentAnswer = { outcome: 'begun' | 'declined' | 'ended' | 'link-unknown' }

/** The campaign whose question a link belongs to; `null` for what we did not make. Reading it changes nothing. */
export async function findConsentLink(token: string): Promise<{ campaignId: number } | null> {
  const target = readLinkToken('news-yes', token)
  return target && (await db().subscription.count({ where: target })) > 0 ? { campaignId: target.campaignId } : null
}

/**
 * What somebody who wanted news elsewhere says of news from here. Yes begins them, as long as the question is open; no ends it for good.
 * Safe to call again.
 */
export async function answerConsent(token: string, says: 'yes' | 'no', now: Date): Promise<ConsentAnswer> {
  const target = readLinkToken('news-yes', token)
  if (!target) return { outcome: 'link-unknown' }
  const move =
    says === 'yes'
      ? `state = 'active', activated_at = $3, ended_at = null`
      : `state = 'unsubscribed', ended_at = $3, sealed_email = '', sealed_name = ''`
  const { rows } = await pool().query<{ state: string }>(
    `with answered as (
       update subscription set ${move} where campaign_id = $1 and id = $2 and state = 'pending' returning state::text
     )
     select coalesce((select state from answered), (select state::text from subscription where campaign_id = $1 and id = $2)) as state`,
    [target.campaignId, target.id, now],
  )
  const state = rows[0]?.state ?? null
  if (state === null) return { outcome: 'link-unknown' }
  if (state === 'active' || state === 'paused') return { outcome: says === 'yes' ? 'begun' : 'ended' }
  return { outcome: says === 'no' ? 'declined' : 'ended' }
}
