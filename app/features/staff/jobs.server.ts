import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'

const hours = 60 * 60 * 1000

/** Sessions and one-time links that can no longer be used are deleted. */
export const forgetOldSessions = defineJob({
  name: 'staff.forget-old-sessions',
  at: '23 * * * *',
  async run(now) {
    await db().staffSession.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - hours) } } })
    await db().enterLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 24 * hours) } } })
  },
})
