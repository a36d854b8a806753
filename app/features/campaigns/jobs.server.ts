import { pool } from '#app/infra/db/pool.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'

/** A goal that is reached opens its duty once, at a known instant. */
export const markReachedGoals = defineJob({
  name: 'campaigns.mark-reached-goals',
  at: '* * * * *',
  async run(now) {
    const { rows } = await pool().query<{ campaign_id: number }>(
      `update goal g set reached_at = $1
       from (select campaign_id, sum(n) as confirmed from tally where dimension = 'all' group by campaign_id) t
       where t.campaign_id = g.campaign_id and t.confirmed >= g.threshold and g.reached_at is null
       returning g.campaign_id`,
      [now],
    )
    for (const campaignId of new Set(rows.map((row) => row.campaign_id))) await notify('page', String(campaignId))
  },
})
