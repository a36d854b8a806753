import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import type { ShareHeadData } from './rules/share-head.ts'

/** What the pages of a campaign tell those that show a link to them; `undefined` when it has no text in that language. @param site our origin */
export async function shareHeadOf(
  { id, slug, association }: Pick<CampaignSummary, 'id' | 'slug' | 'association'>,
  locale: Locale,
  site: string,
): Promise<ShareHeadData | undefined> {
  const text = await findText(id, locale)
  if (!text) return undefined
  const title = plainTitle(text.title)
  return {
    site,
    slug,
    locale,
    title,
    association,
    description: text.ask,
    imageAlt: translator(locale)('embeds.image.alt', { title, association }),
  }
}
