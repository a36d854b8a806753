import { db } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { CampaignGoal, CampaignSummary, PublishedText, ShownCampaign } from './schema.ts'
import { isSlug } from './rules.ts'

const summary = {
  id: true,
  slug: true,
  state: true,
  association: true,
  demonstration: true,
  opensAt: true,
  closesAt: true,
} as const

/** A campaign by its address; `null` when there is none or it is a draft. */
export async function findCampaign(slug: string): Promise<CampaignSummary | null> {
  if (!isSlug(slug)) return null
  return db().campaign.findFirst({ where: { slug, state: { not: 'draft' } }, select: summary })
}

/** A campaign by its number. */
export async function findCampaignById(id: number): Promise<CampaignSummary | null> {
  return db().campaign.findUnique({ where: { id }, select: summary })
}

/** Every campaign that is not a draft, the newest first. */
export async function listCampaigns(): Promise<CampaignSummary[]> {
  return db().campaign.findMany({ where: { state: { not: 'draft' } }, select: summary, orderBy: { opensAt: 'desc' } })
}

/** The text now shown in a language: its latest version. */
export async function findText(campaignId: number, locale: Locale): Promise<PublishedText | null> {
  return db().campaignText.findFirst({
    where: { campaignId, locale },
    orderBy: { version: 'desc' },
    select: {
      version: true,
      title: true,
      addressee: true,
      ask: true,
      body: true,
      easy: true,
      demands: true,
      consent: true,
      publishedAt: true,
    },
  })
}

/** The goals of a campaign and the duty that each opens, the nearest first. */
export async function listGoals(campaignId: number): Promise<CampaignGoal[]> {
  return db().goal.findMany({
    where: { campaignId },
    select: { threshold: true, dutyFr: true, dutyEn: true, reachedAt: true },
    orderBy: { threshold: 'asc' },
  })
}

/** Campaigns anyone may see, with the version of the text now shown in each language. */
export async function findShownCampaigns(): Promise<ShownCampaign[]> {
  const [campaigns, versions] = await Promise.all([
    listCampaigns(),
    db().campaignText.groupBy({ by: ['campaignId', 'locale'], _max: { version: true } }),
  ])
  return campaigns.map((campaign) => {
    const mine = versions.filter(({ campaignId }) => campaignId === campaign.id)
    return {
      ...campaign,
      textVersions: Object.fromEntries(mine.map(({ locale, _max }) => [locale, _max.version ?? 1])),
    }
  })
}
