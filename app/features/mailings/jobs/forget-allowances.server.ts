import { parisDay } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'

/** What a mailbox was sent on a day says nothing on the next one, the minutes of a mailing nothing after a month. Both are forgotten. */
export const forgetAllowances = defineJob({
  name: 'mailings.forget-allowances',
  at: '23 1 * * *',
  async run(now) {
    await pool().query('delete from mail_allowance where day < $1', [parisDay(now)])
    await pool().query(`delete from mailing_pulse where minute < $1::timestamptz - interval '30 days'`, [now])
  },
})
