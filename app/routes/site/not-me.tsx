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
import { allowAgain, disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { findDisownable } from '#app/features/signatures/queries/disowned.server.ts'
import { DisownPage } from '#app/features/signatures/ui/disown-page.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

/** Says what would happen, and changes nothing: the first of two steps. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findDisownable(params.token ?? '')
  if (!found || !isLocale(params.locale)) throw refuse(404)
  const { locale } = params
  const [campaign, text] = await Promise.all([findCampaignById(found.campaignId), findText(found.campaignId, locale)])
  return data(
    {
      locale,
      state: found.state,
      campaign: plainTitle(text?.title ?? ''),
      campaignHref: campaign && campaign.state !== 'draft' ? `/${locale}/${campaign.slug}` : null,
    },
    { headers: privatePage },
  )
}

/** Back to the same address, which then says what is true: a reload asks for nothing twice. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  const { outcome } =
    fields.get('intent')?.[0] === 'allow' ? await allowAgain(token) : await disownSignature(token, context.now)
  if (outcome === 'link-unknown' || !isLocale(params.locale)) throw refuse(404)
  return seeOther(`/${params.locale}/not-me/${token}`)
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  { title: shown ? translator(shown.locale)('signatures.notMe.title') : '' },
  { name: 'robots', content: 'noindex' },
]

export default function NotMe() {
  return <DisownPage {...useLoaderData<typeof loader>()} />
}
