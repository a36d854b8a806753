import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listCommitments } from '#app/features/commitments/queries/public.server.ts'
import { OverviewPage } from '#app/features/commitments/ui/overview-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('commitments.page.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('commitments.page.lead') },
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: shown.feed },
  ]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, { lines, expired }] = await Promise.all([
    findText(campaign.id, locale),
    listCommitments(campaign.id, locale, parisDay(context.now)),
  ])
  // A campaign that follows no promise has no such page.
  if (lines.length + expired.length === 0) throw refuse(404)
  const named = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  const feed = publicUrl(`/${locale}/${campaign.slug}/commitments.atom`)
  return data({ locale, campaign: named, lines, expired, feed }, { headers: publicPage })
}

export default function Commitments() {
  const { campaign, lines, expired } = useLoaderData<typeof loader>()
  return <OverviewPage campaign={campaign} lines={lines} expired={expired} />
}
