import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { stopDripBecause } from '../commands/drip.server.ts'
import { planTargetLetters } from '../commands/plan-target-letters.server.ts'
import { refusalsInARow } from '../rules/drip.ts'

const refused = `
select count(*) filter (where state = 'failed')::int as n from (
  select d.state::text as state from target_letter l join delivery d on d.campaign_id = l.campaign_id and d.id = l.id
  where l.campaign_id = $1 and d.state::text in ('handed-over', 'failed', 'unknown') order by d.ended_at desc limit ${refusalsInARow}
) latest`

/** Letters to the addressees of campaigns that two people of the team agreed to; those whose last letters were all refused stop. */
export const writeToAddressees = defineJob({
  name: 'mailings.write-to-addressees',
  at: '*/5 * * * *',
  async run(now) {
    const { rows } = await pool().query<{ id: number }>(
      `select campaign_id as id from target_drip where state = 'running'`,
    )
    for (const { id } of rows) {
      const latest = await pool().query<{ n: number }>(refused, [id])
      if ((latest.rows[0]?.n ?? 0) >= refusalsInARow) {
        await stopDripBecause(id, 'refused')
        log.error('letters to an addressee were stopped: refusals', { job: 'write-to-addressees', id: String(id) })
      } else await planTargetLetters(id, { now, chance: Math.random })
    }
  },
})
