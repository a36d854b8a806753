import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { trialWaitsFor } from '../rules/waiting.ts'
import { isLockReason, isPauseReason, type LockReason, type Run, type RunningTrial } from '../schema.ts'
import { findOpenTrials } from './waiting.server.ts'

interface Row {
  startedAt: Date | null
  finishedAt: Date | null
  pausedBecause: string | null
  pausedAt: Date | null
  pausedById: string | null
  lettersPerHour: number | null
  resendsDoubtful: boolean
  isFreezing: boolean
  sent: number
  seconds: number
  left: number
}

/** Days from the start of a mailing in which who leaves is counted beside it. */
const leavingDays = 30

/** Letters of this and the two minutes before, and the seconds they took. */
const statement = `
select m.started_at as "startedAt", m.finished_at as "finishedAt", m.paused_because as "pausedBecause", m.paused_at as "pausedAt", m.paused_by_id as "pausedById", m.letters_per_hour as "lettersPerHour", m.resends_doubtful as "resendsDoubtful",
  m.frozen_up_to is not null and m.state::text in ('sending', 'paused') as "isFreezing",
  coalesce((select sum(sent) from mailing_pulse where mailing_id = m.id and minute >= since), 0)::int as sent,
  greatest(extract(epoch from now() - greatest(since, m.started_at, m.resumed_at)), 1)::float8 as seconds,
  (
    select count(*) from subscription b
    where b.campaign_id = m.campaign_id and b.state = 'unsubscribed' and b.ended_at between m.started_at and m.started_at + interval '${leavingDays} days'
      and exists (select from delivery d where d.mailing_id = m.id and d.subject_id = b.id and d.state = 'handed-over' and d.ended_at <= b.ended_at)
  )::int as left
from mailing m cross join lateral (select date_trunc('minute', now()) - interval '2 minutes' as since) s
where m.id = $1`

const hour = 3_600_000

/** What a mailing's trial waits for; `null`: it has none, or nobody waits. */
async function findRunningTrial(id: string, startedAt: Date | null): Promise<RunningTrial | null> {
  const trial = (await findOpenTrials(id)).get(id)
  const waitsFor = trial ? trialWaitsFor(trial) : null
  if (!trial || waitsFor === null) return null
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from delivery where mailing_id = $1 and state in ('queued', 'deferred') and due_at = 'infinity'`,
    [id],
  )
  const at = trial.hours !== null && startedAt ? new Date(startedAt.getTime() + trial.hours * hour).toISOString() : null
  return { waitsFor, held: rows[0]?.n ?? 0, at }
}

/** Their address, while they are in the team. */
const nameOf = async (id: string | null): Promise<string | null> =>
  id === null ? null : ((await emailsOf([id])).get(id) ?? null)

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
  const [pausedBy, trial] = await Promise.all([
    nameOf(row?.pausedById ?? null),
    findRunningTrial(id, row?.startedAt ?? null),
  ])
  return {
    startedAt: row?.startedAt?.toISOString() ?? null,
    finishedAt: row?.finishedAt?.toISOString() ?? null,
    pausedBecause: isPauseReason(row?.pausedBecause) ? row.pausedBecause : null,
    pausedAt: row?.pausedAt?.toISOString() ?? null,
    pausedBy,
    trial,
    lettersPerHour: row?.lettersPerHour ?? null,
    resendsDoubtful: row?.resendsDoubtful ?? false,
    isFreezing: row?.isFreezing ?? false,
    perMinute: row ? (row.sent / row.seconds) * 60 : 0,
    doubtful: doubtful.rows.map(({ id: letter, since }) => ({ id: letter, since: since.toISOString() })),
    left: row?.left ?? 0,
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
