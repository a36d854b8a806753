import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listClaims } from '#app/features/claims/queries/claims.server.ts'
import { listPublishedReplies } from '#app/features/claims/queries/replies.server.ts'
import { ClaimsPage } from '#app/features/claims/ui/claims-page.tsx'
import { kindsShown } from '#app/features/sheets/queries/public.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { campaignHead } from '#app/http/campaign-head.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const kinds = await kindsShown(campaign.id)
  if (!kinds.has('claim')) throw refuse(404)
  const [head, { claims, expired }, replies] = await Promise.all([
    campaignHead(campaign, locale),
    listClaims(campaign.id, { locale, today: parisDay(context.now) }),
    listPublishedReplies(campaign.id),
  ])
  return data(
    { locale, campaign: head, claims, expired, replies, systems: kinds.has('system') },
    { headers: publicPage },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: t('claims.page.metaTitle', { campaign: shown.campaign.title }) },
    { name: 'description', content: t('claims.page.lead') },
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: `${shown.campaign.path}/claims.atom` },
  ]
}

export default function Claims() {
  return <ClaimsPage {...useLoaderData<typeof loader>()} />
}
