import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { stopReasons, type StopReason } from '../rules.ts'

interface Stopping {
  reason: StopReason
  now: Date
}

/** The stronger reason stays; what its owner said ("it was not me") is stronger than all of these. */
const overruled = (reason: StopReason) => stopReasons.slice(0, stopReasons.indexOf(reason))

/** No news to these mailboxes from now on: keyed hashes of no campaign, kept when everything else of a person goes. @returns how many are new */
export async function stopMailboxes(
  tx: Transaction,
  mailboxes: readonly Buffer[],
  { reason, now }: Stopping,
): Promise<number> {
  const added = await tx.$executeRawUnsafe(
    `insert into suppression (email_index, reason, created_at) select unnest($1::bytea[]), $2, $3::timestamptz on conflict do nothing`,
    mailboxes,
    reason,
    now,
  )
  await tx.$executeRawUnsafe(
    'update suppression set reason = $2, created_at = $3::timestamptz where email_index = any($1::bytea[]) and reason = any($4::text[])',
    mailboxes,
    reason,
    now,
    overruled(reason),
  )
  return added
}

const endOfNews = `
with whose as (
  select * from unnest($1::int[], $2::bytea[]) as t(campaign_id, email_index)
), reader as (
  update subscription b set state = $3::subscription_state, ended_at = $4::timestamptz, paused_until = null from whose w
  where b.campaign_id = w.campaign_id and b.email_index = w.email_index and b.state::text in ('active', 'paused')
  returning b.campaign_id, b.id
), signed as (
  select s.campaign_id, s.id from signature s join whose w using (campaign_id, email_index)
), reminded as (
  update delivery d set state = 'suppressed', ended_at = $4::timestamptz from signed s
  where d.campaign_id = s.campaign_id and d.subject_id = s.id and d.lane in (2, 4, 5) and d.state in ('queued', 'deferred')
)
update delivery d set state = 'suppressed', ended_at = $4::timestamptz from reader r
where d.campaign_id = r.campaign_id and d.subject_id = r.id and d.lane = 1 and d.state in ('queued', 'deferred')`

/**
 * Ends the news of every campaign for these addresses and takes back what waits to be sent to them. Nothing that somebody asked
 * for by signing is touched. Safe to call again.
 */
export async function endNews(tx: Transaction, addresses: readonly string[], { reason, now }: Stopping): Promise<void> {
  const campaigns = await tx.campaign.findMany({ select: { id: true } })
  const whose = addresses.map(personalAddress).flatMap((personal) => campaigns.map(({ id }) => whoseIn(id, personal)))
  await tx.$executeRawUnsafe(
    endOfNews,
    whose.map(({ campaignId }) => campaignId),
    whose.map(({ emailIndex }) => emailIndex),
    reason === 'imported' ? 'unsubscribed' : reason,
    now,
  )
}

/** Both for one address. */
export async function stopMail(tx: Transaction, address: string, stopping: Stopping): Promise<void> {
  await stopMailboxes(tx, [mailboxIndex(address)], stopping)
  await endNews(tx, [address], stopping)
}
