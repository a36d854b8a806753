import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What a page under a campaign says of it: its title and where it is, `/fr/score`. */
export async function campaignHead({ id, slug }: Pick<CampaignSummary, 'id' | 'slug'>, locale: Locale) {
  const text = await findText(id, locale)
  return { slug, title: plainTitle(text?.title ?? slug), path: `/${locale}/${slug}` }
}
