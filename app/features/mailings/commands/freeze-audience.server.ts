import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readAudience, whereOf, type Sql } from '../queries/audience.server.ts'

/** So many wishes are looked at in one transaction: some tenths of a second, after which nothing is held. */
const inOneSlice = 10_000
/** Milliseconds for one slice, on a machine with much other work. */
const longestSlice = 60_000

/** Before every id. */
export const beforeAll = '00000000-0000-0000-0000-000000000000'

/** By the seed of the trial and nothing else: a share of the readers gets one of two subjects, the others wait for the outcome. */
const tried = `
  join mailing_trial t on t.mailing_id = m.id
  cross join lateral (select hashtextextended(b.id::text, t.seed) & 4611686018427387903 as n) h
  cross join lateral (select case when h.n % 100 < t.share then case when h.n / 100 % 2 = 0 then 'a' else 'b' end end as variant) v`

/**
 * One row for each reader among the next wishes, in the order of their ids, so that the indexes grow at their ends. Values: the
 * mailing, how many wishes, and those of the rules. Whoever begins to want news while the list is written is not of it.
 */
const statement = ({ where }: Sql, isTrial: boolean) => `
with m as (
  select id, campaign_id, frozen_up_to, started_at from mailing where id = $1::uuid
), looked as materialized (
  select b.* from m cross join lateral (
    select campaign_id, id, email_index, locale, state::text as state, for_person, for_organisation, coalesce(activated_at, created_at) as since
    from subscription where campaign_id = m.campaign_id and id > m.frozen_up_to order by id limit $2::int
  ) b
), added as (
  insert into delivery (campaign_id, id, kind, subject_id, mailing_id, lane, due_at, variant)
  select b.campaign_id, gen_random_uuid(), 'update', b.id, m.id, 1, ${isTrial ? `case when v.variant is null then 'infinity' else m.started_at end, v.variant` : 'm.started_at, null'}
  from m cross join looked b ${isTrial ? tried : ''}
  where b.state = 'active' and (m.frozen_up_to = '${beforeAll}' or b.since <= m.started_at) and ${where}
  order by b.id
  on conflict do nothing returning 1
)
update mailing set total = total + (select count(*) from added),
  frozen_up_to = case when (select count(*) from looked) = $2::int then (select id from looked order by id desc limit 1) end
from m where mailing.id = m.id
returning mailing.total, mailing.frozen_up_to is null as done`

interface Slice {
  /** Who is on the list so far. */
  total: number
  done: boolean
}

/** Writes down who receives a mailing among the next wishes; `null` when that is done, or the mailing is cancelled. */
export async function freezeSlice(tx: Transaction, id: string, most = inOneSlice): Promise<Slice | null> {
  // Held first, by a statement of its own: what another process wrote before is seen by the next one.
  const [held] = await tx.$queryRaw<{ audience: unknown }[]>`
    select audience from mailing
    where id = ${id}::uuid and frozen_up_to is not null and state::text in ('sending', 'paused') for no key update`
  if (!held) return null
  const rules = whereOf(readAudience(held.audience), 2)
  const trials = await tx.mailingTrial.count({ where: { mailingId: id } })
  const [slice] = await tx.$queryRawUnsafe<Slice[]>(statement(rules, trials > 0), id, most, ...rules.values)
  return slice ?? null
}

/** A table of millions is not to be read whole for each slice. */
const byIndex = `select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) as t(name)`

/**
 * Writes the rest of the list, slice by slice, each a transaction of its own: those who are on it get their letters meanwhile. Safe
 * from several processes at once, and to call again: it goes on where one that is gone left off.
 */
export async function freezeRest(id: string, most = inOneSlice): Promise<void> {
  for (;;) {
    const slice = await db().$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(byIndex)
        return freezeSlice(tx, id, most)
      },
      { timeout: longestSlice },
    )
    if (!slice) return
    await notify('delivery', '')
    if (slice.done) return
  }
}

/** Mailings whose list is not complete: its process ended. */
export async function findUnfrozen(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `select id from mailing where frozen_up_to is not null and state::text in ('sending', 'paused') order by started_at`,
  )
  return rows.map(({ id }) => id)
}
