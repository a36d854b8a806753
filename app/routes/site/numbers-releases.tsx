import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listReleases } from '#app/features/numbers/queries/releases.server.ts'
import { ReleasesPage } from '#app/features/numbers/ui/releases-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, releases] = await Promise.all([findText(campaign.id, locale), listReleases(campaign.id)])
  const shown = { slug: campaign.slug, title: plainTitle(text?.title ?? '') }
  return data({ locale, campaign: shown, releases, origin: new URL(publicUrl('/')).origin }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('numbers.releases.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('numbers.releases.lead') },
  ]
}

export default function NumbersReleases() {
  return <ReleasesPage {...useLoaderData<typeof loader>()} />
}
