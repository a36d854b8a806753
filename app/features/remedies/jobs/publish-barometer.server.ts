import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { forgetReportForms, publishBarometer } from '../commands/publish-barometer.server.ts'

/** Looked at every minute: what may be said decides, not the clock. */
export const publishBarometers = defineJob({
  name: 'remedies.publish-barometer',
  at: '* * * * *',
  async run(now) {
    for (const { id } of await listCampaigns()) await publishBarometer(id, now)
  },
})

export const forgetBarometerForms = defineJob({
  name: 'remedies.forget-barometer-forms',
  at: '17 3 * * 1',
  run: forgetReportForms,
})
