import { pool } from '#app/infra/db/pool.server.ts'

/** Of a mailing that was stopped nothing waits, whoever gave a letter back since: an older release left some behind. One probe of an index for each. */
const takeBackStopped = `
update delivery d set state = 'suppressed', ended_at = coalesce(stopped.finished_at, now())
from (
  select m.id, m.finished_at from mailing m
  cross join lateral (select 1 from delivery w where w.mailing_id = m.id and w.state in ('queued', 'deferred') limit 1) waits
  where m.state = 'cancelled' limit 20
) stopped
where d.mailing_id = stopped.id and d.state in ('queued', 'deferred')`

/**
 * Two questions, since no one index holds all that is open; each stops at the first letter it finds. Asked as one, it read
 * through all that was sent.
 */
export const closeFinished = `
update mailing m set state = 'sent', finished_at = now()
where m.state = 'sending' and m.frozen_up_to is null
  and (select true from delivery d where d.mailing_id = m.id and d.state in ('queued', 'deferred') limit 1) is null
  and (select true from delivery d where d.mailing_id = m.id and d.state = 'claimed' limit 1) is null`

/**
 * Closes mailings of which no delivery is open any more, and takes back what still waits of those that were stopped. Safe at any
 * time and from any worker.
 */
export async function settleFinishedMailings(): Promise<number> {
  await pool().query({ name: 'take-back-stopped', text: takeBackStopped })
  const { rowCount } = await pool().query({ name: 'close-finished', text: closeFinished })
  return rowCount ?? 0
}
