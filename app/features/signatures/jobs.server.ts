import { pool } from '#app/infra/db/pool.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { countTexts, recount } from './commands/recount.server.ts'
import { campaignsToCountByText } from './queries/texts-counted.server.ts'
import { firstIdOf } from './jobs/walk.server.ts'

const daysKept = 30

/** Confirmation mails that ended are forgotten after a month. Their ids begin with the time, so that the old ones lie together. */
export const forgetOldDeliveries = defineJob({
  name: 'signatures.forget-old-deliveries',
  at: '41 3 * * *',
  async run(now) {
    const before = firstIdOf(new Date(now.getTime() - daysKept * 86_400_000))
    const { rows } = await pool().query<{ id: number }>('select id from campaign')
    for (const { id } of rows)
      await pool().query(
        `delete from delivery where campaign_id = $1 and id < $2 and lane in (0, 2, 4, 5) and kind::text <> 'target' and state in ('handed-over', 'failed', 'suppressed', 'unknown')`,
        [id, before],
      )
  },
})

/** Whoever left the news may have changed their mind within this time. */
const daysAfterLeaving = 30

/** Who left the news is known by the keyed index of the address alone, a month later. Signing again brings name and address anew. */
export const forgetWhoLeft = defineJob({
  name: 'signatures.forget-who-left',
  at: '53 3 * * *',
  async run(now) {
    await pool().query(
      `update subscription set sealed_email = '', sealed_name = ''
       where state in ('unsubscribed', 'bounced', 'complained') and ended_at < $1 and (sealed_email <> '' or sealed_name <> '')`,
      [new Date(now.getTime() - daysAfterLeaving * 86_400_000)],
    )
  },
})

async function everyCampaign(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>('select id from campaign order by id')
  return rows.map(({ id }) => id)
}

/** Every night the signatures themselves are counted, and the tallies repaired where they say something else. */
export const recountNightly = defineJob({
  name: 'signatures.recount-nightly',
  at: '11 2 * * *',
  async run(now) {
    for (const campaignId of await everyCampaign()) await recount(campaignId, now)
  },
})

/** While a campaign is small, who stands behind which version of its text is known within minutes. */
export const countSignedTexts = defineJob({
  name: 'signatures.count-signed-texts',
  at: '*/10 * * * *',
  async run(now) {
    for (const campaignId of await campaignsToCountByText()) await countTexts(campaignId, now)
  },
})
