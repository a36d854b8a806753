import { timeZone } from '#app/i18n/format.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readLinkToken, type LinkTarget } from '#app/infra/vault/tokens.server.ts'
import { ledgerOfLeaving, secondTakesFirst, tallyMove } from '../moves.ts'
import { signaturePlace } from '../places.ts'
import { openPerson } from '../sealed-person.server.ts'
import { disownIndex } from '../queries/disowned.server.ts'
import { takeUndone } from '../queries/undone.server.ts'
import { refreshCounts } from '../queries/live-count.server.ts'
import { blockMailbox, blockUnder, unblockMailbox } from './block-mailbox.server.ts'

export type DisownOutcome = { outcome: 'blocked' } | { outcome: 'gone' } | { outcome: 'link-unknown' }
export type AllowOutcome = { outcome: 'allowed' } | { outcome: 'link-unknown' }

interface Found {
  email_index: Uint8Array
  sealed_email: Uint8Array
  sealed_name: Uint8Array
  state: string
  invalidation_id: number | null
  confirmed_at: Date | null
  department: string | null
  country: string
  locale: string
}

/**
 * Takes back a signature for the owner of the mailbox that its mail went to: one that waits is deleted, one that counts counts
 * no more and keeps nothing of the person, in one commit with its tallies; news end, and this site writes to that mailbox no
 * more. Safe to call again.
 */
export async function disownSignature(token: string, now: Date): Promise<DisownOutcome> {
  const target = readLinkToken('not-me', token)
  if (!target) return { outcome: 'link-unknown' }
  const { outcome, uncounted } = await db().$transaction((tx) => takeBack(tx, target, now))
  if (uncounted) await refreshCounts()
  // What still waits would be found unwanted before it is sent: this only spares looking at it.
  await pool().query(
    `delete from delivery where campaign_id = $1 and subject_id = $2 and state in ('queued', 'deferred') and lane in (0, 2, 4, 5)`,
    [target.campaignId, target.id],
  )
  return { outcome }
}

async function takeBack(tx: Transaction, target: LinkTarget, now: Date) {
  const { campaignId, id } = target
  const [found] = await tx.$queryRaw<Found[]>`
    select email_index, sealed_email, sealed_name, state::text, invalidation_id, confirmed_at, department, country, locale
    from signature where campaign_id = ${campaignId} and id = ${id}::uuid for update`
  if (!found || found.state === 'withdrawn') {
    if (await blockUndone(tx, target, now)) return { outcome: 'blocked' as const, uncounted: false }
    const before = await tx.suppressionLink.count({ where: { linkIndex: disownIndex(target) } })
    return { outcome: before > 0 ? ('blocked' as const) : ('gone' as const), uncounted: false }
  }
  const whose = { campaignId, emailIndex: found.email_index }
  const sealed = { sealedEmail: found.sealed_email, sealedName: found.sealed_name }
  const address = openPerson(sealed, (column) => signaturePlace(column, whose)).email
  await blockMailbox(tx, { address, linkIndex: disownIndex(target), now })
  await endNews(tx, whose, now)
  await tx.$queryRawUnsafe(
    `with left_us as (select $1::int as campaign_id, $2::text as state, $3::int as invalidation_id)
     ${ledgerOfLeaving('withdrawn', { from: 'left_us', now: '$4::timestamptz' })}`,
    campaignId,
    found.state,
    found.invalidation_id,
    now,
  )
  if (found.state !== 'confirmed' && found.confirmed_at === null) {
    await tx.$executeRaw`delete from signature where campaign_id = ${campaignId} and id = ${id}::uuid`
    await moveUp(tx, whose)
    return { outcome: 'blocked' as const, uncounted: false }
  }
  await empty(tx, target)
  await moveUp(tx, whose)
  const uncounted = found.state === 'confirmed' && found.confirmed_at !== null
  if (uncounted) await uncount(tx, campaignId, found)
  return { outcome: 'blocked' as const, uncounted }
}

/** Their letter went out, and the import that they were asked for was taken out since: the link in it holds as long as any. */
async function blockUndone(tx: Transaction, target: LinkTarget, now: Date): Promise<boolean> {
  const undone = await takeUndone(tx, target)
  if (!undone) return false
  await blockUnder(tx, { indexes: undone.mailboxes, linkIndex: disownIndex(target), now })
  await endNews(tx, { campaignId: target.campaignId, emailIndex: undone.emailIndex }, now)
  return true
}

/** The other person of the household, if there is one, is found as the first from now on. */
const moveUp = (tx: Transaction, { campaignId, emailIndex }: { campaignId: number; emailIndex: Uint8Array }) =>
  tx.$executeRawUnsafe(
    secondTakesFirst('(select $1::int as campaign_id, $2::bytea as email_index)'),
    campaignId,
    emailIndex,
  )

/**
 * The index of the address goes with the rest, so that the owner of the mailbox may sign one day: what stands in its place says
 * no more than the row's own id.
 */
const empty = (tx: Transaction, { campaignId, id }: LinkTarget) => tx.$executeRaw`
  update signature set state = 'withdrawn', sealed_email = '', sealed_name = '', sealed_comment = null, show_name = false,
    held_since = null, invalidation_id = null,
    email_index = uuid_send(id), name_index = null, place_index = null, domain_index = null, network_index = null
  where campaign_id = ${campaignId} and id = ${id}::uuid`

/** The page says that name and address are gone: what is left of the news is the keyed index of the address. */
async function endNews(
  tx: Transaction,
  { campaignId, emailIndex }: { campaignId: number; emailIndex: Uint8Array },
  now: Date,
) {
  await tx.$executeRaw`
    delete from subscription
    where campaign_id = ${campaignId} and email_index = ${emailIndex} and state = 'pending' and ended_at is null`
  await tx.$executeRaw`
    with reader as (
      update subscription set state = 'unsubscribed', ended_at = coalesce(ended_at, ${now}), sealed_email = '', sealed_name = ''
      where campaign_id = ${campaignId} and email_index = ${emailIndex}
      returning campaign_id, id
    )
    update delivery d set state = 'suppressed', ended_at = ${now} from reader r
    where d.campaign_id = r.campaign_id and d.subject_id = r.id and d.lane = 1 and d.state in ('queued', 'deferred')`
}

/** Takes one from the tallies of the day on which it was confirmed, and the cells that are empty then. */
async function uncount(tx: Transaction, campaignId: number, { confirmed_at, department, country, locale }: Found) {
  await tx.$executeRawUnsafe(
    `with left_us as (
       select $1::int as campaign_id, $2::timestamptz as confirmed_at, $3::text as department, $4::text as country, $5::text as locale
     ) ${tallyMove('left_us', '-')}`,
    campaignId,
    confirmed_at,
    department,
    country,
    locale,
  )
  await tx.$executeRaw`
    delete from tally
    where campaign_id = ${campaignId} and day = (${confirmed_at}::timestamptz at time zone ${timeZone})::date and n = 0`
  await notifyWith(tx, 'count', String(campaignId))
}

/** Lets this site write to the mailbox again, on the word of whoever could read the link. What was deleted stays so. */
export async function allowAgain(token: string): Promise<AllowOutcome> {
  const target = readLinkToken('not-me', token)
  if (!target) return { outcome: 'link-unknown' }
  await unblockMailbox(db(), disownIndex(target))
  return { outcome: 'allowed' }
}
