import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import type { Mail } from '#emails/letter.tsx'
import { renewNews } from '#emails/renew-news.tsx'

export interface RenewalSheet {
  campaign: Pick<CampaignSummary, 'id' | 'slug' | 'association'>
  locale: Locale
  /** The second and last one. */
  reminds: boolean
  /** A reader's own tokens, or what stands where they go: to answer, and to leave. */
  token: string
  leave: string
}

/** The yearly question as its readers get it; `null` when the campaign has no text in that language. */
export async function writeRenewal({ campaign, locale, reminds, token, leave }: RenewalSheet): Promise<Mail | null> {
  const text = await findText(campaign.id, locale)
  if (!text) return null
  const home = `${config().appUrl}/${locale}`
  return renewNews(
    {
      locale,
      campaignTitle: plainTitle(text.title),
      association: campaign.association,
      reminds,
      answerUrl: `${home}/still/${token}`,
      unsubscribeUrl: `${home}/unsubscribe/${leave}`,
      campaignUrl: `${home}/${campaign.slug}`,
    },
    translator(locale),
  )
}
