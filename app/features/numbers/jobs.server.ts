import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { config } from '#app/infra/config.server.ts'
import type { Listener } from '#app/infra/db/listen.server.ts'
import { lookSoon } from '#app/infra/db/look-soon.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { releaseDay } from './commands/release-day.server.ts'
import { releasePlaces } from './commands/release-places.server.ts'

async function release(now: Date): Promise<void> {
  const origin = new URL(config().appUrl).origin
  for (const campaign of await listCampaigns()) {
    await releasePlaces(campaign.id, now)
    await releaseDay(campaign, { origin, now })
  }
}

/** Every minute what may be said of places is said, and the first minute of a day in Paris keeps its release. Whoever slept catches up. */
export const releaseNumbers = defineJob({ name: 'numbers.release', at: '* * * * *', run: release })

/** The same soon after the count has moved, and at the start. */
export const followNumbers = (): Listener =>
  lookSoon({ channel: 'count', pause: 5000, look: release, fault: 'cannot release the numbers' })

const daysKept = 400

/** After a good year the first release of each month stays. */
export const thinReleases = defineJob({
  name: 'numbers.thin-releases',
  at: '37 3 * * *',
  async run(now) {
    await pool().query(
      `delete from numbers_release r where day < $1::date - ${daysKept} and exists (
         select from numbers_release earlier where earlier.campaign_id = r.campaign_id and earlier.day < r.day
           and date_trunc('month', earlier.day) = date_trunc('month', r.day))`,
      [now],
    )
  },
})
