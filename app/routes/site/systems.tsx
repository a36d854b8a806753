import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSystems } from '#app/features/claims/queries/systems.server.ts'
import { SystemsPage } from '#app/features/claims/ui/systems-page.tsx'
import { kindsShown } from '#app/features/sheets/queries/public.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { campaignHead } from '#app/http/campaign-head.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const kinds = await kindsShown(campaign.id)
  if (!kinds.has('system')) throw refuse(404)
  const [head, listed] = await Promise.all([
    campaignHead(campaign, locale),
    listSystems(campaign.id, { locale, today: parisDay(context.now) }),
  ])
  return data({ locale, campaign: head, ...listed, claims: kinds.has('claim') }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: t('claims.systems.metaTitle', { campaign: shown.campaign.title }) },
    { name: 'description', content: t('claims.systems.lead') },
  ]
}

export default function Systems() {
  return <SystemsPage {...useLoaderData<typeof loader>()} />
}
