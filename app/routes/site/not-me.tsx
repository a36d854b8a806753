import {
  data,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaArgs,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCampaignById, findText } from '#app/features/campaigns/queries.server.ts'
import { pageHref, plainTitle } from '#app/features/campaigns/rules.ts'
import {
  allowRepresentativeAgain,
  disownOrganisation,
  findDisownableOrganisation,
} from '#app/features/mailings/commands/disown-organisation.server.ts'
import { DisownOrganisation } from '#app/features/organisations/ui/disown-organisation.tsx'
import { allowAgain, disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { findDisownable } from '#app/features/signatures/queries/disowned.server.ts'
import { DisownPage } from '#app/features/signatures/ui/disown-page.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

/** Says what would happen, and changes nothing: the first of two steps. */
export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const signed = await findDisownable(token)
  const organisation = signed ? null : await findDisownableOrganisation(token)
  const found = signed ?? organisation
  if (!found || !isLocale(params.locale)) throw refuse(404)
  const { locale } = params
  const [campaign, text] = await Promise.all([findCampaignById(found.campaignId), findText(found.campaignId, locale)])
  return data(
    {
      locale,
      signed: signed?.state,
      organisation: organisation?.state,
      campaign: plainTitle(text?.title ?? ''),
      campaignHref: pageHref(locale, campaign),
    },
    { headers: privatePage },
  )
}

/** Back to the same address, which then says what is true: a reload asks for nothing twice. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  const allows = fields.get('intent')?.[0] === 'allow'
  const signature = allows ? await allowAgain(token) : await disownSignature(token, context.now)
  const { outcome } =
    signature.outcome === 'link-unknown' ? await forOrganisation(token, allows, context.now) : signature
  if (outcome === 'link-unknown' || !isLocale(params.locale)) throw refuse(404)
  return seeOther(`/${params.locale}/not-me/${token}`)
}

/** The link of a mail to whoever should represent an organisation. */
const forOrganisation = (token: string, allows: boolean, now: Date) =>
  allows ? allowRepresentativeAgain(token) : disownOrganisation(token, now)

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  { title: shown ? translator(shown.locale)('signatures.notMe.title') : '' },
  { name: 'robots', content: 'noindex' },
]

export default function NotMe() {
  const { signed, organisation, ...campaign } = useLoaderData<typeof loader>()
  if (organisation) return <DisownOrganisation state={organisation} {...campaign} />
  return signed && <DisownPage state={signed} {...campaign} />
}
