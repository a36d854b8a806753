import type { LoaderFunctionArgs } from '@remix-run/node'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { readUpdate } from '#app/features/mailings/archive.server.ts'
import { updatesFeed } from '#app/features/mailings/feed.server.ts'
import { listUpdates } from '#app/features/mailings/queries.server.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'

const newest = 20

export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, listed] = await Promise.all([findText(campaign.id, locale), listUpdates(campaign.id, locale)])
  const updates = await Promise.all(
    listed.slice(0, newest).map(async ({ body, signatureCount, ...update }) => ({
      ...update,
      siteHtml: await readUpdate({ campaign, locale, origin: publicUrl('') }, { body, signatureCount }),
    })),
  )
  const pageUrl = publicUrl(`/${locale}/${campaign.slug}/updates`)
  const feed = updatesFeed({
    locale,
    title: translator(locale)('mailings.updates.metaTitle', { campaign: plainTitle(text?.title ?? campaign.slug) }),
    pageUrl,
    selfUrl: `${pageUrl}.atom`,
    association: campaign.association,
    since: campaign.opensAt,
    updates,
  })
  return new Response(feed, { headers: { ...publicPage, 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
