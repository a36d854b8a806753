import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readLinkToken, type LinkTarget } from '#app/infra/vault/tokens.server.ts'
import { findUnsubscribeLink } from '../queries/unsubscribe-link.server.ts'
import { monthsOf, type Preferences } from '../rules/preferences.ts'

export type ReduceOutcome = { outcome: 'reduced'; until: Date | null } | { outcome: 'link-unknown' }

interface Whose {
  campaignId: number
  emailIndex: Uint8Array
}

/**
 * Ends or pauses the news of one campaign, of some, or of all, for the reader of a letter, at once. The link says who; it can
 * only ever make the news fewer, and its answer never tells what else somebody had asked for. Safe to call again: a pause may
 * become a longer one, or an end; an end stays one.
 */
export async function reduceNews(token: string, wished: Preferences, now: Date): Promise<ReduceOutcome> {
  const target = readLinkToken('unsubscribe', token)
  if (!target || !(await findUnsubscribeLink(token))) return { outcome: 'link-unknown' }
  const until = dayOfReturn(wished, now)
  const campaignIds = await campaignsOf(target, wished)
  await db().$transaction(async (tx) => {
    const whose = await rowsOf(tx, target, campaignIds)
    const changed = await reduce(tx, whose, { until, now, all: wished.scope === 'all' })
    if (changed > 0 && wished.reason !== '')
      await countReason(tx, { campaignId: target.campaignId, reason: wished.reason, now })
  })
  return { outcome: 'reduced', until }
}

function dayOfReturn({ wish }: Preferences, now: Date): Date | null {
  const months = monthsOf(wish)
  if (months === null) return null
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() + months)
  // The last of January and a month is the last of February, not some day of March.
  if (day.getUTCDate() !== now.getUTCDate()) day.setUTCDate(0)
  return day
}

async function campaignsOf({ campaignId }: LinkTarget, { scope, campaigns }: Preferences): Promise<number[]> {
  if (scope === 'this') return [campaignId]
  if (scope === 'chosen')
    return (await listCampaigns()).filter(({ slug }) => campaigns.includes(slug)).map(({ id }) => id)
  return (await db().campaign.findMany({ select: { id: true } })).map(({ id }) => id)
}

/** Where rows of the same person would be. Nobody knows of them but who has the address, which is opened for this. */
async function rowsOf(tx: Transaction, target: LinkTarget, campaignIds: readonly number[]): Promise<Whose[]> {
  const found = await tx.subscription.findUnique({
    where: { campaignId_id: target },
    select: { campaignId: true, emailIndex: true, sealedEmail: true, sealedName: true },
  })
  if (!found) return []
  // A month after leaving, the address is forgotten: nothing is known of any other row.
  if (found.sealedEmail.length === 0) return campaignIds.includes(found.campaignId) ? [found] : []
  const { email } = openPerson(found, (column) => subscriptionPlace(column, found))
  const personal = personalAddress(email)
  // Its own row goes by what it says: a rule of addresses may have changed since.
  return campaignIds.map((id) => (id === found.campaignId ? found : whoseIn(id, personal)))
}

async function reduce(
  tx: Transaction,
  whose: readonly Whose[],
  { until, now, all }: { until: Date | null; now: Date; all: boolean },
): Promise<number> {
  const [found] = await tx.$queryRawUnsafe<{ n: number }[]>(
    `with whose as (
       select * from unnest($1::int[], $2::bytea[]) as t(campaign_id, email_index)
     ), reader as (
       update subscription b set state = case when $3::timestamptz is null then 'unsubscribed' else 'paused' end::subscription_state,
         paused_until = case when b.state::text = 'paused' and $3::timestamptz is not null then greatest(b.paused_until, $3::timestamptz) else $3::timestamptz end, renewed_at = case when $3::timestamptz is null then b.renewed_at else $4::timestamptz end, ended_at = case when $3::timestamptz is null then $4::timestamptz else b.ended_at end, left_all = $5 and $3::timestamptz is null
       from whose w
       where b.campaign_id = w.campaign_id and b.email_index = w.email_index
         and (b.state::text in ('active', 'paused') or (b.state::text = 'pending' and $3::timestamptz is null))
       returning b.campaign_id, b.id
     ), with_all as (
       -- What had ended before has ended with everything now.
       update subscription b set left_all = true from whose w
       where $5 and $3::timestamptz is null and b.campaign_id = w.campaign_id and b.email_index = w.email_index and b.state::text = 'unsubscribed'
     ), taken_back as (
       update delivery d set state = 'suppressed', ended_at = $4::timestamptz from reader r
       where d.campaign_id = r.campaign_id and d.subject_id = r.id and d.lane = 1 and d.state in ('queued', 'deferred')
     )
     select count(*)::int as n from reader`,
    whose.map(({ campaignId }) => campaignId),
    whose.map(({ emailIndex }) => emailIndex),
    until,
    now,
    all,
  )
  return found?.n ?? 0
}

const countReason = (tx: Transaction, { campaignId, reason, now }: { campaignId: number; reason: string; now: Date }) =>
  tx.$executeRaw`
    insert into leaving_tally values (${campaignId}, ${parisDay(now)}::date, ${reason}, 1)
    on conflict (campaign_id, day, reason) do update set n = leaving_tally.n + 1`
