import { pool } from '#app/infra/db/pool.server.ts'

/** A letter that has brought down its worker this often stays down. */
const mostLostAttempts = 8

const statement = `
with mailings as (
  select id, state::text as state, resends_doubtful from mailing
  where id in (select mailing_id from delivery where state = 'claimed' and lease_until < now()) for share
), orphans as (
  select d.campaign_id, d.id, exists (select from mail_worker w where w.begun @> array[d.id]) as begun,
    coalesce(m.state = 'cancelled', false) as cancelled,
    (d.kind::text not in ('update', 'renewal', 'renewal-reminder', 'target') or coalesce(m.resends_doubtful, false)) and d.attempt < ${mostLostAttempts} as again
  from delivery d left join mailings m on m.id = d.mailing_id
  where d.state = 'claimed' and d.lease_until < now()
  for update of d skip locked
)
update delivery d set
  state = case when o.begun and (o.cancelled or not o.again) then 'unknown' when o.cancelled then 'suppressed' else 'queued' end::delivery_state,
  ended_at = case when o.cancelled or o.begun and not o.again then now() end,
  attempt = d.attempt - case when o.begun then 0 else 1 end,
  lease_until = null, fence = d.fence + 1
from orphans o
where d.campaign_id = o.campaign_id and d.id = o.id`

/** What a worker had on its lines is of no use once no lease can point to it. */
const forget = `delete from mail_worker where seen_at < now() - interval '10 minutes'`

/**
 * Ends leases whose holder is gone. A letter that was not begun waits again, as if nothing had been. Of one that was begun nobody
 * knows whether it went out: a confirmation is sent again under the same Message-ID; an update only where its mailing says so,
 * else it stays on the list of those who may or may not have it. Of a mailing that was cancelled meanwhile nothing waits again; the
 * lock makes a cancellation either wait for this or be seen here.
 */
export async function endExpiredLeases(): Promise<number> {
  const { rowCount } = await pool().query({ name: 'end-leases', text: statement })
  await pool().query({ name: 'forget-workers', text: forget })
  return rowCount ?? 0
}
