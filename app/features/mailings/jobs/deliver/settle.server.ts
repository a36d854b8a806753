import { groupCommit, type GroupCommit } from '#app/infra/db/group-commit.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import type { Settlement } from '../../rules.ts'
import type { Claim } from './claim.server.ts'

interface Settling {
  claim: Pick<Claim, 'campaignId' | 'id' | 'fence'>
  settlement: Settlement
}

const statement = `
update delivery d
set state = o.state::delivery_state, reply = o.reply, lease_until = null,
  attempt = d.attempt - case when o.counted then 0 else 1 end,
  due_at = case when o.state = 'deferred' then now() + make_interval(secs => o.delay / 1000) else d.due_at end,
  ended_at = case when o.state in ('queued', 'deferred') then null else now() end
from unnest($1::int[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::float8[], $7::boolean[])
  as o(campaign_id, id, fence, state, reply, delay, counted)
where d.campaign_id = o.campaign_id and d.id = o.id and d.fence = o.fence and d.state = 'claimed'
returning d.campaign_id, d.id`

async function write(settlings: readonly Settling[]): Promise<boolean[]> {
  const column = <V>(pick: (settling: Settling) => V) => settlings.map(pick)
  const { rows } = await pool().query<{ campaign_id: number; id: string }>({
    name: 'settle-deliveries',
    text: statement,
    values: [
      column(({ claim }) => claim.campaignId),
      column(({ claim }) => claim.id),
      column(({ claim }) => claim.fence),
      column(({ settlement }) => settlement.state),
      column(({ settlement }) => settlement.reply),
      column(({ settlement }) => settlement.delay),
      column(({ settlement }) => settlement.counted),
    ],
  })
  const settled = new Set(rows.map(({ campaign_id, id }) => `${campaign_id} ${id}`))
  return settlings.map(({ claim }) => settled.has(`${claim.campaignId} ${claim.id}`))
}

const settlements = (): GroupCommit<Settling, boolean> =>
  singleton('settlement-group', () => groupCommit({ flush: write, inFlight: 2, patience: Infinity }))

/** Writes what became of a letter; resolves after the commit. `false`: the lease had passed to someone else, whose word counts. */
export const settleDelivery = (claim: Settling['claim'], settlement: Settlement): Promise<boolean> =>
  settlements().add({ claim, settlement })
