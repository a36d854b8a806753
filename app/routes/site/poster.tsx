import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { qrPath } from '#app/features/campaigns/qr-path.server.ts'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { PosterPage } from '#app/features/campaigns/ui/poster.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  if (!text) throw refuse(404)
  const { title, addressee, ask, version } = text
  const { slug, association } = campaign
  const url = publicUrl(`/${locale}/${slug}`)
  const poster = { title, addressee, ask, version, association, url, qr: qrPath(url) }
  return data({ locale, slug, poster }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${translator(shown.locale)('campaigns.poster.title')} – ${plainTitle(shown.poster.title)}` }] : []

export default function PosterRoute() {
  return <PosterPage {...useLoaderData<typeof loader>()} />
}
