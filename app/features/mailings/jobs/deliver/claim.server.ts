import { mailPool } from '#app/infra/db/pool.server.ts'
import { goesBehind, type DeliveryKind, type MailingState } from '../../schema.ts'

/** Longer than waiting (`freshFor`) and sending (`sendWithin`) may take, and an orphan is taken up again within a minute. */
export const leaseSeconds = 40
/** Milliseconds from its claim in which a letter may be begun; then it is given back. */
export const freshFor = 8000
/** Milliseconds: a letter that is not handed over within this time is given up by its holder. */
export const sendWithin = 26_000

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
  /** Of the mailing: a letter that may have arrived is sent again. */
  resendsDoubtful: boolean
  /** Of a mailing that tries two: its second one. */
  secondSubject: boolean
  /** In the links, while it is tried which subject leads to more. */
  mark: string | null
  organisationState: string | null
  organisationReason: string | null
  sealedEmail: Buffer | null
  sealedName: Buffer | null
  emailIndex: Buffer | null
  locale: string | null
  /** Where they agreed, of somebody whom a file of another tool brought and who is asked unasked; absent of everyone else. */
  importedFrom?: string | null
}

/** Nobody asked for it at this moment: it goes behind what somebody waits for. */
export const isUnasked = ({ kind, importedFrom }: Pick<Claim, 'kind' | 'importedFrom'>): boolean =>
  goesBehind(kind) || importedFrom !== undefined

// The database's clock decides about leases and turns: workers may disagree about the time.
const claimTurn = `
  update delivery d
  set state = 'claimed', fence = d.fence + 1, attempt = d.attempt + 1, dated_at = coalesce(d.dated_at, now()),
    lease_until = now() + make_interval(secs => ${leaseSeconds})
  from turn
  where d.campaign_id = turn.campaign_id and d.id = turn.id
  returning d.*`

const ofDelivery = `c.campaign_id as "campaignId", c.id, c.kind, c.subject_id as "subjectId", c.mailing_id as "mailingId", c.attempt, c.fence::text,
  c.dated_at as "datedAt", (extract(epoch from now() - c.dated_at) * 1000)::float8 as age`

const urgent = `
with confirmations as (
  select campaign_id, id from delivery
  where lane = 0 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit $1 for update skip locked
), reminders as (
  select campaign_id, id from delivery
  where lane = 2 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit greatest($1 - (select count(*) from confirmations), 0) for update skip locked
), turn as (
  select * from confirmations union all select * from reminders
), claimed as (${claimTurn})
select ${ofDelivery},
  s.state as "signatureState", s.confirmed_at is not null as confirmed, coalesce(s.household_rank, 0) > 0 as second, s.text_version as "textVersion",
  greatest(h.at, o.confirmed_at, o.decided_at) as "heardAt", coalesce(n.state, w.state) as "subscriptionState", null as "mailingState", false as "resendsDoubtful", false as "secondSubject", null as mark,
  o.state as "organisationState", o.reason as "organisationReason",
  coalesce(s.sealed_email, o.sealed_email, n.sealed_email) as "sealedEmail", coalesce(s.sealed_name, o.sealed_name, n.sealed_name) as "sealedName", coalesce(s.email_index, o.email_index, n.email_index) as "emailIndex", coalesce(s.locale, o.locale, n.locale) as locale
from claimed c
-- A signature and the wish that came with it have one id.
left join signature s on c.kind::text <> 'news-link' and s.campaign_id = c.campaign_id and s.id = c.subject_id
left join subscription w on w.campaign_id = c.campaign_id and w.email_index = s.email_index
cross join lateral (
  -- Of everyone who shares the address.
  select max(confirmed_at) as at from signature where campaign_id = s.campaign_id and email_index = s.email_index
) h
left join organisation o on c.kind = 'organisation' and o.campaign_id = c.campaign_id and o.id = c.subject_id
left join subscription n on c.kind::text = 'news-link' and n.campaign_id = c.campaign_id and n.id = c.subject_id`

/** Longer than a worker sleeps between two looks, so that a pace is kept and not cut short by the sleep. */
const saved = `interval '3 seconds'`

// A pace is an account of time (generic cell rate algorithm): each letter takes its share, and what was saved is bounded.
const updates = `
with accounts as (
  select id, make_interval(secs => 3600.0 / letters_per_hour) as share, coalesce(paced_until, '-infinity') as used
  from mailing where state = 'sending' and letters_per_hour > 0 for update skip locked
), due as (
  select id, share, greatest(used, now() - greatest(share, ${saved})) as since from accounts
), counted as (
  select id, share, since, least(floor(extract(epoch from now() - since) / extract(epoch from share)), $1)::int as may from due
), paced as (
  update mailing m set paced_until = c.since + c.may * c.share from counted c where m.id = c.id and c.may > 0 returning m.id, c.may
), open as (
  select id, may from paced
  union all select id, $1::int from mailing where state = 'sending' and coalesce(letters_per_hour, 0) = 0
), turn as (
  select d.campaign_id, d.id from open cross join lateral (
    select campaign_id, id from delivery
    where mailing_id = open.id and state in ('queued', 'deferred') and due_at <= now()
    order by due_at limit open.may for update skip locked
  ) d limit $1
), claimed as (${claimTurn})
select ${ofDelivery},
  null as "signatureState", false as confirmed, false as second, null as "textVersion", null as "heardAt",
  n.state as "subscriptionState", m.state as "mailingState", m.resends_doubtful as "resendsDoubtful",
  coalesce(c.variant, t.winner, 'a') = 'b' as "secondSubject", case c.variant when 'a' then t.mark_a when 'b' then t.mark_b end as mark, null as "organisationState", null as "organisationReason",
  n.sealed_email as "sealedEmail", n.sealed_name as "sealedName", n.email_index as "emailIndex", n.locale
from claimed c
left join subscription n on n.campaign_id = c.campaign_id and n.id = c.subject_id
left join mailing m on m.id = c.mailing_id
left join mailing_trial t on t.mailing_id = c.mailing_id`

// Receipts first, for whoever signed today; then the yearly questions.
const behind = `
with receipts as (
  select campaign_id, id from delivery
  where lane = 4 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit $1 for update skip locked
), questions as (
  select campaign_id, id from delivery
  where lane = 3 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit greatest($1 - (select count(*) from receipts), 0) for update skip locked
), turn as (
  select * from receipts union all select * from questions
), claimed as (${claimTurn})
select ${ofDelivery},
  -- Of a question only what stands against asking: that somebody looks at the signature, or that a rule struck it out.
  case when c.lane = 4 then s.state else (select o.state from signature o where o.campaign_id = c.campaign_id and o.email_index = n.email_index and o.state::text in ('quarantined', 'invalidated') limit 1) end as "signatureState",
  s.confirmed_at is not null as confirmed, false as second, s.text_version as "textVersion", s.confirmed_at as "heardAt",
  n.state as "subscriptionState", null as "mailingState", false as "resendsDoubtful", null as "organisationState", null as "organisationReason",
  coalesce(s.sealed_email, n.sealed_email) as "sealedEmail", coalesce(s.sealed_name, n.sealed_name) as "sealedName", coalesce(s.email_index, n.email_index) as "emailIndex", coalesce(s.locale, n.locale) as locale
from claimed c
left join signature s on c.lane = 4 and s.campaign_id = c.campaign_id and s.id = c.subject_id
left join subscription n on c.lane = 3 and n.campaign_id = c.campaign_id and n.id = c.subject_id`

const imported = `
with turn as (
  select campaign_id, id from delivery
  where lane = 5 and state in ('queued', 'deferred') and due_at <= now()
  order by due_at limit $1 for update skip locked
), claimed as (${claimTurn})
select ${ofDelivery},
  s.state as "signatureState", s.confirmed_at is not null as confirmed, false as second, s.text_version as "textVersion", null as "heardAt",
  n.state as "subscriptionState", null as "mailingState", false as "resendsDoubtful", null as "organisationState", null as "organisationReason",
  coalesce(s.sealed_email, n.sealed_email) as "sealedEmail", coalesce(s.sealed_name, n.sealed_name) as "sealedName",
  coalesce(s.email_index, n.email_index) as "emailIndex", coalesce(s.locale, n.locale) as locale,
  -- Read row by row by its index: whose import is gone is written to by nobody.
  (select i.source from imported_person p join data_import i on i.id = p.import_id
   where p.campaign_id = c.campaign_id and p.subject_id = c.subject_id limit 1) as "importedFrom"
from claimed c
left join signature s on c.kind::text = 'confirmation' and s.campaign_id = c.campaign_id and s.id = c.subject_id
left join subscription n on c.kind::text = 'news-consent' and n.campaign_id = c.campaign_id and n.id = c.subject_id`

async function claim(name: string, text: string, most: number): Promise<Claim[]> {
  if (most <= 0) return []
  const { rows } = await mailPool().query<Claim>({ name, text, values: [most] })
  return rows
}

/** Takes up to `most` mails to single persons that are due, confirmations first. Two workers never take the same one. */
export const claimUrgent = (most: number): Promise<Claim[]> => claim('claim-urgent', urgent, most)

/** Takes up to `most` letters of mailings that are being sent, no more of each than its pace allows. */
export const claimUpdates = (most: number): Promise<Claim[]> => claim('claim-updates', updates, most)

/** Takes up to `most` receipts and yearly questions: call it with the room that the others left. */
export const claimBehind = (most: number): Promise<Claim[]> => claim('claim-behind', behind, most)

/** Takes up to `most` letters to whom files of other tools brought: call it with the room that all others left. */
export const claimImported = (most: number): Promise<Claim[]> => claim('claim-imported', imported, most)

/**
 * Takes up to `most` deliveries that are due, confirmations first, then reminders, then updates, then receipts, then yearly questions,
 * then who agreed elsewhere.
 */
export async function claimDeliveries(most: number): Promise<Claim[]> {
  const first = await claimUrgent(most)
  const second = await claimUpdates(most - first.length)
  const third = await claimBehind(most - first.length - second.length)
  const rest = most - first.length - second.length - third.length
  return [...first, ...second, ...third, ...(await claimImported(rest))]
}
