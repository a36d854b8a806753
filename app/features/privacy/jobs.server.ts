import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { runRetention } from './commands/run-retention.server.ts'

/** Every night what nobody needs any more goes: we keep nothing for longer than we said. */
export const takeAwayNightly = defineJob({
  name: 'privacy.retention',
  at: '37 2 * * *',
  async run(now) {
    await runRetention({ now, byHand: false })
  },
})
