import type { Pool, QueryConfig } from 'pg'
import { booleanArray, bytesArray, integerArray, textArray, uuidArray } from '#app/infra/db/binary-array.ts'
import { hotPool } from '#app/infra/db/pool.server.ts'
import { ledgerOfForms } from '../../moves.ts'
import { mostMails } from '../../rules.ts'
import { signals } from '../../signals.ts'
import type { Row } from './row.server.ts'

/** Each column of a group: its name and type in the statement, and what it holds of the rows. */
const columns: readonly [name: string, type: string, pack: (rows: readonly Row[]) => Buffer][] = [
  ['campaign_id', 'int', (rows) => integerArray(rows.map((row) => row.campaignId))],
  ['id', 'uuid', (rows) => uuidArray(rows.map((row) => row.id))],
  ['email_index', 'bytea', (rows) => bytesArray(rows.map((row) => row.emailIndex))],
  ['sealed_email', 'bytea', (rows) => bytesArray(rows.map((row) => row.sealedEmail))],
  ['sealed_name', 'bytea', (rows) => bytesArray(rows.map((row) => row.sealedName))],
  ['sealed_comment', 'bytea', (rows) => bytesArray(rows.map((row) => row.sealedComment))],
  ['department', 'text', (rows) => textArray(rows.map((row) => row.department))],
  ['country', 'text', (rows) => textArray(rows.map((row) => row.country))],
  ['locale', 'text', (rows) => textArray(rows.map((row) => row.locale))],
  ['text_version', 'int', (rows) => integerArray(rows.map((row) => row.textVersion))],
  ['show_name', 'boolean', (rows) => booleanArray(rows.map((row) => row.showName))],
  ['name_index', 'bytea', (rows) => bytesArray(rows.map((row) => row.nameIndex))],
  ['place_index', 'bytea', (rows) => bytesArray(rows.map((row) => row.placeIndex))],
  ['domain_index', 'bytea', (rows) => bytesArray(rows.map((row) => row.domainIndex))],
  ['network_index', 'bytea', (rows) => bytesArray(rows.map((row) => row.networkIndex))],
  ['partner_id', 'int', (rows) => integerArray(rows.map((row) => row.partnerId))],
  ['signals', 'int', (rows) => integerArray(rows.map((row) => row.signals))],
  ['held', 'boolean', (rows) => booleanArray(rows.map((row) => row.held))],
  ['wait', 'int', (rows) => integerArray(rows.map((row) => row.wait))],
  ['news_email', 'bytea', (rows) => bytesArray(rows.map((row) => row.newsEmail))],
  ['news_name', 'bytea', (rows) => bytesArray(rows.map((row) => row.newsName))],
]
const now = `$${columns.length + 1}::timestamptz`

/**
 * A form that got it held and that nobody confirmed: another one takes its place, and is judged for itself. Whoever wants to keep a
 * person from counting would else only have to send a machine's form first. A machine gains nothing: it could have sent this one
 * alone. What the watch held stays: it saw a company, and that is no matter of one form.
 */
const letGo = `(not p.held and s.confirmed_at is null and s.held_since is not null and s.signals & ${signals.trend} = 0)`

const written =
  'sealed_email, sealed_name, sealed_comment, department, country, locale, text_version, show_name, name_index, place_index, domain_index, network_index, partner_id, signals'
/** The last form counts until the signature is confirmed: whoever presses the link sees what it will record. */
const replaced = written
  .split(', ')
  .map((column) => `${column} = case when s.confirmed_at is null then ${latest(column)} else s.${column} end`)
  .join(', ')

/** What is under review keeps what made it so, unless the form that made it so is gone. */
function latest(column: string): string {
  return column === 'signals'
    ? `p.signals | case when s.held_since is null or ${letGo} then 0 else s.signals end`
    : `p.${column}`
}

/** A form that comes later is judged like the first. What counts already, or was let pass, is not held by what anyone may send. */
const heldNow = `p.held and s.state::text = 'pending' and not s.cleared`

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
 * - Whoever is known is locked as they are now, not as the statement began: of many forms at once each sees the mails of the others.
 * - States are compared as text where no index may serve: a plan made on an empty site would read all who wait.
 */
const statement = `
with incoming as (
  select * from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})
    as t(${columns.map(([name]) => name).join(', ')})
), fresh as (${insert(0, 'incoming')}
), known as (
  select i.*, s.id as first_id, h.id as second_id, s.mails as first_mails, h.mails as second_mails,
    s.state::text as first_state, h.state::text as second_state,
    s.mails + coalesce(h.mails, 0) < ${mostMails} as may_be_written_to,
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
    select id, name_index, place_index, mails, state from signature
    where campaign_id = i.campaign_id and email_index = i.email_index and household_rank = 0 offset 0 for update
  ) s
  left join lateral (
    select id, name_index, confirmed_at, mails, state from signature
    where campaign_id = i.campaign_id and email_index = i.email_index and household_rank = 1 offset 0 for update
  ) h on true
), second as (${insert(1, `known where place = 'new' and may_be_written_to`)}
), placed as (
  select k.*, case place when 'second' then second_id else first_id end as signature_id,
    case place when 'second' then second_mails else first_mails end as mails_before,
    case place when 'second' then second_state else first_state end as state_before
  from known k where place <> 'new' and may_be_written_to
), again as (
  update signature s set mails = s.mails + 1, mailed_at = ${now} + make_interval(mins => p.wait), ${replaced},
    state = case when ${heldNow} then 'quarantined'::signature_state
      when ${letGo} and s.state::text = 'quarantined' then 'pending'::signature_state else s.state end,
    held_since = case when ${heldNow} then ${now} when ${letGo} then null else s.held_since end
  from placed p
  where s.campaign_id = p.campaign_id and s.id = p.signature_id and s.mails < ${mostMails}
  returning s.campaign_id, s.id, s.confirmed_at, p.id as delivery_id, p.wait, s.signals,
    -- By this statement and no other: one that came between wrote another mail, the watch its own signal.
    s.mails = p.mails_before + 1 and s.signals = p.signals
      and case when p.held then p.state_before = 'pending' and s.held_since = ${now}
        else p.state_before = 'quarantined' and s.state::text = 'pending' end as moved,
    not p.held as let_go
), moved as (
  select campaign_id, signals, false as let_go from fresh where state::text = 'quarantined'
  union all select campaign_id, signals, false from second where state::text = 'quarantined'
  union all select campaign_id, signals, let_go from again where moved
), told as (${ledgerOfForms('moved', now)}
), news as (
  insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, created_at, asked_at)
  select campaign_id, id, email_index, news_email, news_name, locale, ${now}, ${now} from incoming where news_email is not null
  on conflict (campaign_id, email_index) do update
    set state = 'pending', sealed_email = excluded.sealed_email, sealed_name = excluded.sealed_name, locale = excluded.locale,
      asked_at = excluded.asked_at
    where subscription.state in ('pending', 'unsubscribed', 'bounced', 'complained')
), nothing_new as (
  -- Who asks without the tick takes back what was asked before and not confirmed. The second of a household decides for neither.
  select i.campaign_id, i.email_index from incoming i
  where i.news_email is null and (i.campaign_id, i.id) not in (select campaign_id, id from known where place <> 'first')
), taken_back as (
  delete from subscription b using nothing_new i
  where b.campaign_id = i.campaign_id and b.email_index = i.email_index and b.state::text = 'pending' and b.ended_at is null
), still_gone as (
  update subscription b set state = 'unsubscribed', sealed_email = '', sealed_name = '' from nothing_new i
  where b.campaign_id = i.campaign_id and b.email_index = i.email_index and b.state::text = 'pending' and b.ended_at is not null
), mailed as (
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
) before
), heard as (
  select id from fresh union all select id from second union all select delivery_id from again
  union all select id from known where not may_be_written_to
)
-- Whoever another statement came before, unseen: the first is taken by somebody else, or is gone by now.
select id::text from incoming
where (select count(*) from incoming) > (select count(*) from heard) and id not in (select id from heard)`

const personIn = ({ campaignId, emailIndex }: Row) => `${campaignId} ${emailIndex.toString('latin1')}`
const inOrder = (one: string, other: string) => (one < other ? -1 : 1)

/** Of several forms with one name the last. */
function eachNameOnce(rows: readonly Row[]): Row[] {
  const byName = new Map<string, Row>()
  for (const row of rows) byName.set(row.nameIndex.toString('latin1'), row)
  return [...byName.values()]
}

/**
 * A person of a group comes once in a statement, because PostgreSQL refuses to touch a row twice: of several forms with one
 * name the last; another name at the same address waits for the next statement.
 */
function rounds(rows: readonly Row[]): Row[][] {
  const byPerson = new Map<string, Row | Row[]>()
  for (const row of rows) {
    const person = personIn(row)
    const known = byPerson.get(person)
    if (known === undefined) byPerson.set(person, row)
    else if (Array.isArray(known)) known.push(row)
    else byPerson.set(person, [known, row])
  }
  const made: Row[][] = [[]]
  // In one order everywhere, so that two groups wait for each other instead of deadlocking.
  for (const person of [...byPerson.keys()].toSorted(inOrder)) {
    const forms = byPerson.get(person)
    const names = Array.isArray(forms) ? eachNameOnce(forms) : forms ? [forms] : []
    for (const [round, row] of names.entries()) (made[round] ??= []).push(row)
  }
  return made
}

/** The statement of a group in which each person comes once. */
export const signStatement = (people: readonly Row[]): QueryConfig => ({
  name: 'sign',
  text: statement,
  values: [...columns.map(([, , pack]) => pack(people)), people[0]?.now ?? null],
})

const mostTries = 5

/**
 * Writes people who come once each. One of them may meet another statement that writes the same address at that moment: what it
 * wrote was not to be seen here, and is seen by the next try. Nobody is thanked and forgotten.
 */
async function writeOnce(client: Pick<Pool, 'query'>, people: readonly Row[], tries = 0): Promise<void> {
  const { rows } = await client.query<{ id: string }>(signStatement(people))
  if (rows.length === 0) return
  if (tries === mostTries) throw new Error('a signature found no place')
  const missed = new Set(rows.map(({ id }) => id.replaceAll('-', '')))
  await writeOnce(
    client,
    people.filter(({ id }) => missed.has(id)),
    tries + 1,
  )
}

/** Together or not at all: a group that is written once more after an error must not write twice to those who came first. */
async function writeAll(groups: readonly Row[][]): Promise<void> {
  const client = await hotPool().connect()
  try {
    await client.query('begin')
    for (const people of groups) await writeOnce(client, people)
    await client.query('commit')
    client.release()
  } catch (error) {
    // What state it is in is not known: another takes its place.
    client.release(true)
    throw error
  }
}

/** Writes a group of signatures with the deliveries of their mails; resolves once they are durable. */
export async function writeSignatures(rows: readonly Row[]): Promise<void> {
  const [first = [], ...more] = rounds(rows)
  await (more.length === 0 ? writeOnce(hotPool(), first) : writeAll([first, ...more]))
}
