import { randomUUID } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { config } from '#app/infra/config.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readOutsideUrl, type AddressFault } from '#app/infra/outbound/outside-address.ts'
import type { WebhookForm } from '../webhook-schema.ts'
import { newWebhookSecret, sealForWebhook } from '../webhook-secret.server.ts'

interface About {
  actor: Actor
  id: number
}

type Made = { outcome: 'made'; id: number; secret: string }
type AddOutcome =
  Made | { outcome: 'unknown' } | { outcome: 'bad-partner' } | { outcome: 'bad-address'; fault: AddressFault }

const readUrl = (typed: string) => readOutsideUrl(typed, { tryingOut: !config().production })

/** What is wrong with an address, for a form that is refused for something else already; `null`: nothing that shows before it is called. */
export function addressFault(typed: string): AddressFault | null {
  const url = readUrl(typed)
  return typeof url === 'string' ? url : null
}

interface Told {
  campaignId: number
  partnerId: number | null
}

/** Whether this partner may be told of this campaign. Their row is held: nobody revokes them before what depends on it is kept. */
async function mayBeTold(tx: Transaction, { campaignId, partnerId }: Told): Promise<boolean> {
  if (partnerId === null) return true
  const held = await tx.$queryRaw<unknown[]>`
    select 1 from partner where id = ${partnerId} and revoked_at is null and ${campaignId} = any(campaign_ids) for share`
  return held.length > 0
}

/**
 * Writes down where to tell what. The secret is in the answer and, sealed, in the row. What happened before is not told. The trail
 * names neither address nor secret.
 */
export async function addWebhook(
  { actor, webhook }: { actor: Actor; webhook: WebhookForm },
  now: Date,
): Promise<AddOutcome> {
  const url = readUrl(webhook.url)
  if (typeof url === 'string') return { outcome: 'bad-address', fault: url }
  const { campaign: campaignId, partner: partnerId, events } = webhook
  const secret = newWebhookSecret()
  return db().$transaction(async (tx): Promise<AddOutcome> => {
    if ((await tx.campaign.count({ where: { id: campaignId, state: { not: 'closed' } } })) === 0)
      return { outcome: 'unknown' }
    if (!(await mayBeTold(tx, { campaignId, partnerId }))) return { outcome: 'bad-partner' }
    const { id } = await tx.webhook.create({
      data: {
        campaignId,
        partnerId,
        host: url.host,
        events,
        sealedUrl: sealForWebhook(url.href, 'sealed_url', now),
        sealedSecret: sealForWebhook(secret, 'sealed_secret', now),
        createdAt: now,
      },
      select: { id: true },
    })
    const detail = { campaign: campaignId, events: events.join(' ') }
    await appendAudit(tx, { actor, action: 'webhook.added', subject: `webhook:${id}`, detail }, now)
    return { outcome: 'made', id, secret }
  })
}

const hoursOfBoth = 24

/** Another secret. Messages are signed with both for a day, so that the receiver can change theirs without losing one. */
export async function rotateSecret({ actor, id }: About, now: Date): Promise<Made | { outcome: 'unknown' }> {
  const secret = newWebhookSecret()
  return db().$transaction(async (tx) => {
    const row = await tx.webhook.findUnique({ where: { id }, select: { createdAt: true } })
    if (!row) return { outcome: 'unknown' }
    const sealed = sealForWebhook(secret, 'sealed_secret', row.createdAt)
    const until = new Date(now.getTime() + hoursOfBoth * 3_600_000)
    // Both columns of one place: what is sealed as the secret may stand in either.
    await tx.$executeRaw`update webhook set sealed_before = sealed_secret, sealed_secret = ${sealed}, before_until = ${until} where id = ${id}`
    await appendAudit(tx, { actor, action: 'webhook.rotated', subject: `webhook:${id}` }, now)
    return { outcome: 'made', id, secret }
  })
}

export type DeedOutcome = { outcome: 'tested' | 'paused' | 'resumed' | 'removed' | 'unknown' | 'revoked' }

/** Sends one message to try it, at once and in the order of the others. */
async function test({ actor, id }: About, now: Date): Promise<DeedOutcome> {
  return db().$transaction(async (tx) => {
    const row = await tx.webhook.findFirst({ where: { id, pausedAt: null }, select: { campaignId: true } })
    if (!row) return { outcome: 'unknown' }
    const campaign = await tx.campaign.findUnique({ where: { id: row.campaignId }, select: { slug: true } })
    const messageId = randomUUID()
    const said = { type: 'test', timestamp: now.toISOString(), data: { campaign: campaign?.slug ?? null } }
    await tx.webhookMessage.create({
      data: {
        id: messageId,
        webhookId: id,
        event: 'test',
        mark: `test:${messageId}`,
        body: JSON.stringify(said),
        createdAt: now,
        dueAt: now,
      },
    })
    await appendAudit(tx, { actor, action: 'webhook.tested', subject: `webhook:${id}` }, now)
    return { outcome: 'tested' }
  })
}

/** Stops telling. */
async function pause({ actor, id }: About, now: Date): Promise<DeedOutcome> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { id, pausedAt: null },
      data: { pausedAt: now, gaveUp: false },
    })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'webhook.paused', subject: `webhook:${id}` }, now)
    return { outcome: 'paused' }
  })
}

/** Goes on telling: what waited meanwhile is due at once, and begins its tries anew. Refused for a partner who was revoked. */
async function resume({ actor, id }: About, now: Date): Promise<DeedOutcome> {
  return db().$transaction(async (tx) => {
    const row = await tx.webhook.findUnique({ where: { id }, select: { campaignId: true, partnerId: true } })
    if (row && !(await mayBeTold(tx, row))) return { outcome: 'revoked' }
    const { count } = await tx.webhook.updateMany({
      where: { id, pausedAt: { not: null } },
      data: { pausedAt: null, gaveUp: false },
    })
    if (count === 0) return { outcome: 'unknown' }
    await tx.webhookMessage.updateMany({ where: { webhookId: id, arrivedAt: null }, data: { dueAt: now, tries: 0 } })
    await appendAudit(tx, { actor, action: 'webhook.resumed', subject: `webhook:${id}` }, now)
    return { outcome: 'resumed' }
  })
}

/** Takes it away with its messages and their log. */
async function remove({ actor, id }: About, now: Date): Promise<DeedOutcome> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.webhook.deleteMany({ where: { id } })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'webhook.removed', subject: `webhook:${id}` }, now)
    return { outcome: 'removed' }
  })
}

/** What the page of a webhook can do with it. Each is safe to ask twice. */
export const webhookDeeds = {
  test,
  pause,
  resume,
  remove,
} as const
