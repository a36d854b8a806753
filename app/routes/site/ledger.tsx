import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { ledgerOf } from '#app/features/integrity/queries/ledger.server.ts'
import { LedgerPage } from '#app/features/integrity/ui/ledger-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, rows] = await Promise.all([findText(campaign.id, locale), ledgerOf(campaign.id)])
  const title = plainTitle(text?.title ?? '')
  return data({ locale, campaign: { slug: campaign.slug, title }, rows, asOf: context.now }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('integrity.ledger.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('integrity.ledger.lead') },
  ]
}

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />
}
