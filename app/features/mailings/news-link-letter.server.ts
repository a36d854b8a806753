import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import type { Mail } from '#emails/letter.tsx'
import { newsLink } from '#emails/news-link.tsx'

interface NewsLinkSheet {
  campaign: Pick<CampaignSummary, 'id' | 'slug' | 'association'>
  locale: Locale
  /** The reader's own, or what stands where it goes. */
  token: string
}

/** The letter with a fresh link to choose one's news; `null` when the campaign has no text in that language. */
export async function writeNewsLink({ campaign, locale, token }: NewsLinkSheet): Promise<Mail | null> {
  const text = await findText(campaign.id, locale)
  if (!text) return null
  const home = `${config().appUrl}/${locale}`
  return newsLink(
    {
      locale,
      campaignTitle: plainTitle(text.title),
      association: campaign.association,
      preferencesUrl: `${home}/me/${token}`,
      unsubscribeUrl: `${home}/unsubscribe/${token}`,
      campaignUrl: `${home}/${campaign.slug}`,
    },
    translator(locale),
  )
}
