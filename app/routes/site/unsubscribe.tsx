import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import { pageHref } from '#app/features/campaigns/rules.ts'
import { unsubscribe } from '#app/features/mailings/commands/unsubscribe.server.ts'
import { UnsubscribePage } from '#app/features/mailings/ui/unsubscribe-page.tsx'
import { addressedLetter, letterToReader } from '#app/http/addressed-letter.server.ts'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { translator } from '#app/i18n/t.ts'

/** Inert: nothing changes however often it is fetched. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaignId } = await letterToReader(params)
  const campaign = await findCampaignById(campaignId)
  return data({ locale, campaignHref: pageHref(locale, campaign) }, { headers: privatePage })
}

/** For a person's button and a mail program's one click (RFC 8058) alike: no cookie, no redirect, 200, as often as one likes. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { outcome } = await unsubscribe(addressedLetter(params).token, context.now)
  if (outcome === 'link-unknown') throw refuse(404)
  return data({ done: true }, { headers: privatePage })
}

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown
    ? [{ title: translator(shown.locale)('mailings.unsubscribe.title') }, { name: 'robots', content: 'noindex' }]
    : []

export default function Unsubscribe() {
  const { campaignHref } = useLoaderData<typeof loader>()
  return <UnsubscribePage done={useActionData<typeof action>()?.done ?? false} campaignHref={campaignHref} />
}
