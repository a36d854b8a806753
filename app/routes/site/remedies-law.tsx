import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listLaws } from '#app/features/remedies/queries/letters.server.ts'
import { LawPage } from '#app/features/remedies/ui/law-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${translator(shown.locale)('remedies.law.title')} · ${shown.campaign.title}` }] : []

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, listed] = await Promise.all([
    findText(campaign.id, locale),
    listLaws(campaign.id, { locale, today: parisDay(context.now) }),
  ])
  if (!listed) throw refuse(404)
  const shown = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  return data({ locale, campaign: shown, ...listed }, { headers: publicPage })
}

export default function RemediesLaw() {
  return <LawPage {...useLoaderData<typeof loader>()} />
}
