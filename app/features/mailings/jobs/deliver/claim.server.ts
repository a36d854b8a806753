import { pool } from '#app/infra/db/pool.server.ts'
import type { DeliveryKind, MailingState } from '../../schema.ts'

/** Longer than any sending may take (`sendWithin`), and an orphan is taken up again within a minute. */
export const leaseSeconds = 45
/** A letter that is not handed over within this time of its claim is given up by its holder. */
export const sendWithin = 30_000

/** A delivery that is ours until its lease ends, with what is needed to write it. Addresses and names stay sealed. */
export interface Claim {
  campaignId: number
  id: string
  kind: DeliveryKind
  subjectId: string
  mailingId: string | null
  attempt: number
  fence: string
  datedAt: Date
  /** Milliseconds since the first attempt, by the database's clock. */
  age: number
  signatureState: string | null
  /** The person has confirmed, whatever became of the signature since. */
  confirmed: boolean
  /** Somebody of the same household signed with this address before. */
  second: boolean
  /** Of the text that a signature is bound to. */
  textVersion: number | null
  /** When the owner of the mailbox, or the team, last did something that a mail may answer. */
  heardAt: Date | null
  subscriptionState: string | null
  mailingState: MailingState | null
  organisationState: string | null
  organisationReason: string | null
  sealedEmail: Buffer | null
  sealedName: Buffer | null
  emailIndex: Buffer | null
  locale: string | null
}

// The database's clock decides about leases and turns: workers may disagree about the time.
const statement = `
with confirmations as (
  select campaign_id, id from delivery
  where lane = 0 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit $1 for update skip locked
), reminders as (
  select campaign_id, id from delivery
  where lane = 2 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit greatest($1 - (select count(*) from confirmations), 0) for update skip locked
), first as (
  select * from confirmations union all select * from reminders
), updates as (
  select d.campaign_id, d.id from mailing m cross join lateral (
    select campaign_id, id from delivery
    where mailing_id = m.id and state in ('queued', 'deferred') and due_at <= now()
    order by due_at limit greatest($1 - (select count(*) from first), 0) for update skip locked
  ) d
  where m.state = 'sending'
  limit greatest($1 - (select count(*) from first), 0)
), claimed as (
  update delivery d
  set state = 'claimed', fence = d.fence + 1, attempt = d.attempt + 1, dated_at = coalesce(d.dated_at, now()),
    lease_until = now() + make_interval(secs => ${leaseSeconds})
  from (select * from first union all select * from updates) turn
  where d.campaign_id = turn.campaign_id and d.id = turn.id
  returning d.*
)
select c.campaign_id as "campaignId", c.id, c.kind, c.subject_id as "subjectId", c.mailing_id as "mailingId", c.attempt, c.fence::text,
  c.dated_at as "datedAt", (extract(epoch from now() - c.dated_at) * 1000)::float8 as age,
  s.state as "signatureState", s.confirmed_at is not null as confirmed, coalesce(s.household_rank, 0) > 0 as second, s.text_version as "textVersion", greatest(h.at, o.confirmed_at, o.decided_at) as "heardAt", b.state as "subscriptionState", m.state as "mailingState", o.state as "organisationState", o.reason as "organisationReason",
  coalesce(s.sealed_email, n.sealed_email, o.sealed_email) as "sealedEmail", coalesce(s.sealed_name, n.sealed_name, o.sealed_name) as "sealedName", coalesce(s.email_index, n.email_index, o.email_index) as "emailIndex", coalesce(s.locale, n.locale, o.locale) as locale
from claimed c
left join signature s on c.kind <> 'update' and s.campaign_id = c.campaign_id and s.id = c.subject_id
left join subscription n on c.kind = 'update' and n.campaign_id = c.campaign_id and n.id = c.subject_id
left join subscription w on c.kind <> 'update' and w.campaign_id = c.campaign_id and w.email_index = s.email_index
cross join lateral (select coalesce(n.state, w.state) as state) b
cross join lateral (
  -- Of everyone who shares the address.
  select max(confirmed_at) as at from signature where campaign_id = s.campaign_id and email_index = s.email_index
) h
left join organisation o on c.kind = 'organisation' and o.campaign_id = c.campaign_id and o.id = c.subject_id
left join mailing m on m.id = c.mailing_id`

/** Takes up to `most` letters that are due, confirmations first, then reminders. Two workers never take the same one. */
export async function claimDeliveries(most: number): Promise<Claim[]> {
  const { rows } = await pool().query<Claim>({ name: 'claim-deliveries', text: statement, values: [most] })
  return rows
}

/** A confirmation that has brought down its worker this often stays down. */
const mostLostAttempts = 8

/**
 * Ends leases whose holder is gone. Whether the letter went out is not known: a confirmation is sent again under the same
 * Message-ID, an update is not, and stays on the list of those who may or may not have it.
 */
export async function endExpiredLeases(): Promise<number> {
  const { rowCount } = await pool().query(
    `update delivery set
       state = case when kind = 'update' or attempt >= ${mostLostAttempts} then 'unknown' else 'queued' end::delivery_state,
       ended_at = case when kind = 'update' or attempt >= ${mostLostAttempts} then now() end,
       lease_until = null, fence = fence + 1
     where state = 'claimed' and lease_until < now()`,
  )
  return rowCount ?? 0
}
