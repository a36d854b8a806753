import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { asksForLess, receiverOf } from '../../rules/receivers.ts'

const lookEvery = 1000
/** What a receiver took within this time says how much it takes. */
const memory = 10_000
/** Seconds until twice the rate that was refused is allowed again, a little more every second. */
const recovery = 600
/** Letters that were on their way together are refused together: that is one refusal. */
const oneRefusal = 5
/** Letters a second, however often a receiver refuses. */
const slowest = 1 / 60

const rateNow = `least(ceiling, rate + ceiling / ${recovery} * extract(epoch from now() - changed_at))`

interface Known {
  /** Receivers that asked for less, as of the last look. */
  slow: Set<string>
  lookedAt: number
  looking: Promise<void> | null
  /** Letters taken, by receiver, since the time given. */
  taken: Map<string, { count: number; since: number }>
  names: Map<string, string>
}

const known = () =>
  singleton<Known>('mail-groups', () => ({
    slow: new Set(),
    lookedAt: -Infinity,
    looking: null,
    taken: new Map(),
    names: new Map(),
  }))

const mostNames = 10_000

/** Who receives for an address. A small domain may be one person's: its name is kept as a keyed hash. */
export function groupOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const { names } = known()
  const kept = names.get(domain)
  if (kept !== undefined) return kept
  const name = receiverOf(domain) ?? blindIndex('mail-domain', domain).toString('base64url').slice(0, 16)
  if (names.size >= mostNames) names.clear()
  names.set(domain, name)
  return name
}

async function look(): Promise<void> {
  await pool().query(`delete from mail_group where ${rateNow} >= ceiling`)
  const { rows } = await pool().query<{ name: string }>('select name from mail_group')
  known().slow = new Set(rows.map(({ name }) => name))
  known().lookedAt = performance.now()
}

/** Once a second at most, one for all who ask meanwhile. */
async function keepInView(): Promise<void> {
  const state = known()
  if (performance.now() - state.lookedAt < lookEvery) return
  state.looking ??= look().finally(() => (state.looking = null))
  await state.looking
}

// Each letter takes its share of time (generic cell rate algorithm); all workers share the account.
const turn = `
with account as (
  select name, make_interval(secs => 1 / (${rateNow})) as share, greatest(next_at, now() - interval '1 second') as next from mail_group where name = $1 for update
), taken as (
  update mail_group g set next_at = a.next + a.share from account a where g.name = a.name and a.next <= now() returning g.name
)
select case when exists (select from taken) then 0 else greatest(extract(epoch from next - now()), 1)::float8 end as seconds from account`

/** Takes a turn at a receiver that asked for less. @returns seconds to wait; 0: it may go now */
export async function takeTurn(group: string): Promise<number> {
  await keepInView()
  if (!known().slow.has(group)) return 0
  const { rows } = await pool().query<{ seconds: number }>({ name: 'take-turn', text: turn, values: [group] })
  const seconds = rows[0]?.seconds ?? 0
  // Whoever waits comes back at different times: they are many, and the receiver takes few.
  return seconds > 0 ? seconds * (1 + 3 * Math.random()) : 0
}

function observedRate(group: string): number {
  const taken = known().taken.get(group)
  if (!taken) return 1
  return Math.max(taken.count / Math.max((performance.now() - taken.since) / 1000, 1), slowest)
}

const slower = `
insert into mail_group as g (name, rate, ceiling, next_at, changed_at)
values ($1, greatest($2::float8 / 2, ${slowest}), greatest($2::float8 * 2, 1), now(), now())
on conflict (name) do update set rate = greatest(${rateNow.replaceAll(/\b(ceiling|rate|changed_at)\b/g, 'g.$1')} / 2, ${slowest}), changed_at = now()
where g.changed_at < now() - interval '${oneRefusal} seconds'
returning rate`

function count(group: string): void {
  const { taken } = known()
  const now = performance.now()
  const counted = taken.get(group)
  if (counted && now - counted.since < memory) counted.count += 1
  else {
    if (taken.size >= mostNames) taken.clear()
    taken.set(group, { count: 1, since: now })
  }
}

/** Learns from what a receiver answered: it gets half as much when it asks for less, then a little more each second. */
export async function learnFrom(group: string, reply: string | null): Promise<void> {
  if (!asksForLess(reply)) return count(group)
  const { rowCount } = await pool().query({ name: 'slow-down', text: slower, values: [group, observedRate(group)] })
  known().slow.add(group)
  if (rowCount) log.warn('a receiver asks for less', { job: 'deliver', code: reply ?? undefined })
}
