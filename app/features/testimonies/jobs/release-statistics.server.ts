import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { releaseStatistics } from '../commands/release-statistics.server.ts'

/** Asked often, done once a week: a process that slept through Monday catches up. */
export const releaseWeeklyStatistics = defineJob({
  name: 'testimonies.release-statistics',
  at: '*/10 * * * *',
  async run(now) {
    for (const { id } of await listCampaigns()) await releaseStatistics(id, now)
  },
})
