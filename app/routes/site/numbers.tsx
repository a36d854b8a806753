import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { latestHandover } from '#app/features/handovers/queries/public.server.ts'
import { DeliveriesLink } from '#app/features/handovers/ui/deliveries-link.tsx'
import { importedApart } from '#app/features/imports/queries/imports.server.ts'
import { besideTheCount } from '#app/features/numbers/beside-the-count.server.ts'
import { publicNumbers } from '#app/features/numbers/page-numbers.server.ts'
import { NumbersPage } from '#app/features/numbers/ui/numbers-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, numbers, counts, delivery, imported] = await Promise.all([
    findText(campaign.id, locale),
    publicNumbers({ campaign, locale, now: context.now }),
    besideTheCount(campaign.id),
    latestHandover(campaign.id, locale, parisDay(context.now)),
    importedApart(campaign.id),
  ])
  const source = { url: publicUrl(`/${locale}/${campaign.slug}/numbers`), day: parisDay(context.now) }
  const title = plainTitle(text?.title ?? '')
  const beside = { ...counts, imported, campaignPath: `/${locale}/${campaign.slug}` }
  const named = { slug: campaign.slug, title }
  const shown = { locale, campaign: named, numbers, beside, delivery, asOf: context.now, source }
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
  const { delivery, ...shown } = useLoaderData<typeof loader>()
  const { campaignPath } = shown.beside
  return <NumbersPage {...shown} end={<DeliveriesLink latest={delivery} campaignPath={campaignPath} />} />
}
