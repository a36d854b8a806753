import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { signHeadNow } from './sign-head-now.server.ts'
import { receiptLane } from './queue-receipts.server.ts'

interface Running {
  actor: Actor
  campaign: { id: number; slug: string }
}

/** Signs the head of a campaign's log for whoever of the team asks. Where nothing came since the last one, that one stands. */
export async function signHeadByHand(
  { actor, campaign }: Running,
  now: Date,
): Promise<{ outcome: 'signed' | 'stands' }> {
  const sizeOf = async () => {
    const { rows } = await pool().query<{ size: string }>(
      `select coalesce(max(size), -1) as size from log_head where campaign_id = $1`,
      [campaign.id],
    )
    return Number(rows[0]?.size)
  }
  const before = await sizeOf()
  await signHeadNow(campaign, now)
  const size = await sizeOf()
  if (size === before) return { outcome: 'stands' }
  await db().$transaction((tx) =>
    appendAudit(tx, { actor, action: 'log.head-signed', subject: `campaign:${campaign.id}`, detail: { size } }, now),
  )
  return { outcome: 'signed' }
}

/** Receipts by mail for everyone who comes into the count from now on. Who came while they were off gets none. */
export async function turnOnReceipts({ actor, campaign }: Running, now: Date): Promise<{ outcome: 'on' }> {
  await db().$transaction(async (tx) => {
    // Whoever stands in the log by now came while they were off.
    const changed = await tx.$executeRaw`
      update log_receipt r set off_since = null, next_index = greatest(r.next_index, coalesce(
        (select size from log_tree t where t.campaign_id = r.campaign_id), 0
      )) where campaign_id = ${campaign.id} and off_since is not null`
    if (changed === 0) return
    await appendAudit(tx, { actor, action: 'log.receipts-on', subject: `campaign:${campaign.id}` }, now)
  })
  return { outcome: 'on' }
}

/** No receipts by mail any more; those that wait are not sent. The link that confirmed, opened again, still shows them. */
export async function turnOffReceipts({ actor, campaign }: Running, now: Date): Promise<{ outcome: 'off' }> {
  await db().$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      insert into log_receipt as r (campaign_id, off_since) values (${campaign.id}, ${now})
      on conflict (campaign_id) do update set off_since = excluded.off_since where r.off_since is null`
    if (changed === 0) return
    const { count } = await tx.delivery.updateMany({
      where: { campaignId: campaign.id, lane: receiptLane, state: { in: ['queued', 'deferred'] } },
      data: { state: 'suppressed', endedAt: now },
    })
    const detail = { waiting: count }
    await appendAudit(tx, { actor, action: 'log.receipts-off', subject: `campaign:${campaign.id}`, detail }, now)
  })
  return { outcome: 'off' }
}
