import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { hasConfirmed, mayConfirm } from '../may-confirm.ts'
import { mostMails } from '../rules.ts'
import { personalAddress, whoseIn } from '../whose.server.ts'

export interface Asking {
  campaignId: number
  now: Date
}

/**
 * Each of a household gets their own mail; the worker keeps them a minute apart. None overtakes the first one (whose delivery
 * carries the id of the signature) while that waits for want of a proof: `mailed_at` lies ahead then, but signing once more sets
 * it back. The message makes a commit with nothing to send wait for the disk like one that sends: the time does not say who signed.
 */
const statement = `
with locked as materialized (
  -- As they are now: of many who ask at once each sees the mails of the others.
  select id, household_rank, mails from signature where campaign_id = $1 and email_index = $2 order by household_rank for update
), again as (
  update signature s set mails = s.mails + 1, mailed_at = greatest(s.mailed_at, $3)
  from locked l
  where s.campaign_id = $1 and s.id = l.id and (select sum(mails) from locked) + l.household_rank < ${mostMails}
    and (${hasConfirmed('s')} or ${mayConfirm('s', '$3')})
  returning s.campaign_id, s.id, s.household_rank, s.confirmed_at
), before as (
  select s.id, greatest(s.mailed_at, d.due_at) as mailed_at
  from signature s join again using (campaign_id, id)
  left join delivery d on d.campaign_id = s.campaign_id and d.id = s.id and d.state = 'queued'
), mails as (
  insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
  select campaign_id, ($4::uuid[])[household_rank + 1],
    case when confirmed_at is null then 'confirmation'::delivery_kind else 'already-signed'::delivery_kind end, id, 0,
    greatest(least($3::timestamptz, now()), b.mailed_at + interval '1 minute')
  from again join before b using (id)
)
select from pg_logical_emit_message(true, 'portevoix', '')`

/**
 * Sends the mail once more to whoever asked for it before: to confirm, or to say that it was. Nobody learns from it whether an
 * address signed. At most five mails to one address for one campaign, whoever asks for them.
 */
export async function sendAgain(email: string, { campaignId, now }: Asking): Promise<void> {
  const { emailIndex } = whoseIn(campaignId, personalAddress(email))
  await pool().query(statement, [campaignId, emailIndex, now, [timeId(now), timeId(now)]])
  await notify('delivery', '')
}
