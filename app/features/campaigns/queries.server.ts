import { db } from '#app/infra/db/prisma.server.ts'
import { locales, type Locale } from '#app/i18n/locale.ts'
import type { CampaignGoal, CampaignSummary, PublishedText, ShownCampaign, TextsShown } from './schema.ts'
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

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

/** The goals of a campaign and the duty that each opens, the nearest first. */
export async function listGoals(campaignId: number): Promise<(CampaignGoal & { id: number })[]> {
  const goals = await db().goal.findMany({
    where: { campaignId },
    select: {
      id: true,
      threshold: true,
      dutyFr: true,
      dutyEn: true,
      reachedAt: true,
      doneOn: true,
      doneFr: true,
      doneEn: true,
    },
    orderBy: { threshold: 'asc' },
  })
  return goals.map(({ doneOn, ...goal }) => ({ ...goal, doneOn: doneOn && isoDay(doneOn) }))
}

type VersionRow = { locale: string; version: number; publishedAt: Date }

/** A version is replaced at the instant the next one of its language is published. */
function textsIn(locale: Locale, rows: readonly VersionRow[]): TextsShown | null {
  const mine = rows.filter((row) => row.locale === locale).toSorted((a, b) => a.version - b.version)
  const current = mine.at(-1)?.version
  if (current === undefined) return null
  const replaced = mine
    .slice(0, -1)
    .map(({ version }, at) => ({ version, at: mine[at + 1]?.publishedAt ?? new Date(0) }))
  return { current, replaced }
}

const versionRow = { locale: true, version: true, publishedAt: true } as const

/** The version shown in a language, and those before it, as the database has them now; `null` without a text. */
export async function findTextsShown(campaignId: number, locale: Locale): Promise<TextsShown | null> {
  return textsIn(locale, await db().campaignText.findMany({ where: { campaignId, locale }, select: versionRow }))
}

/** Campaigns anyone may see, with the versions of their text in each language. */
export async function findShownCampaigns(): Promise<ShownCampaign[]> {
  const [campaigns, versions] = await Promise.all([
    listCampaigns(),
    db().campaignText.findMany({ select: { campaignId: true, ...versionRow } }),
  ])
  return campaigns.map((campaign) => {
    const mine = versions.filter(({ campaignId }) => campaignId === campaign.id)
    const shown: ShownCampaign = { ...campaign, textVersions: {}, replacedTexts: {} }
    for (const locale of locales) {
      const texts = textsIn(locale, mine)
      if (!texts) continue
      shown.textVersions[locale] = texts.current
      shown.replacedTexts[locale] = texts.replaced
    }
    return shown
  })
}
