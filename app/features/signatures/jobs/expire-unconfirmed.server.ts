import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { isUnconfirmed } from '../may-confirm.ts'
import { ledgerOfLeaving, secondTakesFirst } from '../moves.ts'
import { confirmationDays } from '../rules.ts'
import { revisit, walk } from './walk.server.ts'

const name = 'expire'
const day = 86_400_000

/**
 * Whoever was sent a mail again lives seven days from there: the walk comes back. What a rule removed before it was confirmed goes
 * as well: the mail promised it to whoever owns the address, and undoing the rule would only let it expire.
 */
const statement = `
with asked as (
  select * from unnest($2::uuid[]) as t(id)
), old as (
  select s.campaign_id, s.id, s.email_index, s.household_rank, s.state, s.invalidation_id from signature s join asked using (id)
  where s.campaign_id = $1 and ${isUnconfirmed('s')}
    and s.mailed_at < $3::timestamptz - make_interval(days => ${confirmationDays})
  for update of s skip locked
), told as (${ledgerOfLeaving('expired', { from: 'old', now: '$3::timestamptz' })}
), gone as (
  delete from signature s using old o where s.campaign_id = o.campaign_id and s.id = o.id
), later as (
  insert into signature_revisit (name, campaign_id, id, due_at)
select '${name}', s.campaign_id, s.id,
  greatest(s.mailed_at + make_interval(days => ${confirmationDays}), $3::timestamptz + interval '1 minute')
from signature s join asked using (id)
where s.campaign_id = $1 and ${isUnconfirmed('s')}
  and s.id not in (select id from old)
on conflict (name, campaign_id, id) do update set due_at = excluded.due_at
)
select email_index as "emailIndex" from old where household_rank = 0`

const followUp = secondTakesFirst('(select * from unnest($1::int[], $2::bytea[]) as t(campaign_id, email_index))')

/** Deletes those of them that are old enough. Together with what follows from it, or not at all. */
async function expire(campaignId: number, ids: readonly string[], now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const gone = await tx.$queryRawUnsafe<{ emailIndex: Uint8Array }[]>(statement, campaignId, ids, now)
    const addresses = gone.map(({ emailIndex }) => emailIndex)
    await tx.$executeRawUnsafe(
      followUp,
      addresses.map(() => campaignId),
      addresses,
    )
  })
}

/**
 * News that nobody can confirm any more: asked for more than seven days ago, and neither does a signature of that address wait for
 * its confirmation, nor for its review after the news were asked for with it (then they begin when it counts).
 */
const unanswered = `
  b.campaign_id = $1 and b.state = 'pending' and b.asked_at < $2::timestamptz - make_interval(days => ${confirmationDays})
  and not exists (
    select from signature s where s.campaign_id = b.campaign_id and s.email_index = b.email_index
      and (${isUnconfirmed('s')} or s.state::text in ('quarantined', 'invalidated') and s.confirmed_at >= b.asked_at)
  )`

/** Whatever was typed goes. That somebody had left the news stays. */
async function forgetNews(campaignId: number, now: Date): Promise<void> {
  await pool().query(`delete from subscription b where ${unanswered} and b.ended_at is null`, [campaignId, now])
  await pool().query(
    `update subscription b set state = 'unsubscribed', sealed_email = '', sealed_name = '' where ${unanswered} and b.ended_at is not null`,
    [campaignId, now],
  )
}

/**
 * Unconfirmed signatures are deleted after seven days, and so are news that were asked for: with them, or by a form for somebody who
 * had signed already. We keep nothing nobody confirmed.
 */
export const expireUnconfirmed = defineJob({
  name: 'signatures.expire-unconfirmed',
  at: '17 * * * *',
  async run(now) {
    const { rows } = await pool().query<{ id: number }>('select id from campaign order by id')
    const before = new Date(now.getTime() - confirmationDays * day)
    for (const { id: campaignId } of rows) {
      const visit = (ids: readonly string[]) => expire(campaignId, ids, now)
      await walk({ name, campaignId, before, visit })
      await revisit({ name, campaignId, now, visit })
      await forgetNews(campaignId, now)
    }
  },
})
