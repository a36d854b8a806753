import { parisDay, timeZone } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { firstIdOf } from '../jobs/walk.server.ts'
import { confirmationDays } from '../rules.ts'

const oneDay = 86_400_000

/**
 * The first day (Paris) of which nothing can have been deleted yet for want of a confirmation: the one after the day on which the
 * time to confirm began for those whose time is over now.
 */
function firstWholeDay(now: Date): string {
  const lastCut = parisDay(new Date(now.getTime() - confirmationDays * oneDay))
  return new Date(Date.parse(lastCut) + oneDay).toISOString().slice(0, 10)
}

/**
 * Read by key: ids begin with the time, so that however many there are of before, they cost nothing. Who withdrew after confirming
 * had confirmed. A day that was counted and has nobody left says so; a day without anyone is not written down.
 */
const statement = `
with counted as (
  select (created_at at time zone '${timeZone}')::date as day, count(*)::int as asked,
    (count(*) filter (where confirmed_at is not null))::int as confirmed
  from signature
  where campaign_id = $1 and id >= $2::uuid and state::text in ('pending', 'confirmed', 'withdrawn')
  group by 1
), days as (
  select day from counted union select day from asked_day where campaign_id = $1
)
insert into asked_day (campaign_id, day, asked, confirmed, counted_at)
select $1, day, coalesce(asked, 0), coalesce(confirmed, 0), $4 from days left join counted using (day)
where day >= $3::date
order by day
on conflict (campaign_id, day) do update
  set asked = excluded.asked, confirmed = excluded.confirmed, counted_at = excluded.counted_at`

/** Counts who signed on each of the last days, and how many of them have confirmed. Safe to repeat. */
export async function countAsked(campaignId: number, now: Date): Promise<void> {
  const first = firstWholeDay(now)
  // Early enough for where a day begins before it does in Greenwich; the days themselves are picked by their date.
  const from = firstIdOf(new Date(Date.parse(first) - oneDay / 8))
  await pool().query(statement, [campaignId, from, first, now])
}
