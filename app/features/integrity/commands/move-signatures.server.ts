import { ruleOfSignals, tallyMove } from '#app/features/signatures/moves.ts'
import { signals } from '#app/features/signatures/signals.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'

export interface Moved {
  signatures: number
  /** Change of the public count. */
  counted: number
  /** The last of them in the order of ids: where to go on. */
  lastId: string | null
}

/** Which rows, as SQL over `signature`; its values are numbered from $2 on, $1 is the instant. */
export interface Which {
  where: string
  values: readonly unknown[]
  most?: number
}

interface Kind {
  from: string
  set: string
  /** Rows that leave or enter the count. */
  counts: string
  sign: '+' | '-'
  event: string
  rule: string
  held: string
  invalidated: string
  keepsRule: string
}

const confirmed = `confirmed_at is not null`

/** The four ways between states, each with what it changes in the tallies and writes in the ledger. */
const kinds = {
  hold: {
    from: `state::text in ('pending', 'confirmed') and not cleared`,
    set: `state = 'quarantined', held_since = $1, signals = s.signals | ${signals.trend}`,
    counts: `state::text = 'confirmed'`,
    sign: '-',
    event: 'held',
    rule: ruleOfSignals('signals'),
    held: 'count(*)',
    invalidated: '0',
    keepsRule: 'null::int',
  },
  release: {
    from: `state::text = 'quarantined'`,
    set: `state = case when p.confirmed_at is null then 'pending'::signature_state else 'confirmed'::signature_state end, held_since = null, cleared = true`,
    counts: confirmed,
    sign: '+',
    event: 'released',
    rule: `'review'`,
    held: '-count(*)',
    invalidated: '0',
    keepsRule: 'null::int',
  },
  invalidate: {
    from: `state::text in ('pending', 'confirmed', 'quarantined')`,
    set: `state = 'invalidated', invalidation_id = $2`,
    counts: `state::text = 'confirmed'`,
    sign: '-',
    event: 'invalidated',
    rule: `'rule'`,
    held: `-count(*) filter (where state::text = 'quarantined')`,
    invalidated: 'count(*)',
    keepsRule: '$2::int',
  },
  restore: {
    from: `state::text = 'invalidated' and invalidation_id = $2`,
    set: `state = case when p.held_since is not null then 'quarantined'::signature_state when p.confirmed_at is null then 'pending'::signature_state else 'confirmed'::signature_state end, invalidation_id = null`,
    counts: `${confirmed} and held_since is null`,
    sign: '+',
    event: 'restored',
    rule: `'rule'`,
    held: `count(*) filter (where held_since is not null)`,
    invalidated: '-count(*)',
    keepsRule: '$2::int',
  },
} as const satisfies Record<string, Kind>
export type MoveKind = keyof typeof kinds

/**
 * Who confirmed while it did not count asked for news with it: they begin when it counts. Not what was asked for after confirming,
 * or after leaving the news: anyone may send a form, and that one waits for its own mail. Row by row by its index (offset 0).
 */
const news = `, asked as materialized (
  select b.campaign_id, b.id from counting c
  cross join lateral (
    select campaign_id, id from subscription
    where campaign_id = c.campaign_id and email_index = c.email_index and state::text = 'pending' and ended_at is null
      and asked_at <= c.confirmed_at
    offset 0
  ) b
), news as (
  update subscription b set state = 'active', activated_at = $1
  from asked a where b.campaign_id = a.campaign_id and b.id = a.id and b.state::text = 'pending' and b.ended_at is null
)`

function statementOf(kind: MoveKind, { where, most }: Which): string {
  const { from, set, counts, sign, event, rule, held, invalidated, keepsRule } = kinds[kind]
  return `
with picked as materialized (
  -- In the order of ids, and locked as they are now: who confirms one of them meanwhile comes before or after, never between.
  select campaign_id, id, email_index, state, confirmed_at, held_since, department, country, locale, signals
  from signature where ${from} and ${where}
  order by campaign_id, id ${most === undefined ? '' : `limit ${most}`} for update
), moved as (
  update signature s set ${set} from picked p where s.campaign_id = p.campaign_id and s.id = p.id
), counting as (
  select * from picked where ${counts}
), tallied as (${tallyMove('counting', sign)}
), ledger as (
  insert into ledger_entry (campaign_id, day, event, rule, invalidation_id, signatures, counted, held, invalidated)
  select campaign_id, ($1::timestamptz at time zone 'Europe/Paris')::date, '${event}', ${rule}, ${keepsRule}, count(*)::int,
    ${sign === '-' ? '-' : ''}(count(*) filter (where ${counts}))::int, (${held})::int, (${invalidated})::int
  from picked group by 1, 4
)${sign === '+' ? news : ''}
select count(*)::int as signatures, (${sign === '-' ? '-' : ''}count(*) filter (where ${counts}))::int as counted,
  (select id::text from picked order by campaign_id desc, id desc limit 1) as "lastId"
from picked`
}

/** Moves rows between states with their tallies and their lines of the ledger, in the transaction of `tx`. */
export async function moveWith(
  tx: Transaction,
  kind: MoveKind,
  { which, now }: { which: Which; now: Date },
): Promise<Moved> {
  const [moved = none] = await tx.$queryRawUnsafe<Moved[]>(statementOf(kind, which), now, ...which.values)
  if (moved.counted !== 0) await notifyWith(tx, 'count', '')
  return moved
}

const none: Moved = { signatures: 0, counted: 0, lastId: null }

/** Two met in different orders, and PostgreSQL ended one of them: Prisma's word for it, or the database's own. */
const mayRetry = (error: unknown) =>
  error instanceof Error &&
  /P2034|40P01|40001|deadlock|write conflict/i.test(`${Reflect.get(error, 'code')} ${error.message}`)
const mostTries = 5
const milliseconds = { maxWait: 10_000, timeout: 60_000 }

/**
 * A transaction of its own. Whoever confirms at the same time may meet us in another order: PostgreSQL ends one of the two, and
 * the whole work is tried again.
 */
export async function inTransaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db().$transaction(work, milliseconds)
    } catch (error) {
      if (!mayRetry(error) || tries >= mostTries) throw error
    }
  }
}
