import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'

/** Challenges that are too old to be solved need not be remembered. */
export const forgetSpentChallenges = defineJob({
  name: 'signatures.forget-spent-challenges',
  at: '*/10 * * * *',
  async run(now) {
    await db().spentChallenge.deleteMany({ where: { expiresAt: { lt: now } } })
  },
})
