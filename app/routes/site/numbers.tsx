import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { importedApart } from '#app/features/imports/queries/imports.server.ts'
import { besideTheCount } from '#app/features/numbers/beside-the-count.server.ts'
import { publicNumbers } from '#app/features/numbers/page-numbers.server.ts'
import { NumbersPage } from '#app/features/numbers/ui/numbers-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, numbers, counts, imported] = await Promise.all([
    findText(campaign.id, locale),
    publicNumbers({ campaignId: campaign.id, locale, now: context.now }),
    besideTheCount(campaign.id),
    importedApart(campaign.id),
  ])
  const title = plainTitle(text?.title ?? '')
  const beside = { ...counts, imported, campaignPath: `/${locale}/${campaign.slug}` }
  const shown = { locale, campaign: { slug: campaign.slug, title }, numbers, beside, asOf: context.now }
  return data(shown, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: t('numbers.metaTitle', { campaign: shown.campaign.title }) },
    { name: 'description', content: t('numbers.metaDescription') },
  ]
}

export default function Numbers() {
  return <NumbersPage {...useLoaderData<typeof loader>()} />
}
