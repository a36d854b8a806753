import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { GuidePage } from '#app/features/embeds/ui/guide-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  if (!text) throw refuse(404)
  const { slug, association } = campaign
  const shown = { slug, association, title: plainTitle(text.title) }
  return data({ locale, campaign: shown, site: publicUrl('') }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${translator(shown.locale)('embeds.guide.title')} – ${shown.campaign.title}` }] : []

export default function EmbedGuideRoute() {
  const { campaign, site } = useLoaderData<typeof loader>()
  return <GuidePage campaign={campaign} site={site} />
}
