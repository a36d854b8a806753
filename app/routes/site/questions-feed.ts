import type { LoaderFunctionArgs } from '@remix-run/node'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { answersFeed } from '#app/features/questions/feed.server.ts'
import { listNewest } from '#app/features/questions/queries/faq.server.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

const newest = 50

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const reading = { campaignId: campaign.id, locale, today: parisDay(context.now) }
  const [text, entries] = await Promise.all([findText(campaign.id, locale), listNewest(reading, newest)])
  const pageUrl = publicUrl(`/${locale}/${campaign.slug}/questions`)
  const feed = answersFeed({
    locale,
    title: translator(locale)('questions.faq.headTitle', { campaign: plainTitle(text?.title ?? campaign.slug) }),
    pageUrl,
    selfUrl: `${pageUrl}.atom`,
    association: campaign.association,
    since: campaign.opensAt,
    entries,
  })
  return new Response(feed, { headers: { ...publicPage, 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
