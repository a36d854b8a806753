import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { checkSender } from '../commands/check-sender.server.ts'
import { verdictOf } from '../rules/health/finding.ts'

const daysKept = 31

/** Every night the sender is checked as a person would, and figures of receivers older than a month are forgotten. */
export const checkSenderNightly = defineJob({
  name: 'mailings.check-sender-nightly',
  at: '17 4 * * *',
  async run(now) {
    await pool().query(`delete from receiver_tally where hour < $1::timestamptz - make_interval(days => $2::int)`, [
      now,
      daysKept,
    ])
    const checked = await checkSender(null, now)
    if (checked.outcome === 'stays-here') return
    for (const check of checked.checks)
      if (verdictOf(check) === 'bad')
        log.warn('something about the sender is not in order', { job: 'check-sender', code: check.name })
  },
})
