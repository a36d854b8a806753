import { revisit, walk } from '#app/features/signatures/jobs/walk.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'

const name = 'forget-networks'
const daysKept = 30
const day = 86_400_000

/** A form that was sent again while nobody had confirmed brought a network of its own: the walk comes back for that one. */
const concerns = '(s.network_index is not null or s.confirmed_at is null)'

const statement = `
with forgotten as (
  update signature s set network_index = null
  where s.campaign_id = $1 and s.id = any($2::uuid[]) and s.network_index is not null
    and s.mailed_at < $3::timestamptz - make_interval(days => ${daysKept})
)
insert into signature_revisit (name, campaign_id, id, due_at)
select '${name}', s.campaign_id, s.id,
  greatest(s.mailed_at + make_interval(days => ${daysKept}), $3::timestamptz + interval '1 minute')
from signature s
where s.campaign_id = $1 and s.id = any($2::uuid[]) and ${concerns}
  and s.mailed_at >= $3::timestamptz - make_interval(days => ${daysKept})
on conflict (name, campaign_id, id) do update set due_at = excluded.due_at`

/** A rule that has ended no longer needs its networks: undoing finds the rows by the rule. How many there were is kept. */
const emptyRules = `
update invalidation set conditions = conditions ||
  jsonb_build_object('networks', '[]'::jsonb, 'forgottenNetworks', jsonb_array_length(conditions->'networks'))
where state::text in ('done', 'cancelled', 'undone', 'dropped') and created_at < $1 and conditions->'networks' <> '[]'::jsonb`

/** What tells networks apart is forgotten after a month, wherever it stands, and what was large in an hour. */
export const forgetNetworks = defineJob({
  name: 'integrity.forget-networks',
  at: '29 2 * * *',
  async run(now) {
    const before = new Date(now.getTime() - daysKept * day)
    await pool().query('delete from trend where hour < $1', [before])
    await pool().query(`delete from alert where kind = 'network' and last_at < $1`, [before])
    await pool().query('delete from standing where until < $1', [before])
    await pool().query(emptyRules, [before])
    const { rows } = await pool().query<{ id: number }>('select id from campaign order by id')
    for (const { id: campaignId } of rows) {
      const visit = async (ids: readonly string[]) => void (await pool().query(statement, [campaignId, ids, now]))
      await walk({ name, campaignId, before, concerns, visit })
      await revisit({ name, campaignId, now, visit })
    }
  },
})
