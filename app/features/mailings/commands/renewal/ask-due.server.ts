import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import {
  addressOf,
  isHeld,
  lastYes,
  placesOf,
  wishesAt,
  type PersonsWish,
  type SealedWish,
} from '../../queries/wishes.server.ts'
import { renewalDays, renewalDueAt, slotOf } from '../../rules/renewal.ts'

interface Candidate extends SealedWish {
  yes: Date
  askedAt: Date | null
}

/** Rows that are opened and looked at together. */
const atOnce = 500
/** Days after which somebody is looked at again, of whom another wish was younger. */
const lookAgain = 20

const statement = `
select b.campaign_id as "campaignId", b.id, b.email_index as "emailIndex", b.sealed_email as "sealedEmail", b.sealed_name as "sealedName",
  ${lastYes('b')} as yes, r.asked_at as "askedAt"
from subscription b left join renewal r on r.campaign_id = b.campaign_id and r.id = b.id
where b.campaign_id = $1 and b.id > $2 and b.state::text = 'active'
  and ${lastYes('b')} <= $3::timestamptz - interval '${renewalDays.year} days'
  and (r.asked_at is null or r.asked_at <= $3::timestamptz - interval '${renewalDays.apart} days')
  and (b.renewal_looked_at is null or b.renewal_looked_at <= $3::timestamptz - interval '${lookAgain} days')
  and not ${isHeld('b')}
order by b.id limit ${atOnce}`

interface Asking {
  now: Date
  enabledAt: Date
  campaignIds: readonly number[]
}

/**
 * Queues the yearly question for those whose turn it is: one letter for all that a person asked for, at the wish they said yes to
 * last. Who is left alone, under review or paused is not asked. Run twice, it asks nobody twice.
 * @returns how many letters were queued, by campaign
 */
export async function askDue(asking: Asking): Promise<Map<number, number>> {
  const queued = new Map<number, number>()
  for (const campaignId of asking.campaignIds) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const { rows } = await pool().query<Candidate>(statement, [campaignId, after, asking.now])
      for (const { campaignId: of } of await askSome(rows, asking)) queued.set(of, (queued.get(of) ?? 0) + 1)
      const last = rows.at(-1)
      if (!last || rows.length < atOnce) break
      after = last.id
    }
  }
  return queued
}

const isDue = (wish: { yes: Date; askedAt: Date | null }, id: string, { now, enabledAt }: Asking): boolean =>
  now.getTime() >=
  renewalDueAt({
    lastYes: wish.yes.getTime(),
    lastAsked: wish.askedAt?.getTime() ?? null,
    enabledAt: enabledAt.getTime(),
    slot: slotOf(id),
  })

interface Opened {
  candidate: Candidate
  address: string
}

/** A seal that is broken takes no other with it. */
function open(candidate: Candidate): Opened[] {
  try {
    return [{ candidate, address: addressOf(candidate) }]
  } catch (error) {
    log.error('a reader cannot be asked', { job: 'ask-yearly', id: candidate.id, error })
    return []
  }
}

async function askSome(rows: readonly Candidate[], asking: Asking): Promise<readonly PersonsWish[]> {
  const opened = rows.filter((row) => isDue(row, row.id, asking)).flatMap(open)
  if (opened.length === 0) return []
  const alone = await leftAlone(opened.map(({ address }) => address))
  const wishes = await wishesAt(
    opened.map(({ candidate, address }) => placesOf(candidate, address, asking.campaignIds)),
  )
  const carriers = new Map<string, PersonsWish>()
  const looked: string[] = []
  for (const [at, { candidate, address }] of opened.entries()) {
    const carrier = alone.has(address) ? null : carrierOf(wishes[at] ?? [], candidate.id, asking)
    if (carrier) carriers.set(carrier.id, carrier)
    else looked.push(candidate.id)
  }
  await pool().query('update subscription set renewal_looked_at = $2 where id = any($1::uuid[])', [looked, asking.now])
  return queue([...carriers.values()], asking.now)
}

/** The wish at which a person is asked for all of theirs; `null`: not now. */
function carrierOf(all: readonly PersonsWish[], candidateId: string, asking: Asking): PersonsWish | null {
  if (all.some(({ held }) => held)) return null
  const byYes = all.toSorted((one, other) => other.yes.getTime() - one.yes.getTime())
  const askedAt = all.flatMap(({ askedAt: at }) => at ?? []).reduce<Date | null>((a, b) => (a && a > b ? a : b), null)
  const [youngest] = byYes
  if (!youngest || !isDue({ yes: youngest.yes, askedAt }, candidateId, asking)) return null
  return byYes.find(({ state }) => state === 'active') ?? null
}

async function leftAlone(addresses: readonly string[]): Promise<Set<string>> {
  const indexes = addresses.map((address) => ({ address, of: blockIndexes(address) }))
  const { rows } = await pool().query<{ mailbox: Buffer }>(
    'select email_index as mailbox from suppression where email_index = any($1::bytea[])',
    [indexes.flatMap(({ of }) => of)],
  )
  const found = new Set(rows.map(({ mailbox }) => mailbox.toString('hex')))
  return new Set(
    indexes.filter(({ of }) => of.some((one) => found.has(one.toString('hex')))).map(({ address }) => address),
  )
}

/** The question and its letter in one commit. Whoever was asked meanwhile is not asked again. */
const asked = `
with asked as (
  select * from unnest($1::int[], $2::uuid[], $3::uuid[]) as t(campaign_id, id, letter)
), noted as (
  insert into renewal as r (campaign_id, id, asked_at, letter) select campaign_id, id, $4, letter from asked
  on conflict (campaign_id, id) do update
    set asked_at = excluded.asked_at, letter = excluded.letter, reminder = null, outcome = null, closed_at = null
    where r.asked_at <= $4::timestamptz - interval '${renewalDays.apart} days'
  returning campaign_id, id, letter
), mails as (
  insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
  select campaign_id, letter, 'renewal', id, 3, least($4::timestamptz, now()) from noted
)
select id from noted`

async function queue(carriers: readonly PersonsWish[], now: Date): Promise<readonly PersonsWish[]> {
  const { rows } = await pool().query<{ id: string }>(asked, [
    carriers.map(({ campaignId }) => campaignId),
    carriers.map(({ id }) => id),
    carriers.map(() => timeId(now)),
    now,
  ])
  const written = new Set(rows.map(({ id }) => id))
  return carriers.filter(({ id }) => written.has(id))
}
