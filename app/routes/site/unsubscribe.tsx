import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import { pageHref, signHref } from '#app/features/campaigns/rules.ts'
import { unsubscribe } from '#app/features/mailings/commands/unsubscribe.server.ts'
import { findNewsStanding } from '#app/features/mailings/queries/news-standing.server.ts'
import { leavingForm } from '#app/features/mailings/rules/preferences.ts'
import { shownStanding } from '#app/features/mailings/rules/standing.ts'
import { NewsLinkPage } from '#app/features/mailings/ui/news-link-page.tsx'
import { UnsubscribePage } from '#app/features/mailings/ui/unsubscribe-page.tsx'
import { addressedLetter, cutLink, letterToReader } from '#app/http/addressed-letter.server.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

/** Inert: nothing changes however often it is fetched. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await letterToReader(params)
  const standing = letter && (await findNewsStanding(letter.token))
  if (!letter || !standing) return cutLink()
  const { locale, token, campaignId } = letter
  const campaign = await findCampaignById(campaignId)
  return data(
    {
      cut: false,
      standing: shownStanding(standing),
      leaveHref: `/${locale}/unsubscribe/${token}`,
      preferencesHref: `/${locale}/me/${token}`,
      campaignHref: pageHref(locale, campaign),
      signHref: signHref(locale, campaign, context.now),
    } as const,
    { headers: privatePage },
  )
}

/** For a person's button and a mail program's one click (RFC 8058) alike: no cookie, no redirect, 200, as often as one likes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, { schema: leavingForm })
  const { outcome } = await unsubscribe(addressedLetter(params).token, context.now, form.ok ? form.value.reason : '')
  return outcome === 'link-unknown' ? cutLink() : data({ done: true }, { headers: privatePage })
}

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params['locale']) ? params['locale'] : 'fr')
  return [
    { title: t(shown?.cut ? 'mailings.newsLink.cutTitle' : 'mailings.unsubscribe.title') },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Unsubscribe() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (shown.cut) return <NewsLinkPage why="cut" />
  return <UnsubscribePage {...shown} done={answer !== undefined && 'done' in answer} />
}
