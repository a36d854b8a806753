import { listen, type Listener } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
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
export function followExports(signal: AbortSignal): Listener {
  let busy: Promise<void> | null = null
  let again = false
  const work = async () => {
    while (again && !signal.aborted) {
      again = await runNextExport(signal)
      if (again) continue
      await tellRequesters()
    }
  }
  const begin = () => {
    again = true
    busy ??= work()
      .catch((error: unknown) => log.error('exports could not go on', { job: 'exports', error }))
      .finally(() => {
        busy = null
      })
  }
  const timer = setInterval(begin, 30_000)
  const listener = listen({ exports: begin }, begin)
  return {
    async stop() {
      clearInterval(timer)
      await listener.stop()
      await busy
    },
  }
}
