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
           where b.campaign_id = o.campaign_id and b.email_index = o.email_index and b.state = 'pending' and b.activated_at is null
         ), mail as (
           delete from delivery d using old o where d.campaign_id = o.campaign_id and d.subject_id = o.id
         )
         delete from signature s using old o where s.campaign_id = o.campaign_id and s.id = o.id`,
        [now],
      )
      deleted = rowCount ?? 0
    }
  },
})
