import { pool } from '#app/infra/db/pool.server.ts'
import { isLockReason, isPauseReason, type LockReason, type Run } from '../schema.ts'

interface Row {
  pausedBecause: string | null
  lettersPerHour: number | null
  resendsDoubtful: boolean
  sent: number
  seconds: number
}

/** Letters of this and the two minutes before, and the seconds they took. */
const statement = `
select m.paused_because as "pausedBecause", m.letters_per_hour as "lettersPerHour", m.resends_doubtful as "resendsDoubtful",
  coalesce((select sum(sent) from mailing_pulse where mailing_id = m.id and minute >= since), 0)::int as sent,
  greatest(extract(epoch from now() - greatest(since, m.started_at, m.resumed_at)), 1)::float8 as seconds
from mailing m cross join lateral (select date_trunc('minute', now()) - interval '2 minutes' as since) s
where m.id = $1`

/** More are counted, and not listed. */
const mostListed = 500

/** How a mailing goes out at this moment, and which of its letters nobody answered. Numbers of letters, never an address. */
export async function findRun(id: string): Promise<Run> {
  const [{ rows }, doubtful] = await Promise.all([
    pool().query<Row>(statement, [id]),
    pool().query<{ id: string; since: Date }>(
      `select id, ended_at as since from delivery where mailing_id = $1 and state = 'unknown' order by ended_at desc, id limit $2`,
      [id, mostListed],
    ),
  ])
  const [row] = rows
  return {
    pausedBecause: isPauseReason(row?.pausedBecause) ? row.pausedBecause : null,
    lettersPerHour: row?.lettersPerHour ?? null,
    resendsDoubtful: row?.resendsDoubtful ?? false,
    perMinute: row ? (row.sent / row.seconds) * 60 : 0,
    doubtful: doubtful.rows.map(({ id: letter, since }) => ({ id: letter, since: since.toISOString() })),
  }
}

/** Why a worker of this database may not send; `null` when none waits for a person. */
export async function findLock(): Promise<LockReason | null> {
  const { rows } = await pool().query<{ reason: string }>(
    'select reason from mail_place where waiting_since is not null order by waiting_since limit 1',
  )
  const reason = rows[0]?.reason
  return isLockReason(reason) ? reason : null
}
