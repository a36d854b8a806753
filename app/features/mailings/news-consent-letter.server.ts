import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import type { Mail } from '#emails/letter.tsx'
import { newsConsent } from '#emails/news-consent.tsx'

interface ConsentSheet {
  campaign: Pick<CampaignSummary, 'id' | 'slug' | 'association'>
  locale: Locale
  source: string
  /** The reader's own, or what stands where they go. */
  token: string
  notMe: string
}

/** The letter that asks whether news wanted elsewhere are wanted here; `null` when the campaign has no text in that language. */
export async function writeNewsConsent(sheet: ConsentSheet): Promise<Mail | null> {
  const { campaign, locale, source, token, notMe } = sheet
  const text = await findText(campaign.id, locale)
  if (!text) return null
  const home = `${config().appUrl}/${locale}`
  return newsConsent(
    {
      locale,
      campaignTitle: plainTitle(text.title),
      association: campaign.association,
      source,
      yesUrl: `${home}/still/${token}`,
      unsubscribeUrl: `${home}/unsubscribe/${notMe}`,
      campaignUrl: `${home}/${campaign.slug}`,
    },
    translator(locale),
  )
}
