import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { lifeAgo } from './lifetimes.ts'
import { sessionLimits } from './rules.ts'

const hours = 60 * 60 * 1000

/**
 * What opens testimonies leaves a session that is over, and one-time links that can no longer be used are deleted. That there was
 * a session is known for a day from its beginning: whoever comes back to a form has it back (decision 0042).
 */
export const forgetOldSessions = defineJob({
  name: 'staff.forget-old-sessions',
  at: '23 * * * *',
  async run(now) {
    await db().staffSession.updateMany({
      where: { seenAt: { lt: new Date(now.getTime() - hours) }, sealedTeamKey: { not: null } },
      data: { sealedTeamKey: null },
    })
    await db().staffSession.deleteMany({ where: { createdAt: { lte: lifeAgo(now, sessionLimits.remembered) } } })
    await db().enterLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 24 * hours) } } })
  },
})
