import { hotPool } from '#app/infra/db/pool.server.ts'
import { ledgerOfHeldOnArrival } from '../../moves.ts'
import { mostMails } from '../../rules.ts'
import type { Row } from './row.server.ts'

/** Each column of a group: its name and type in the statement, and what it holds of a row. */
const columns: readonly [name: string, type: string, pick: (row: Row) => unknown][] = [
  ['campaign_id', 'int', (row) => row.campaignId],
  ['id', 'uuid', (row) => row.id],
  ['email_index', 'bytea', (row) => row.emailIndex],
  ['sealed_email', 'bytea', (row) => row.sealedEmail],
  ['sealed_name', 'bytea', (row) => row.sealedName],
  ['sealed_comment', 'bytea', (row) => row.sealedComment],
  ['department', 'text', (row) => row.department],
  ['country', 'text', (row) => row.country],
  ['locale', 'text', (row) => row.locale],
  ['text_version', 'int', (row) => row.textVersion],
  ['show_name', 'boolean', (row) => row.showName],
  ['name_index', 'bytea', (row) => row.nameIndex],
  ['place_index', 'bytea', (row) => row.placeIndex],
  ['domain_index', 'bytea', (row) => row.domainIndex],
  ['network_index', 'bytea', (row) => row.networkIndex],
  ['signals', 'int', (row) => row.signals],
  ['held', 'boolean', (row) => row.held],
  ['wait', 'int', (row) => row.wait],
  ['news_email', 'bytea', (row) => row.newsEmail],
  ['news_name', 'bytea', (row) => row.newsName],
]
const now = `$${columns.length + 1}::timestamptz`

const written =
  'sealed_email, sealed_name, sealed_comment, department, country, locale, text_version, show_name, name_index, place_index, domain_index, network_index, signals'
/** The last form counts until the signature is confirmed: whoever presses the link sees what it will record. */
const replaced = written
  .split(', ')
  .map((column) => `${column} = case when s.confirmed_at is null then p.${column} else s.${column} end`)
  .join(', ')

const insert = (rank: number, from: string) => `
  insert into signature (campaign_id, id, email_index, household_rank, ${written}, state, held_since, mailed_at, created_at)
  select campaign_id, id, email_index, ${rank}, ${written},
    case when held then 'quarantined'::signature_state else 'pending'::signature_state end, case when held then ${now} end,
    ${now} + make_interval(mins => wait), ${now}
  from ${from}
  on conflict (campaign_id, email_index, household_rank) do nothing
  returning campaign_id, id, mailed_at, state, signals`

/**
 * One statement for a group, new people and old alike, so that nobody learns from its time who signed.
 * - `fresh`: new here. Everyone else is `placed`: the same person again, or a second one of their household, who has another
 *   name and the same place. A third name is taken for a correction of one of the two.
 * - States are compared as text where no index may serve: a plan made on an empty site would read all who wait.
 */
const statement = `
with incoming as (
  select * from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})
    as t(${columns.map(([name]) => name).join(', ')})
), fresh as (${insert(0, 'incoming')}
), known as (
  select i.*, s.id as first_id, h.id as second_id,
    case
      when s.name_index is null or i.name_index = s.name_index then 'first'
      when i.name_index = h.name_index then 'second'
      when i.place_index is distinct from s.place_index then 'first'
      when h.id is null then 'new'
      when h.confirmed_at is null then 'second'
      else 'first'
    end as place
  from incoming i
  cross join lateral (
    select id, name_index, place_index from signature
    where campaign_id = i.campaign_id and email_index = i.email_index and household_rank = 0 offset 0
  ) s
  left join lateral (
    select id, name_index, confirmed_at from signature
    where campaign_id = i.campaign_id and email_index = i.email_index and household_rank = 1 offset 0
  ) h on true
), second as (${insert(1, `known where place = 'new'`)}
), held as (
  select * from fresh where state::text = 'quarantined' union all select * from second where state::text = 'quarantined'
), told as (${ledgerOfHeldOnArrival('held', now)}
), placed as (
  select k.*, case place when 'second' then second_id else first_id end as signature_id from known k where place <> 'new'
), again as (
  update signature s set mails = s.mails + 1, mailed_at = ${now}, ${replaced}
  from placed p
  where s.campaign_id = p.campaign_id and s.id = p.signature_id and s.mails < ${mostMails}
  returning s.campaign_id, s.id, s.confirmed_at, p.id as delivery_id, p.wait
), news as (
  insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, created_at)
  select campaign_id, id, email_index, news_email, news_name, locale, ${now} from incoming where news_email is not null
  on conflict (campaign_id, email_index) do update
    set state = 'pending', sealed_email = excluded.sealed_email, sealed_name = excluded.sealed_name, locale = excluded.locale
    where subscription.state in ('pending', 'unsubscribed')
), nothing_new as (
  -- Who asks without the tick takes back what was asked before and not confirmed. The second of a household decides for neither.
  select i.campaign_id, i.email_index from incoming i
  where i.news_email is null and (i.campaign_id, i.id) not in (select campaign_id, id from known where place <> 'first')
), taken_back as (
  delete from subscription b using nothing_new i
  where b.campaign_id = i.campaign_id and b.email_index = i.email_index and b.state::text = 'pending' and b.ended_at is null
), still_gone as (
  update subscription b set state = 'unsubscribed' from nothing_new i
  where b.campaign_id = i.campaign_id and b.email_index = i.email_index and b.state::text = 'pending' and b.ended_at is not null
)
insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
-- The first mail of a signature carries its id. It is due by the database's clock, which the workers go by, so that a clock
-- ahead of it delays nothing.
select campaign_id, id, 'confirmation'::delivery_kind, id, 0, case when mailed_at > ${now} then mailed_at else least(${now}, now()) end
from (select * from fresh union all select * from second) f
union all
select a.campaign_id, a.delivery_id,
  case when a.confirmed_at is null then 'confirmation'::delivery_kind else 'already-signed'::delivery_kind end, a.id, 0,
  -- Two mails to one address are a minute apart, unless something happened in between.
  case when before.mailed_at < before.confirmed_at then least(${now}, now())
    else greatest(${now}, before.mailed_at + interval '1 minute') end + make_interval(mins => a.wait)
from again a
-- Row by row by its index (offset 0 keeps it so): joined as sets, each would meet all others.
cross join lateral (
  select mailed_at, confirmed_at from signature where campaign_id = a.campaign_id and id = a.id offset 0
) before`

const personIn = (row: Row) => `${row.campaignId} ${row.emailIndex.toString('latin1')}`

/**
 * A person of a group comes once in a statement, because PostgreSQL refuses to touch a row twice: of several forms with one
 * name the last; another name at the same address waits for the next statement.
 */
function rounds(rows: readonly Row[]): Row[][] {
  const byPerson = new Map<string, Map<string, Row>>()
  for (const row of rows) {
    const person = personIn(row)
    const names = byPerson.get(person)
    if (names) names.set(row.nameIndex.toString('latin1'), row)
    else byPerson.set(person, new Map([[row.nameIndex.toString('latin1'), row]]))
  }
  const made: Row[][] = []
  // In one order everywhere, so that two groups wait for each other instead of deadlocking.
  for (const [, names] of [...byPerson].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    let round = 0
    for (const row of names.values()) {
      const into = (made[round] ??= [])
      into.push(row)
      round += 1
    }
  }
  return made
}

/** Writes a group of signatures with the deliveries of their mails; resolves once they are durable. */
export async function writeSignatures(rows: readonly Row[]): Promise<void> {
  for (const people of rounds(rows))
    await hotPool().query({
      name: 'sign',
      text: statement,
      values: [...columns.map(([, , pick]) => people.map(pick)), people[0]?.now ?? null],
    })
}
