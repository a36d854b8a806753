import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { findPublicHandover } from '#app/features/handovers/queries/public.server.ts'
import { drawnLetter } from '#app/features/handovers/drawn-letter.server.ts'
import { packId } from '#app/features/handovers/schema.ts'
import { DeliveryPage } from '#app/features/handovers/ui/delivery-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { formatDay, parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const day = formatDay(shown.locale, shown.pack.deliveredOn ?? shown.pack.plannedOn)
  return [{ title: `${translator(shown.locale)('handovers.page.one', { day })} · ${shown.campaign.title}` }]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const id = packId(params.delivery)
  const today = parisDay(context.now)
  const [text, pack] = await Promise.all([
    findText(campaign.id, locale),
    id === null ? null : findPublicHandover({ campaignId: campaign.id, id, locale, today }),
  ])
  if (!pack) throw refuse(404)
  const shown = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  const { letter, ...rest } = pack
  return data(
    { locale, campaign: shown, today, pack: { ...rest, letterHtml: drawnLetter(letter) } },
    { headers: publicPage },
  )
}

export default function Delivery() {
  const { campaign, pack, today } = useLoaderData<typeof loader>()
  return <DeliveryPage campaign={campaign} pack={pack} today={today} />
}
