import { createHash } from 'node:crypto'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { config } from '#app/infra/config.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { readReturnAddresses } from '#app/infra/vault/return-address.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import type { LinkTarget } from '#app/infra/vault/tokens.server.ts'
import { softBounces } from '../rules.ts'
import { classifyBounce, type Bounce, type BounceKind } from '../rules/bounces/classify.ts'
import { groupOf } from '../jobs/deliver/throttle.server.ts'
import { receiverOf } from '../queries/receiver.server.ts'
import { stopDripBecause } from './drip.server.ts'
import { stopMail } from './stop-mail.server.ts'

/** What became of a message that came back. */
export type BounceOutcome =
  | { outcome: 'noted'; kind: 'hard' | 'soft' | 'complaint' }
  /** It says nothing against an address: an answer from a holiday, or a letter that arrived. */
  | { outcome: 'no-bounce' }
  | { outcome: 'seen-before' }
  /** Its address was made up by somebody else. */
  | { outcome: 'forged' }
  /** It names none of our letters, or one that is forgotten. */
  | { outcome: 'unknown' }
  /** It is genuine, but the row of whom it is about cannot be opened: nothing is noted, so that it can be taken again. */
  | { outcome: 'not-opened' }

/** Where our own address stands, if anywhere: in the headers, or in what came back. */
const searched = 512 * 1024

/**
 * Reads a message that came back and does what follows from it: hard once, soft on three days of fourteen, or one complaint
 * ends all news to that mailbox for good, as a keyed hash that outlives the person's rows. Which mailbox it is says our own
 * signed address on the envelope of the letter, never what the message claims. The same message twice changes nothing more.
 */
export async function takeBounce(raw: Buffer, now: Date): Promise<BounceOutcome> {
  const { target, forged } = addressIn(raw)
  // Anybody may write to us: what names no letter of ours is not worth the time of classifying it.
  const read = target ? { target, bounce: await classifyBounce(raw), now } : null
  const digest = createHash('sha256').update(raw).digest()
  try {
    return await db().$transaction(async (tx) => {
      const fresh = await tx.$executeRaw`insert into returned_message values (${digest}, ${now}) on conflict do nothing`
      if (fresh === 0) return { outcome: 'seen-before' }
      const taken: BounceOutcome = read ? await take(tx, read) : { outcome: forged ? 'forged' : 'unknown' }
      await count(tx, kindOf(taken, read?.bounce.kind), now)
      return taken
    })
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    log.error('whom a message that came back is about cannot be opened', { job: 'read-returns', error })
    return { outcome: 'not-opened' }
  }
}

function addressIn(raw: Buffer): { target: LinkTarget | undefined; forged: boolean } {
  const { bounceAddress } = config()
  if (!bounceAddress) return { target: undefined, forged: false }
  const { targets, forged } = readReturnAddresses(raw.subarray(0, searched).toString('latin1'), bounceAddress)
  return { target: targets[0], forged: forged > 0 }
}

/** Under what it is counted. */
const kindOf = (taken: BounceOutcome, said: BounceKind = 'none') =>
  'kind' in taken ? taken.kind : taken.outcome === 'no-bounce' ? said : taken.outcome

const count = (tx: Transaction, kind: string, now: Date) => tx.$executeRaw`
  insert into returned_tally values (${parisDay(now)}::date, ${kind}, 1)
  on conflict (day, kind) do update set n = returned_tally.n + 1`

interface Taking {
  target: LinkTarget
  bounce: Bounce
  now: Date
}

async function take(tx: Transaction, { target, bounce, now }: Taking): Promise<BounceOutcome> {
  const { kind, final, status } = bounce
  if (kind === 'none' || kind === 'auto-reply') return { outcome: 'no-bounce' }
  return noteReturn(tx, { target, kind, final, status, now })
}

export interface Returned {
  /** The delivery. */
  target: LinkTarget
  kind: 'hard' | 'soft' | 'complaint'
  /** It did not arrive and never will: not a word about a delay, nor about a letter that was read. */
  final: boolean
  status: string | null
  now: Date
}

/** Writes down what came back of one delivery, and lets follow what has to. */
export async function noteReturn(tx: Transaction, returned: Returned): Promise<BounceOutcome> {
  const { target, kind, now } = returned
  if (await isToAddressee(tx, target)) {
    await mark(tx, returned)
    if (kind !== 'soft') await stopDripBecause(target.campaignId, 'came-back')
    return { outcome: 'noted', kind }
  }
  const address = await receiverOf(tx, target)
  if (address === null) return { outcome: 'unknown' }
  await tally(tx, returned, groupOf(address.toLowerCase()))
  await mark(tx, returned)
  if (kind === 'complaint') await stopMail(tx, address, { reason: 'complained', now })
  else if (kind === 'hard' || (await softForGood(tx, mailboxIndex(address), now)))
    await stopMail(tx, address, { reason: 'bounced', now })
  return { outcome: 'noted', kind }
}

/** A letter to whom a petition is addressed: an office, of which nothing is kept but the letter's own fate. */
async function isToAddressee(tx: Transaction, { campaignId, id }: LinkTarget): Promise<boolean> {
  const [found] = await tx.$queryRaw<
    unknown[]
  >`select from target_letter where campaign_id = ${campaignId} and id = ${id}::uuid`
  return found !== undefined
}
/** Once for each letter, and only for what was accepted: what was refused at the door was counted there. */
const tally = (tx: Transaction, { target, kind, final, now }: Returned, receiver: string) => tx.$executeRaw`
  insert into receiver_tally as t (hour, receiver, returned, complained)
  select date_trunc('hour', ${now}::timestamptz, 'UTC'), ${receiver}, news.returned::int, news.complained::int
  from (
    select ${final} and state::text in ('handed-over', 'unknown') as returned,
      ${kind} = 'complaint' and returned is distinct from 'complaint' as complained
    from delivery where campaign_id = ${target.campaignId} and id = ${target.id}::uuid
  ) news where news.returned or news.complained
  on conflict (hour, receiver) do update set returned = t.returned + excluded.returned, complained = t.complained + excluded.complained`

/** A letter that was handed over counts as failed now. What is worse stays. */
const mark = (tx: Transaction, { target: { campaignId, id }, kind, final, status }: Returned) => tx.$executeRaw`
  update delivery set
    returned = case when returned = 'complaint' or (returned = 'hard' and ${kind} = 'soft') then returned else ${kind} end,
    state = case when ${final} and state::text in ('handed-over', 'unknown') then 'failed'::delivery_state else state end,
    reply = case when ${final} and state::text in ('handed-over', 'unknown') then left(${status}::text, 16) else reply end
  where campaign_id = ${campaignId} and id = ${id}::uuid`

async function softForGood(tx: Transaction, mailbox: Buffer, now: Date): Promise<boolean> {
  const day = parisDay(now)
  await tx.$executeRaw`insert into soft_bounce values (${mailbox}, ${day}::date) on conflict do nothing`
  const [found] = await tx.$queryRaw<{ days: number }[]>`
    select count(*)::int as days from soft_bounce
    where email_index = ${mailbox} and day > ${day}::date - ${softBounces.within}::int and day <= ${day}::date`
  return (found?.days ?? 0) >= softBounces.days
}
