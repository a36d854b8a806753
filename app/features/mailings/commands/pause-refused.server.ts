import { pool } from '#app/infra/db/pool.server.ts'
import { fewestRefusals, mostRefused, refusalWindow } from '../rules.ts'

/**
 * Pauses mailings that receivers refuse for what they think of us (5.7.x): going on would make it worse, and only a person can put
 * it right. What was refused before a person resumed does not count again. Safe at any time and from any worker.
 * @returns ids of the mailings that were paused
 */
export async function pauseRefused(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `update mailing m set state = 'paused', paused_at = now(), paused_because = 'refused'
     from (
       select p.mailing_id, sum(p.refused) as refused, sum(p.sent + p.failed) as answered
       from mailing_pulse p join mailing s on s.id = p.mailing_id and s.state = 'sending'
       where p.minute > now() - make_interval(mins => $1::int) and p.minute >= coalesce(s.resumed_at, '-infinity')
       group by p.mailing_id
     ) seen
     where m.id = seen.mailing_id and m.state = 'sending' and seen.refused >= $2::int and seen.refused > seen.answered * $3::float8
     returning m.id`,
    [refusalWindow, fewestRefusals, mostRefused],
  )
  return rows.map(({ id }) => id)
}
