import type { Listener } from '#app/infra/db/listen.server.ts'
import { lookSoon } from '#app/infra/db/look-soon.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { runNextExport } from './commands/run-export.server.ts'
import { expireExports } from './commands/take-away.server.ts'
import { tellRequesters } from './commands/tell-requester.server.ts'

/** Every hour: files whose time is over go, with their keys. After that hour they are not offered anyway. */
export const takeExportsAway = defineJob({
  name: 'exports.take-away',
  at: '41 * * * *',
  async run(now) {
    await expireExports(now)
  },
})

/** Makes one file after the other, as they are asked for; looks every half minute for what a dead process left. */
export const followExports = (signal: AbortSignal): Listener =>
  lookSoon({
    channel: 'exports',
    pause: 0,
    every: 30_000,
    async look() {
      while (!signal.aborted && (await runNextExport(signal)));
      if (!signal.aborted) await tellRequesters()
    },
    fault: 'exports could not go on',
  })
