import type { LoaderFunctionArgs } from '@remix-run/node'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { storiesFeed } from '#app/features/testimonies/feed.server.ts'
import { listVoices } from '#app/features/testimonies/queries/published.server.ts'
import { knownSystem } from '#app/features/testimonies/schema.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'

const newest = 50

export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const t = translator(locale)
  const [text, voices] = await Promise.all([findText(campaign.id, locale), listVoices(campaign.id, newest)])
  const pageUrl = publicUrl(`/${locale}/${campaign.slug}/testimonies`)
  const feed = storiesFeed({
    locale,
    title: t('testimonies.voice.feedTitle', { campaign: plainTitle(text?.title ?? campaign.slug) }),
    pageUrl,
    selfUrl: `${pageUrl}.atom`,
    association: campaign.association,
    since: campaign.opensAt,
    voices,
    urlOf: ({ id }) => `${pageUrl}/${id}`,
    systemOf: (system) => t(`testimonies.systems.${knownSystem(system)}`),
    warned: (warning) => t('testimonies.voice.feedWarned', { warning }),
  })
  return new Response(feed, { headers: { ...publicPage, 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
