import { db } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { isOpen, plainTitle } from '../rules.ts'
import type { CampaignState, CampaignSummary } from '../schema.ts'

export interface CampaignForStaff extends CampaignSummary {
  title: string
  /** What the state comes to today: an open campaign can be yet to begin, or past its last day. */
  today: CampaignState | 'scheduled'
}

function today(campaign: CampaignSummary, now: Date): CampaignForStaff['today'] {
  if (campaign.state !== 'open' || isOpen(campaign, now)) return campaign.state
  return now < campaign.opensAt ? 'scheduled' : 'closed'
}

/** Every campaign, drafts too, with its title in someone's language. The newest first. */
export async function listForStaff(locale: Locale, now: Date): Promise<CampaignForStaff[]> {
  const campaigns = await db().campaign.findMany({
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      slug: true,
      state: true,
      association: true,
      demonstration: true,
      opensAt: true,
      closesAt: true,
      texts: { where: { locale }, orderBy: { version: 'desc' }, take: 1, select: { title: true } },
    },
  })
  return campaigns.map(({ texts, ...campaign }) => ({
    ...campaign,
    title: plainTitle(texts[0]?.title ?? campaign.slug),
    today: today(campaign, now),
  }))
}
