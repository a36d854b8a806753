import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { forgetRequests } from './commands/forget-requests.server.ts'

/** Every night what nobody needs any more of decided rights of reply goes. */
export const forgetRequestsNightly = defineJob({
  name: 'claims.forget-requests',
  at: '47 2 * * *',
  async run(now) {
    await forgetRequests(now)
  },
})
