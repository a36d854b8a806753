import { parisDay } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { noteReturn } from '../commands/take-bounce.server.ts'
import { softBounces, stopReasons } from '../rules.ts'

/** A pause that is over ends by itself; whoever left meanwhile stays away. */
export async function endPauses(now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `update subscription set state = 'active', paused_until = null where paused_until <= $1 and state::text = 'paused'`,
    [now],
  )
  return rowCount ?? 0
}

/** Whoever confirmed at a mailbox that got no news any more, and asked for news with it, gets them: the mailbox works, and said so. */
const heard = `
with heard as (
  delete from second_hearing h using campaign c, delivery d, signature s, subscription b
  where d.campaign_id = c.id and d.id = h.delivery_id and s.campaign_id = c.id and s.id = d.subject_id and s.confirmed_at >= h.created_at
    and b.campaign_id = c.id and b.email_index = s.email_index and b.state = 'active' and b.activated_at >= h.created_at
  returning h.email_index
)
delete from suppression where email_index in (select email_index from heard) and reason = any($1::text[])`

export async function listenAgain(): Promise<number> {
  const { rowCount } = await pool().query(heard, [stopReasons])
  return rowCount ?? 0
}

const mostAtOnce = 200

/** Letters of the last days that our own server refused at the door, with a code that says nobody is there. */
const refused = `
select d.campaign_id as "campaignId", d.id, d.reply
from (
  select d.* from mailing m join delivery d on d.mailing_id = m.id where m.started_at > $1::timestamptz - interval '7 days'
  union all
  select d.* from renewal r join delivery d on d.campaign_id = r.campaign_id and d.id in (r.letter, r.reminder) where r.outcome is null
) d
where d.state = 'failed' and d.returned is null and d.reply ~ '^5[0-9][0-9] 5\\.1\\.(1|2|3|6|10)$' limit ${mostAtOnce}`

/** A refusal at the door says what a message that came back would have said. */
export async function noteRefusals(now: Date): Promise<number> {
  const { rows } = await pool().query<{ campaignId: number; id: string; reply: string }>(refused, [now])
  for (const { campaignId, id, reply } of rows)
    await db().$transaction((tx) =>
      noteReturn(tx, { target: { campaignId, id }, kind: 'hard', final: true, status: reply, now }),
    )
  return rows.length
}

export const keepReturns = defineJob({
  name: 'mailings.keep-returns',
  at: '*/5 * * * *',
  async run(now) {
    await endPauses(now)
    await listenAgain()
    await noteRefusals(now)
  },
})

/** What was kept to recognise a message twice, or to count days, goes when it is too old for either. */
export const forgetReturns = defineJob({
  name: 'mailings.forget-returns',
  at: '33 1 * * *',
  async run(now) {
    const day = parisDay(now)
    await pool().query(`delete from returned_message where seen_at < $1::timestamptz - interval '30 days'`, [now])
    await pool().query(`delete from soft_bounce where day <= $1::date - $2::int`, [day, softBounces.within])
    await pool().query(`delete from second_hearing where created_at < $1::timestamptz - interval '8 days'`, [now])
  },
})
