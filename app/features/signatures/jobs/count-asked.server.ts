import { parisDay, parisHour } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { countAsked } from '../commands/count-asked.server.ts'

/** Beyond this many in the days that are counted, once a night is often enough. */
const fewEnough = 200_000
const hourOfNight = '04'
const oneDay = 86_400_000

/** By the tallies, a row a day: how many confirm is about how many sign. */
async function campaignsToCount(now: Date): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `select c.id from campaign c
     where $2 or (
       select coalesce(sum(n), 0) from tally t where t.campaign_id = c.id and t.dimension = 'all' and t.day >= $1::date
     ) <= ${fewEnough}
     order by c.id`,
    [parisDay(new Date(now.getTime() - 7 * oneDay)), parisHour(now) === hourOfNight],
  )
  return rows.map(({ id }) => id)
}

/** How many of those who sign confirm: counted while all of them are there, for it cannot be counted afterwards. */
export const countAskedHourly = defineJob({
  name: 'signatures.count-asked',
  at: '29 * * * *',
  async run(now) {
    for (const campaignId of await campaignsToCount(now)) await countAsked(campaignId, now)
  },
})
