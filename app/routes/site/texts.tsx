import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { listTextVersions } from '#app/features/campaigns/queries/texts.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { TextVersions } from '#app/features/campaigns/ui/text-versions.tsx'
import { textsCounted } from '#app/features/signatures/queries/texts-counted.server.ts'
import { signedBy } from '#app/features/signatures/signed-by.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const [text, versions] = await Promise.all([findText(campaign.id, locale), listTextVersions(campaign.id, locale)])
  if (!text) throw refuse(404)
  const counted = await textsCounted(campaign.id, text.version)
  return data(
    {
      locale,
      campaign: { slug: campaign.slug, title: plainTitle(text.title) },
      versions: versions.map((version) => ({ ...version, signed: signedBy(counted, version.version) })),
      asOf: counted.asOf,
    },
    { headers: publicPage },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${translator(shown.locale)('campaigns.texts.title')} – ${shown.campaign.title}` }] : []

export default function Texts() {
  return <TextVersions {...useLoaderData<typeof loader>()} />
}
