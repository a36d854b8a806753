import { pool } from '#app/infra/db/pool.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { confirmationDays } from './rules.ts'

const batch = 1000

/** Unconfirmed signatures are deleted after seven days, with the news they asked for: we keep nothing nobody confirmed. */
export const expireUnconfirmed = defineJob({
  name: 'signatures.expire-unconfirmed',
  at: '17 * * * *',
  async run(now) {
    for (let deleted = batch; deleted === batch;) {
      const { rowCount } = await pool().query(
        `with old as (
           select campaign_id, id, email_index from signature
           where state = 'pending' and mailed_at < $1::timestamptz - make_interval(days => ${confirmationDays})
           limit ${batch} for update skip locked
         ), news as (
           delete from subscription b using old o
           where b.campaign_id = o.campaign_id and b.email_index = o.email_index and b.state = 'pending' and b.ended_at is null
         )
         delete from signature s using old o where s.campaign_id = o.campaign_id and s.id = o.id`,
        [now],
      )
      deleted = rowCount ?? 0
    }
  },
})

const daysKept = 30

/** Confirmation mails that ended are forgotten after a month. Their ids begin with the time, so that the old ones lie together. */
export const forgetOldDeliveries = defineJob({
  name: 'signatures.forget-old-deliveries',
  at: '41 3 * * *',
  async run(now) {
    const milliseconds = now.getTime() - daysKept * 86_400_000
    const before = `${milliseconds
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`
    const { rows } = await pool().query<{ id: number }>('select id from campaign')
    for (const { id } of rows)
      await pool().query(
        `delete from delivery where campaign_id = $1 and id < $2 and lane = 0 and state in ('handed-over', 'failed', 'suppressed', 'unknown')`,
        [id, before],
      )
  },
})
