import { findText, listGoals } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'

/** `2026-01-31T12:00:00Z`: to the second, as the machine interface writes instants. */
export const toTheSecond = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`

const instantOrNull = (instant: Date | null) => (instant ? toTheSecond(instant) : null)

/** What a program may know of a campaign. `origin` without a slash at its end. */
export async function campaignFacts(campaign: CampaignSummary, { origin, now }: { origin: string; now: Date }) {
  const [fr, en, goals] = await Promise.all([
    findText(campaign.id, 'fr'),
    findText(campaign.id, 'en'),
    listGoals(campaign.id),
  ])
  const { slug, state, association, demonstration } = campaign
  const self = `${origin}/api/v1/campaigns/${slug}`
  return {
    slug,
    state,
    open: isOpen(campaign, now),
    association,
    demonstration,
    title: { fr: plainTitle(fr?.title ?? ''), en: plainTitle(en?.title ?? '') },
    opensAt: toTheSecond(campaign.opensAt),
    closesAt: instantOrNull(campaign.closesAt),
    confirmed: liveCount(campaign.id),
    goals: goals.map(({ threshold, dutyFr, dutyEn, reachedAt }) => ({
      threshold,
      duty: { fr: dutyFr, en: dutyEn },
      reachedAt: instantOrNull(reachedAt),
    })),
    links: {
      self,
      count: `${self}/count`,
      counts: `${self}/counts`,
      releases: `${self}/releases`,
      datapackage: `${self}/datapackage.json`,
      page: { fr: `${origin}/fr/${slug}`, en: `${origin}/en/${slug}` },
      numbers: { fr: `${origin}/fr/${slug}/numbers`, en: `${origin}/en/${slug}/numbers` },
    },
  }
}
