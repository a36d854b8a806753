import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { latestHandover } from '#app/features/handovers/queries/public.server.ts'
import { DeliveriesLink } from '#app/features/handovers/ui/deliveries-link.tsx'
import { headOf } from '#app/features/proof/queries/log.server.ts'
import { originOf } from '#app/features/proof/signed-head.server.ts'
import { ProofPage } from '#app/features/proof/ui/proof-page.tsx'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, head, delivery] = await Promise.all([
    findText(campaign.id, locale),
    headOf(campaign),
    latestHandover(campaign.id, locale, parisDay(context.now)),
  ])
  const shown = {
    locale,
    campaign: { slug: campaign.slug, title: plainTitle(text?.title ?? '') },
    head,
    shown: liveCount(campaign.id),
    origin: originOf(campaign.slug),
    site: new URL(publicUrl('/')).origin,
    delivery,
  }
  return data(shown, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [{ title: `${t('proof.title')} · ${shown.campaign.title}` }, { name: 'description', content: t('proof.lead') }]
}

export default function Proof() {
  const { delivery, ...shown } = useLoaderData<typeof loader>()
  const path = `/${shown.locale}/${shown.campaign.slug}`
  return <ProofPage {...shown} end={<DeliveriesLink latest={delivery} campaignPath={path} />} />
}
