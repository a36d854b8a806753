import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { parisHour } from '#app/i18n/format.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { forgetReportForms, publishBarometer } from '../commands/publish-barometer.server.ts'

const publishedAt = '05'

/** Once a day, at one hour in Paris: whoever sends something cannot look at once what became of it. */
export const publishBarometers = defineJob({
  name: 'remedies.publish-barometer',
  // Five in Paris, by summer time and by winter time.
  at: '7 3,4 * * *',
  async run(now) {
    if (parisHour(now) !== publishedAt) return
    for (const { id } of await listCampaigns()) await publishBarometer(id, now)
  },
})

export const forgetBarometerForms = defineJob({
  name: 'remedies.forget-barometer-forms',
  at: '17 3 * * 1',
  run: forgetReportForms,
})
