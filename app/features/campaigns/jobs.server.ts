import { listen, type Listener } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { reachGoals } from './commands/reach-goals.server.ts'

/** A goal that is reached opens its duty once, at a known instant. */
export const markReachedGoals = defineJob({
  name: 'campaigns.mark-reached-goals',
  at: '* * * * *',
  async run(now) {
    await reachGoals(now)
  },
})

const pauseBetweenLooks = 1000

/** Looks soon after the count has moved, once for all that moved meanwhile: a goal is not reached up to a minute late. */
export function watchGoals(): Listener {
  let timer: NodeJS.Timeout | null = null
  const look = () => {
    timer = null
    reachGoals(new Date()).catch((error: unknown) => log.warn('cannot look at the goals', { error }))
  }
  const soon = () => {
    timer ??= setTimeout(look, pauseBetweenLooks)
  }
  const listener = listen({ count: soon }, soon)
  return {
    async stop() {
      if (timer) clearTimeout(timer)
      await listener.stop()
    },
  }
}
