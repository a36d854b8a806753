import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

const day = 86_400_000

/** What a request was answered is given again for a day, and forgotten then. */
export const forgetPartnerRequests = defineJob({
  name: 'partners.forget-requests',
  at: '17 * * * *',
  async run(now) {
    await db().partnerRequest.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - day) } } })
  },
})
