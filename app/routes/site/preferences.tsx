import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignById, findText, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { pageHref, plainTitle } from '#app/features/campaigns/rules.ts'
import { reduceNews } from '#app/features/mailings/commands/reduce-news.server.ts'
import { preferencesForm } from '#app/features/mailings/rules/preferences.ts'
import { PreferencesPage } from '#app/features/mailings/ui/preferences-page.tsx'
import { letterToReader } from '#app/http/addressed-letter.server.ts'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

const titleOf = async (id: number, locale: Locale) => plainTitle((await findText(id, locale))?.title ?? '')

/** Inert. What it shows is the same for everyone who has a letter of this campaign. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaignId } = await letterToReader(params)
  const [campaign, all] = await Promise.all([findCampaignById(campaignId), listCampaigns()])
  const campaigns = await Promise.all(all.map(async ({ id, slug }) => ({ slug, title: await titleOf(id, locale) })))
  return data(
    {
      locale,
      campaign: await titleOf(campaignId, locale),
      campaignHref: pageHref(locale, campaign),
      campaigns,
    },
    { headers: privatePage },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, { schema: preferencesForm, lists: ['campaigns'] })
  const { token } = await letterToReader(params)
  if (!form.ok) return invalid(form)
  const reduced = await reduceNews(token, form.value, context.now)
  if (reduced.outcome === 'link-unknown') throw refuse(404)
  return data({ done: { until: reduced.until?.toISOString() ?? null } }, { headers: privatePage })
}

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown
    ? [{ title: translator(shown.locale)('mailings.preferences.title') }, { name: 'robots', content: 'noindex' }]
    : []

export default function Preferences() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PreferencesPage
      {...shown}
      typed={answer && 'errors' in answer ? answer : emptyForm}
      done={answer && 'done' in answer ? answer.done : null}
    />
  )
}
