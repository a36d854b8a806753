import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listPublicHandovers } from '#app/features/handovers/queries/public.server.ts'
import { DeliveriesPage } from '#app/features/handovers/ui/deliveries-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('handovers.page.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('handovers.page.lead') },
  ]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, packs] = await Promise.all([
    findText(campaign.id, locale),
    listPublicHandovers(campaign.id, locale, parisDay(context.now)),
  ])
  const shown = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  return data({ locale, campaign: shown, packs }, { headers: publicPage })
}

export default function Deliveries() {
  const { campaign, packs } = useLoaderData<typeof loader>()
  return <DeliveriesPage campaign={campaign} packs={packs} />
}
