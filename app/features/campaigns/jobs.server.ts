import type { Listener } from '#app/infra/db/listen.server.ts'
import { lookSoon } from '#app/infra/db/look-soon.server.ts'
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

/** Looks soon after the count has moved: a goal is not reached up to a minute late. */
export const watchGoals = (): Listener =>
  lookSoon({ channel: 'count', pause: 1000, look: reachGoals, fault: 'cannot look at the goals' })
