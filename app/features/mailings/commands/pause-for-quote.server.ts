import { pool } from '#app/infra/db/pool.server.ts'

/** Pauses a mailing whose letter quotes somebody who took that back: who has not got it does not get it. Safe from any worker. */
export async function pauseForQuote(id: string): Promise<void> {
  await pool().query(
    `update mailing set state = 'paused', paused_at = now(), paused_because = 'quote' where id = $1 and state = 'sending'`,
    [id],
  )
}
