import { singleton } from '#app/infra/singleton.ts'
import { poolAs } from '#app/infra/db/pool.server.ts'
import { testimoniesRole } from '../role.ts'
import { weekOf } from '../week.ts'

/** Above this many weeks the site says how long moderation takes at the moment. */
const slowAfterWeeks = 3
const keptFor = 600_000

interface Kept {
  weeks: number | null
  until: number
}

const kept = () => singleton('testimony-waiting-time', () => new Map<number, Kept>())

/** So few would give away when one of them came. */
const leastWaiting = 10

/** Of those that wait for the team, nine in ten wait no longer than this: one that was forgotten does not speak for all. */
async function weeksOf(campaignId: number, now: Date): Promise<number | null> {
  const { rows } = await poolAs(testimoniesRole).query<{ weeks: number | null }>(
    `select percentile_disc(0.9) within group (order by ($2::date - received_week) / 7) as weeks
     from testimonies.testimony where campaign_id = $1 and (state = 'submitted' or state = 'proposed' and seconded_version is distinct from draft_version)
     having count(*) >= $3`,
    [campaignId, weekOf(now), leastWaiting],
  )
  const weeks = rows[0]?.weeks ?? 0
  return weeks > slowAfterWeeks ? weeks : null
}

/** About how many weeks moderation takes at the moment; `null`: it is not slow. Asked of the database every ten minutes. */
export async function slowModeration(campaignId: number, now: Date): Promise<number | null> {
  const known = kept().get(campaignId)
  if (known && known.until > now.getTime()) return known.weeks
  const weeks = await weeksOf(campaignId, now)
  kept().set(campaignId, { weeks, until: now.getTime() + keptFor })
  return weeks
}
