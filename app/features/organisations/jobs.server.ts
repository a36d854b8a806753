import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { confirmationDays, refusedDays } from './rules.ts'

const day = 86_400_000

/** Forms that nobody confirmed are deleted after seven days, what was refused or taken off the site after ninety: with the logo and whoever sent them. */
export const forgetOrganisations = defineJob({
  name: 'organisations.forget',
  at: '23 * * * *',
  async run(now) {
    const before = (days: number) => new Date(now.getTime() - days * day)
    await db().organisation.deleteMany({
      where: {
        OR: [
          { state: 'pending', mailedAt: { lt: before(confirmationDays) } },
          { state: { in: ['refused', 'unpublished'] }, decidedAt: { lt: before(refusedDays) } },
        ],
      },
    })
  },
})
