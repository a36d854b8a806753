import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import { findPaperAddress, listPublicBatches } from '#app/features/paper/queries.server.ts'
import { PaperPage } from '#app/features/paper/ui/paper-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, address, batches] = await Promise.all([
    findText(campaign.id, locale),
    findPaperAddress(campaign.id),
    listPublicBatches(campaign.id),
  ])
  if (!text) throw refuse(404)
  const { slug, association } = campaign
  const open = isOpen(campaign, context.now)
  const shown = { slug, association, title: plainTitle(text.title), open, textVersion: text.version }
  return data({ locale, campaign: shown, address, batches }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: translator(shown.locale)('paper.page.headTitle', { campaign: shown.campaign.title }) }] : []

export default function Paper() {
  return <PaperPage {...useLoaderData<typeof loader>()} />
}
