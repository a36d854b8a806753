import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import { findOrganisationsPage } from '#app/features/organisations/queries.server.ts'
import { OrganisationList } from '#app/features/organisations/ui/organisation-list.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const asked = new URL(request.url).searchParams.get('page')
  const [text, list] = await Promise.all([
    findText(campaign.id, locale),
    findOrganisationsPage(campaign.id, asked === null ? 1 : Number(asked)),
  ])
  if (!text || !list) throw refuse(404)
  const { slug } = campaign
  const shown = { slug, title: plainTitle(text.title), open: isOpen(campaign, context.now), textVersion: text.version }
  return data({ ...list, locale, campaign: shown }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: translator(shown.locale)('organisations.list.headTitle', { campaign: shown.campaign.title }) }] : []

export default function Organisations() {
  return <OrganisationList {...useLoaderData<typeof loader>()} />
}
