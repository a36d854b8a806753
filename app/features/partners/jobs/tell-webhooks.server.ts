import { findCampaignById, listGoals } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { listUpdates } from '#app/features/mailings/queries.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { config } from '#app/infra/config.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import type { WebhookEvent } from '../webhook-schema.ts'

interface News {
  event: WebhookEvent
  /** What it is about: told once. */
  mark: string
  at: Date
  data: Record<string, string | number | null | Record<string, string>>
}

async function goalsReached({ id, slug }: CampaignSummary): Promise<News[]> {
  const goals = await listGoals(id)
  return goals.flatMap(({ id: goal, threshold, reachedAt }) =>
    reachedAt
      ? [{ event: 'goal.reached' as const, mark: `goal:${goal}`, at: reachedAt, data: { campaign: slug, threshold } }]
      : [],
  )
}

async function updatesPublished({ id, slug }: CampaignSummary): Promise<News[]> {
  const [fr, en] = await Promise.all([listUpdates(id, 'fr'), listUpdates(id, 'en')])
  const pages = (update: string) =>
    Object.fromEntries(
      (['fr', 'en'] as const)
        .filter((locale) => (locale === 'fr' ? fr : en).some((one) => one.id === update))
        .map((locale) => [locale, `${config().appUrl}/${locale}/${slug}/updates/${update}`]),
    )
  const all = new Map([...fr, ...en].map((update) => [update.id, update.startedAt]))
  return [...all].map(([update, at]) => ({
    event: 'update.published' as const,
    mark: `update:${update}`,
    at,
    data: { campaign: slug, id: update, pages: pages(update) },
  }))
}

function closing({ slug, state, closesAt }: CampaignSummary, now: Date): News[] {
  const isClosed = state === 'closed' || (closesAt !== null && closesAt <= now)
  return isClosed ? [{ event: 'campaign.closed', mark: 'closed', at: now, data: { campaign: slug } }] : []
}

async function confirmedOf(campaignId: number): Promise<number> {
  const { rows } = await pool().query<{ n: string }>(
    `select coalesce(sum(n), 0) as n from tally where campaign_id = $1 and dimension = 'all'`,
    [campaignId],
  )
  return Number(rows[0]?.n ?? 0)
}

interface Told {
  id: number
  createdAt: Date
  events: readonly string[]
  toldCount: number | null
}

/** Once an hour, when it has changed. */
async function hourlyCount(webhook: Told, campaign: CampaignSummary, now: Date): Promise<News[]> {
  const confirmed = await confirmedOf(campaign.id)
  if (confirmed === webhook.toldCount) return []
  const mark = `count:${now.toISOString().slice(0, 13)}`
  if ((await db().webhookMessage.count({ where: { webhookId: webhook.id, mark } })) > 0) return []
  await db().webhook.update({ where: { id: webhook.id }, data: { toldCount: confirmed } })
  return [{ event: 'count.hourly', mark, at: now, data: { campaign: campaign.slug, confirmed } }]
}

async function write(webhookId: number, news: readonly News[], now: Date): Promise<void> {
  await db().webhookMessage.createMany({
    data: news.map(({ event, mark, at, data }) => ({
      id: timeId(now),
      webhookId,
      event,
      mark,
      body: JSON.stringify({ type: event, timestamp: at.toISOString(), data }),
      createdAt: now,
      dueAt: now,
    })),
    skipDuplicates: true,
  })
}

/** Writes down what happened since each webhook was made and was not told yet. Safe to call at any pace: a mark is told once. */
export async function tellWebhooks(now: Date): Promise<void> {
  const select = { id: true, campaignId: true, createdAt: true, events: true, toldCount: true } as const
  for (const webhook of await db().webhook.findMany({ where: { pausedAt: null }, select })) {
    const campaign = await findCampaignById(webhook.campaignId)
    if (!campaign) continue
    const wants = (event: WebhookEvent) => webhook.events.includes(event)
    const news = [
      ...(wants('goal.reached') ? await goalsReached(campaign) : []),
      ...(wants('update.published') ? await updatesPublished(campaign) : []),
      ...(wants('campaign.closed') ? closing(campaign, now) : []),
      ...(wants('count.hourly') ? await hourlyCount(webhook, campaign, now) : []),
    ]
    await write(
      webhook.id,
      news.filter(({ at }) => at >= webhook.createdAt),
      now,
    )
  }
}

export const tellWebhooksEveryMinute = defineJob({ name: 'partners.tell-webhooks', at: '* * * * *', run: tellWebhooks })

const daysKept = 30

/** Messages and the log of their tries go after a month; what marks an update or a goal as told stays as long as its webhook. */
export const forgetWebhookTries = defineJob({
  name: 'partners.forget-webhook-tries',
  at: '41 3 * * *',
  async run(now) {
    const before = new Date(now.getTime() - daysKept * 86_400_000)
    await db().webhookTry.deleteMany({ where: { at: { lt: before } } })
    await db().webhookMessage.deleteMany({
      where: { createdAt: { lt: before }, dueAt: null, event: { in: ['test', 'count.hourly'] } },
    })
  },
})
