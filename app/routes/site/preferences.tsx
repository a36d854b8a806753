import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, type Params } from '@remix-run/react'
import { findCampaignById, findText, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { pageHref, plainTitle } from '#app/features/campaigns/rules.ts'
import { reduceNews } from '#app/features/mailings/commands/reduce-news.server.ts'
import { findUnsubscribeLink } from '#app/features/mailings/queries.server.ts'
import { preferencesForm } from '#app/features/mailings/rules/preferences.ts'
import { PreferencesPage } from '#app/features/mailings/ui/preferences-page.tsx'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

function addressed(params: Params): { locale: Locale; token: string } {
  if (!isLocale(params.locale)) throw refuse(404)
  return { locale: params.locale, token: params.token ?? '' }
}

const titleOf = async (id: number, locale: Locale) => plainTitle((await findText(id, locale))?.title ?? '')

/** Inert. What it shows is the same for everyone who has a letter of this campaign. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, token } = addressed(params)
  const link = await findUnsubscribeLink(token)
  if (!link) throw refuse(404)
  const [campaign, all] = await Promise.all([findCampaignById(link.campaignId), listCampaigns()])
  const campaigns = await Promise.all(all.map(async ({ id, slug }) => ({ slug, title: await titleOf(id, locale) })))
  return data(
    {
      locale,
      campaign: await titleOf(link.campaignId, locale),
      campaignHref: pageHref(locale, campaign),
      campaigns,
    },
    { headers: privatePage },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { token } = addressed(params)
  const form = await parseForm(request, { schema: preferencesForm, lists: ['campaigns'] })
  if (!(await findUnsubscribeLink(token))) throw refuse(404)
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
