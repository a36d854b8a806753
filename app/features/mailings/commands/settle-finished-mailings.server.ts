import { pool } from '#app/infra/db/pool.server.ts'

/** Closes mailings of which no delivery is open any more. Safe at any time and from any worker. */
export async function settleFinishedMailings(): Promise<number> {
  const { rowCount } = await pool().query(
    `update mailing m set state = 'sent', finished_at = now()
     where m.state = 'sending' and m.frozen_up_to is null and not exists (
       select from delivery d where d.mailing_id = m.id and d.state in ('queued', 'deferred', 'claimed')
     )`,
  )
  return rowCount ?? 0
}
