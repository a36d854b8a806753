import {
  data,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaArgs,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCampaignById, findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { confirmForOrganisation } from '#app/features/mailings/commands/confirm-for-organisation.server.ts'
import { findConfirmableOrganisation } from '#app/features/organisations/queries.server.ts'
import { ConfirmOrganisation } from '#app/features/organisations/ui/confirm-organisation.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

/** Shows one button and changes nothing: whatever opens the links of a mail by itself confirms nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findConfirmableOrganisation(params.token ?? '', context.now)
  if (!found || !isLocale(params.locale)) throw refuse(404)
  const { campaignId, ...recorded } = found
  const text = await findText(campaignId, params.locale)
  return data({ locale: params.locale, title: plainTitle(text?.title ?? ''), recorded }, { headers: privatePage })
}

export async function action({ params, context }: ActionFunctionArgs) {
  const confirmed = await confirmForOrganisation(params.token ?? '', context.now)
  if (confirmed.outcome === 'link-unknown' || !isLocale(params.locale)) throw refuse(404)
  const campaign = await findCampaignById(confirmed.campaignId)
  if (!campaign) throw refuse(404)
  const again = confirmed.outcome === 'already-confirmed' ? '?again=1' : ''
  return seeOther(`/${params.locale}/${campaign.slug}/organisations/confirmed${again}`)
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  { title: shown ? translator(shown.locale)('organisations.confirm.title') : '' },
  { name: 'robots', content: 'noindex' },
]

export default function Confirm() {
  const { title, recorded } = useLoaderData<typeof loader>()
  return <ConfirmOrganisation title={title} recorded={recorded} />
}
