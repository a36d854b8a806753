import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { publicStatistics } from '#app/features/testimonies/queries/statistics.server.ts'
import { StatisticsPage } from '#app/features/testimonies/ui/statistics-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: t('testimonies.statistics.headTitle', { campaign: shown.campaign.title }) },
    { name: 'description', content: t('testimonies.statistics.lead') },
  ]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, statistics] = await Promise.all([findText(campaign.id, locale), publicStatistics(campaign.id)])
  const { slug } = campaign
  const title = plainTitle(text?.title ?? slug)
  const source = { url: publicUrl(`/${locale}/${slug}/testimonies/statistics`), day: parisDay(context.now) }
  return data({ locale, campaign: { slug, title }, statistics, source }, { headers: publicPage })
}

export default function TestimonyStatistics() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />
}
