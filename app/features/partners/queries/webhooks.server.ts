import { db } from '#app/infra/db/prisma.server.ts'
import { isWebhookEvent } from '../webhook-schema.ts'

type WebhookState = 'active' | 'paused' | 'gaveUp'

const stateOf = ({ pausedAt, gaveUp }: { pausedAt: Date | null; gaveUp: boolean }): WebhookState =>
  pausedAt === null ? 'active' : gaveUp ? 'gaveUp' : 'paused'

const shown = {
  id: true,
  host: true,
  events: true,
  pausedAt: true,
  gaveUp: true,
  campaignId: true,
  partnerId: true,
} as const

/** Every webhook for the team, the newest first. Without its address, which may hold a secret. */
export async function listWebhooks() {
  const [webhooks, campaigns, partners, waiting, lasts] = await Promise.all([
    db().webhook.findMany({ select: shown, orderBy: { id: 'desc' } }),
    db().campaign.findMany({ select: { id: true, slug: true } }),
    db().partner.findMany({ select: { id: true, organisation: true } }),
    db().webhookMessage.groupBy({ by: ['webhookId'], where: { arrivedAt: null }, _count: true }),
    db().webhookMessage.groupBy({ by: ['webhookId'], where: { arrivedAt: { not: null } }, _max: { arrivedAt: true } }),
  ])
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]))
  const names = new Map(partners.map(({ id, organisation }) => [id, organisation]))
  const waits = new Map(waiting.map((row) => [row.webhookId, row._count]))
  const last = new Map(lasts.map((row) => [row.webhookId, row._max.arrivedAt]))
  return webhooks.map((webhook) => ({
    id: webhook.id,
    host: webhook.host,
    events: webhook.events.filter(isWebhookEvent),
    state: stateOf(webhook),
    campaign: slugs.get(webhook.campaignId) ?? '',
    partner: webhook.partnerId === null ? null : (names.get(webhook.partnerId) ?? null),
    waiting: waits.get(webhook.id) ?? 0,
    arrivedAt: last.get(webhook.id) ?? null,
  }))
}
export type ListedWebhook = Awaited<ReturnType<typeof listWebhooks>>[number]

/** Messages of a webhook on its page. */
const mostShown = 50
const mostTries = 10

/** One webhook with its last messages and what came back; `null` when it is gone. */
export async function findWebhook(id: number) {
  const webhook = (await listWebhooks()).find((one) => one.id === id)
  if (!webhook) return null
  const messages = await db().webhookMessage.findMany({
    where: { webhookId: id },
    orderBy: { createdAt: 'desc' },
    take: mostShown,
    select: {
      id: true,
      event: true,
      createdAt: true,
      dueAt: true,
      arrivedAt: true,
      log: {
        orderBy: { id: 'desc' },
        take: mostTries,
        select: { at: true, status: true, fault: true, milliseconds: true },
      },
    },
  })
  return { webhook, messages }
}
export type ShownMessage = NonNullable<Awaited<ReturnType<typeof findWebhook>>>['messages'][number]

/** Partners whose key is good: whose a new webhook may be. */
export const partnersForWebhooks = (): Promise<{ id: number; organisation: string }[]> =>
  db().partner.findMany({
    where: { revokedAt: null },
    select: { id: true, organisation: true },
    orderBy: { id: 'desc' },
  })

/** How many stopped because nobody answered: somebody of the team has to look. */
export const countGivenUp = (): Promise<number> => db().webhook.count({ where: { gaveUp: true } })
