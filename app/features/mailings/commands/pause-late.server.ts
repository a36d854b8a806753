import { pool } from '#app/infra/db/pool.server.ts'

/**
 * Pauses mailings of which nothing was sent for more than an hour although letters were due: whether they are still wanted is for a
 * person to say. Called when a worker starts.
 * @returns ids of the mailings that were paused
 */
export async function pauseLate(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `update mailing m set state = 'paused', paused_at = now(), paused_because = 'late'
     where m.state = 'sending' and greatest(m.started_at, m.resumed_at) < now() - interval '1 hour' and coalesce(m.letters_per_hour, 60) > 1
       and not exists (select from mailing_pulse p where p.mailing_id = m.id and p.minute > now() - interval '1 hour')
       and exists (select from delivery d where d.mailing_id = m.id and d.state = 'queued' and d.due_at < now() - interval '1 hour')
     returning m.id`,
  )
  return rows.map(({ id }) => id)
}
