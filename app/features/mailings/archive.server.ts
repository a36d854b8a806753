import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { renderLetterBody } from '#emails/letter-body.ts'
import { publicSrc } from './letter-pictures.server.ts'
import { letterValues } from './letter-values.server.ts'
import type { Update } from './queries/updates.server.ts'
import { fallbackField } from './rules/sample-readers.ts'

interface Archiving {
  campaign: { id: number; slug: string; association: string }
  locale: Locale
  /** Before the addresses of pictures, for whoever reads elsewhere than on the site: in a feed. */
  origin?: string
}

/** An update as anybody reads it: nothing in it is one reader's own. A quote that was taken back since is gone here too. */
export async function readUpdate(
  { campaign, locale, origin = '' }: Archiving,
  { body, signatureCount: count }: Pick<Update, 'body' | 'signatureCount'>,
): Promise<string> {
  const campaignTitle = plainTitle((await findText(campaign.id, locale))?.title ?? '')
  const pictureSrc = (id: string) => origin + publicSrc(id)
  const values = await letterValues({ campaign, campaignTitle, locale, count, body, field: fallbackField, pictureSrc })
  return renderLetterBody(body, values).siteHtml
}
