import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { findLock } from '../queries/run.server.ts'
import { figuresOver } from '../queries/sending-health.server.ts'
import { alertsOf, longestSilence, windows, type Alert } from '../rules/health/alerts.ts'
import { isLargeReceiver } from '../rules/receivers.ts'

const isAccepting = `select 1 from receiver_tally where hour > $1::timestamptz - interval '3 hours' and last_accepted_at > $1::timestamptz - make_interval(mins => $2::int) limit 1`

/** One letter to a dead domain is no silence. */
const fewestInVain = 3

/** Letters that nobody took up, or tried in vain, since then. Each part is found by an index of what waits. */
const stuck = `
with since as (select $1::timestamptz - make_interval(mins => $2::int) as at)
select 1 from delivery, since where lane = 0 and state = 'queued' and due_at < since.at
union all
select 1 from delivery, since where lane = 2 and state = 'queued' and due_at < since.at
union all
select 1 from since, mailing m cross join lateral (
  select 1 from delivery d, since where d.mailing_id = m.id and d.state = 'queued' and d.due_at < since.at limit 1
) d where m.state = 'sending' and coalesce(m.resumed_at, m.started_at) < since.at
union all
select 1 from delivery, since where lane = 0 and state = 'deferred' and reply is not null and dated_at < since.at having count(*) >= ${fewestInVain}
limit 1`

async function isSilent(now: Date): Promise<boolean> {
  const values = [now, longestSilence]
  if ((await pool().query(isAccepting, values)).rowCount) return false
  // What a person has to unlock says so itself.
  if ((await findLock()) !== null) return false
  return ((await pool().query(stuck, values)).rowCount ?? 0) > 0
}

interface Changed {
  kind: string
  receiver: string
  share: number | null
}

const raise = `
insert into sending_alert as a (kind, receiver, share, since)
select kind, receiver, share, $4 from unnest($1::text[], $2::text[], $3::float8[]) as n(kind, receiver, share)
on conflict (kind, receiver) do update set share = excluded.share
returning kind, receiver, share, since = $4 as fresh`

const close = `
delete from sending_alert a where not exists (
  select from unnest($1::text[], $2::text[]) as n(kind, receiver) where n.kind = a.kind and n.receiver = a.receiver
) returning kind, receiver, share`

const fieldsOf = ({ kind, receiver, share }: Changed) => ({
  job: 'watch-sending',
  code: kind,
  state: receiver === '' ? 'all' : receiver,
  // In thousandths, as a count may be.
  count: share === null ? undefined : Math.round(share * 1000),
})

async function keep(alerts: readonly Alert[], now: Date): Promise<void> {
  const [kinds, receivers] = [alerts.map(({ kind }) => kind), alerts.map(({ receiver }) => receiver)]
  const shares = alerts.map(({ share }) => share)
  const raised = await pool().query<Changed & { fresh: boolean }>(raise, [kinds, receivers, shares, now])
  for (const alert of raised.rows.filter(({ fresh }) => fresh)) log.error('sending needs a look', fieldsOf(alert))
  const closed = await pool().query<Changed>(close, [kinds, receivers])
  for (const alert of closed.rows) log.info('sending is well again', fieldsOf(alert))
}

/** Notices what a person should look at, says it once in the log, and keeps it for the pages of the team until it is over. */
export const watchSending = defineJob({
  name: 'mailings.watch-sending',
  at: '*/5 * * * *',
  async run(now) {
    const [lately, overDays, silent] = await Promise.all([
      figuresOver(windows.deferred, now),
      figuresOver(windows.bounced, now),
      isSilent(now),
    ])
    await keep(alertsOf({ lately, overDays, isSilent: silent }, isLargeReceiver), now)
  },
})
