import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs, MetaArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCampaignById, findText, findTextsShown } from '#app/features/campaigns/queries.server.ts'
import { findTextVersion } from '#app/features/campaigns/queries/texts.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { confirmSignature } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { findConfirmable } from '#app/features/signatures/queries/confirmable.server.ts'
import { receiptOf } from '#app/features/proof/queries/log.server.ts'
import { Receipt } from '#app/features/proof/ui/receipt.tsx'
import { ConfirmPage, confirmTitle } from '#app/features/signatures/ui/confirm-page.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

/** Shows one button and changes nothing: whatever opens the links of a mail by itself confirms nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findConfirmable(params.token ?? '', context.now)
  if (!found || !isLocale(params.locale)) throw refuse(404)
  const { campaignId, text: signed } = found
  const [text, campaign, version, shown] = await Promise.all([
    findText(campaignId, params.locale),
    findCampaignById(campaignId),
    findTextVersion(campaignId, signed),
    findTextsShown(campaignId, signed.locale),
  ])
  if (!campaign || !version || !shown) throw refuse(404)
  const receipt = found.confirmed ? await receiptOf(campaign, found.id) : null
  const bound = { ...signed, slug: campaign.slug, publishedAt: version.publishedAt, current: shown.current }
  return data(
    { locale: params.locale, title: plainTitle(text?.title ?? ''), recorded: found, bound, receipt },
    { headers: privatePage },
  )
}

export async function action({ params, context }: ActionFunctionArgs) {
  const confirmed = await confirmSignature(params.token ?? '', context.now)
  if (confirmed.outcome === 'link-unknown') throw refuse(404)
  const campaign = await findCampaignById(confirmed.campaignId)
  if (!campaign || !isLocale(params.locale)) throw refuse(404)
  return seeOther(
    `/${params.locale}/${campaign.slug}/confirmed${confirmed.outcome === 'already-confirmed' ? '?again=1' : ''}`,
  )
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  { title: shown ? translator(shown.locale)(confirmTitle(shown.recorded.confirmed)) : '' },
  { name: 'robots', content: 'noindex' },
]

export default function Confirm() {
  const { title, recorded, bound, receipt } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage {...{ title, recorded, bound }}>
      <Receipt slug={bound.slug} receipt={receipt} />
    </ConfirmPage>
  )
}
