import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignById, findText, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { pageHref, plainTitle, signHref } from '#app/features/campaigns/rules.ts'
import { reduceNews } from '#app/features/mailings/commands/reduce-news.server.ts'
import { findNewsStanding } from '#app/features/mailings/queries/news-standing.server.ts'
import { preferencesForm } from '#app/features/mailings/rules/preferences.ts'
import { shownStanding } from '#app/features/mailings/rules/standing.ts'
import { NewsLinkPage } from '#app/features/mailings/ui/news-link-page.tsx'
import { PreferencesPage } from '#app/features/mailings/ui/preferences-page.tsx'
import { cutLink, letterToReader } from '#app/http/addressed-letter.server.ts'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

const titleOf = async (id: number, locale: Locale) => plainTitle((await findText(id, locale))?.title ?? '')

/** Inert. It tells of the campaign whose letter led here, and of no other: what else somebody signed it does not know. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await letterToReader(params)
  const standing = letter && (await findNewsStanding(letter.token))
  if (!letter || !standing) return cutLink()
  const { locale, token, campaignId } = letter
  const [campaign, all] = await Promise.all([findCampaignById(campaignId), listCampaigns()])
  const campaigns = await Promise.all(all.map(async ({ id, slug }) => ({ slug, title: await titleOf(id, locale) })))
  return data(
    {
      cut: false,
      campaign: await titleOf(campaignId, locale),
      campaignHref: pageHref(locale, campaign),
      signHref: signHref(locale, campaign, context.now),
      standing: shownStanding(standing),
      action: `/${locale}/me/${token}`,
      campaigns,
    } as const,
    { headers: privatePage },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, { schema: preferencesForm, lists: ['campaigns'] })
  const letter = await letterToReader(params)
  if (!letter) return cutLink()
  if (!form.ok) return invalid(form)
  const reduced = await reduceNews(letter.token, form.value, context.now)
  if (reduced.outcome === 'link-unknown') return cutLink()
  const done = { scope: form.value.scope, until: reduced.until?.toISOString() ?? null }
  return data({ done }, { headers: privatePage })
}

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params['locale']) ? params['locale'] : 'fr')
  return [
    { title: t(shown?.cut ? 'mailings.newsLink.cutTitle' : 'mailings.preferences.title') },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function PreferencesRoute() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (shown.cut) return <NewsLinkPage why="cut" />
  return (
    <PreferencesPage
      {...shown}
      typed={answer && 'errors' in answer ? answer : emptyForm}
      done={answer && 'done' in answer ? answer.done : null}
    />
  )
}
