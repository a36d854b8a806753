import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { lastYes } from '../queries/wishes.server.ts'

/** One letter in so many hours: a stranger who types an address can be no nuisance with it. */
export const hoursBetweenLinks = 6

/**
 * One letter for a person, at the wish that was said yes to last: its page is good for all of the site. The message makes a commit
 * with nothing to send wait for the disk like one that sends: the time does not say who gets news.
 */
const statement = `
with whose as (
  select * from unnest($1::int[], $2::bytea[]) as t(campaign_id, email_index)
), wish as materialized (
  select b.campaign_id, b.id from whose w join subscription b using (campaign_id, email_index)
  where b.state::text in ('active', 'paused') order by ${lastYes('b')} desc, b.id limit 1
), noted as (
  update subscription b set link_sent_at = $4 from wish w
  where b.campaign_id = w.campaign_id and b.id = w.id
    and (b.link_sent_at is null or b.link_sent_at <= $4::timestamptz - interval '${hoursBetweenLinks} hours')
  returning b.campaign_id, b.id
), written as (
  insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
  select campaign_id, $3, 'news-link'::delivery_kind, id, 0, least($4::timestamptz, now()) from noted
)
select from pg_logical_emit_message(true, 'portevoix', '')`

/**
 * Sends a letter with a link to choose to whoever gets news at this address, or paused them; nothing to anyone else, and the answer
 * is the same. It changes no wish. Safe to call again: one letter in six hours.
 */
export async function askNewsLink(email: string, now: Date): Promise<void> {
  const personal = personalAddress(email)
  const campaigns = await db().campaign.findMany({ select: { id: true } })
  const whose = campaigns.map(({ id }) => whoseIn(id, personal))
  await pool().query(statement, [
    whose.map(({ campaignId }) => campaignId),
    whose.map(({ emailIndex }) => emailIndex),
    timeId(now),
    now,
  ])
  await notify('delivery', '')
}
