import {
  bigintArray,
  booleanArray,
  doubleArray,
  integerArray,
  textArray,
  uuidArray,
} from '#app/infra/db/binary-array.ts'
import { mailPool } from '#app/infra/db/pool.server.ts'
import type { Settlement } from '../../rules.ts'
import { sendWithin, type Claim } from './claim.server.ts'

type Held = Pick<Claim, 'campaignId' | 'id' | 'fence' | 'mailingId'>

export interface Settling {
  claim: Held
  settlement: Settlement
}

/** What one worker tells the database, and asks of it, in one statement and one commit. */
export interface Exchange {
  worker: string
  /** What became of letters. */
  settlings: readonly Settling[]
  /** Letters that are to be begun. */
  beginning: readonly Held[]
  /** Letters that were begun and have not ended, those of `settlings` left out. */
  onTheWay: readonly string[]
}

/** `go`: it is written down that this letter may be on its way from now on. `lost`: it is somebody else's. */
export type Verdict = 'go' | 'paused' | 'unwanted' | 'lost'

interface Answer {
  id: string
  verdict: Verdict | 'settled'
}

/** Seconds of the lease that sending may still take, and some to write down how it ended. */
const leaseLeft = sendWithin / 1000 + 4

// What would wait again of a mailing that was cancelled meanwhile never goes, and who should have got it has missed it. The lock
// makes a cancellation either wait for this, and take back what waits, or be seen here.
const statement = `
with told as (
  select * from unnest($1::int[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::float8[], $7::boolean[])
    as o(campaign_id, id, fence, state, reply, delay, counted)
), waiting as (
  select d.campaign_id, d.id, m.state::text as mailing_state
  from told o join delivery d on d.campaign_id = o.campaign_id and d.id = o.id join mailing m on m.id = d.mailing_id
  where o.state in ('queued', 'deferred') for share of m
), outcome as (
  select o.campaign_id, o.id, o.fence, case when w.id is null then o.state else 'suppressed' end as state, o.reply, o.delay, o.counted
  from told o left join waiting w on w.campaign_id = o.campaign_id and w.id = o.id and w.mailing_state = 'cancelled'
), settled as (
  update delivery d
  set state = o.state::delivery_state, reply = o.reply, lease_until = null,
    attempt = d.attempt - case when o.counted then 0 else 1 end,
    due_at = case when o.state = 'deferred' then now() + make_interval(secs => o.delay / 1000) else d.due_at end,
    ended_at = case when o.state in ('queued', 'deferred') then null else now() end
  from outcome o
  where d.campaign_id = o.campaign_id and d.id = o.id and d.fence = o.fence and d.state::text = 'claimed'
  returning d.id, d.mailing_id, d.state::text as state, d.reply
), asked as (
  select q.id, case
    when d.id is null then 'lost'
    when d.kind::text = 'target' then case when g.state = 'running' then 'go' else 'paused' end
    when (d.mailing_id is null and d.lane <> 3) or (d.lane = 3 and n.state::text = 'active') or (m.state::text = 'sending' and n.state::text = 'active') then 'go'
    when n.state::text = 'active' and m.state::text = 'paused' then 'paused'
    else 'unwanted' end as verdict
  from unnest($8::int[], $9::uuid[], $10::bigint[]) as q(campaign_id, id, fence)
  left join delivery d on d.campaign_id = q.campaign_id and d.id = q.id and d.fence = q.fence and d.state::text = 'claimed'
    and d.lease_until > now() + interval '${leaseLeft} seconds'
  left join mailing m on m.id = d.mailing_id
  left join subscription n on (d.mailing_id is not null or d.lane = 3) and n.campaign_id = d.campaign_id and n.id = d.subject_id
  left join target_drip g on d.kind::text = 'target' and g.campaign_id = d.campaign_id
), journal as (
  insert into mail_worker (id, begun, seen_at)
  select $11, array(select id from asked where verdict = 'go') || $12::uuid[], now()
  on conflict (id) do update set begun = excluded.begun, seen_at = excluded.seen_at
), pulse as (
  insert into mailing_pulse as p (mailing_id, minute, worker_id, sent, deferred, failed, refused)
  select mailing_id, date_trunc('minute', now()), $11, count(*) filter (where state = 'handed-over'), count(*) filter (where state = 'deferred'),
    count(*) filter (where state = 'failed'), count(*) filter (where state = 'failed' and reply ~ '^5\\d\\d 5\\.7\\.')
  from settled where mailing_id is not null and state in ('handed-over', 'deferred', 'failed') group by mailing_id
  on conflict (mailing_id, minute, worker_id) do update set sent = p.sent + excluded.sent, deferred = p.deferred + excluded.deferred,
    failed = p.failed + excluded.failed, refused = p.refused + excluded.refused
)
select id, verdict from asked union all select id, 'settled' from settled`

/**
 * Writes down what became of letters and begins others, durably. A letter is put on its way only after it was said to `go`: what
 * is not in the journal of its worker was never on its way.
 * @returns what became of each letter that was to be begun, and which endings were ours to write
 */
export async function exchange({ worker, settlings, beginning, onTheWay }: Exchange) {
  const of = <V>(pick: (settling: Settling) => V) => settlings.map(pick)
  const { rows } = await mailPool().query<Answer>({
    name: 'exchange-deliveries',
    text: statement,
    values: [
      integerArray(of(({ claim }) => claim.campaignId)),
      uuidArray(of(({ claim }) => claim.id)),
      bigintArray(of(({ claim }) => claim.fence)),
      textArray(of(({ settlement }) => settlement.state)),
      textArray(of(({ settlement }) => settlement.reply)),
      doubleArray(of(({ settlement }) => settlement.delay)),
      booleanArray(of(({ settlement }) => settlement.counted)),
      integerArray(beginning.map(({ campaignId }) => campaignId)),
      uuidArray(beginning.map(({ id }) => id)),
      bigintArray(beginning.map(({ fence }) => fence)),
      worker,
      uuidArray(onTheWay),
    ],
  })
  const verdicts = new Map<string, Verdict>()
  const settled = new Set<string>()
  for (const { id, verdict } of rows) {
    if (verdict === 'settled') settled.add(id)
    else verdicts.set(id, verdict)
  }
  return { verdicts, settled }
}

/** Nothing of this worker is on its way any more. */
export async function closeJournal(worker: string): Promise<void> {
  await mailPool().query('delete from mail_worker where id = $1', [worker])
}
