import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { pathForm } from '#app/features/remedies/path-form.ts'
import { treeSlug } from '#app/features/remedies/path.ts'
import { DeadlinesPage } from '#app/features/remedies/ui/deadlines-page.tsx'
import { listSheets } from '#app/features/sheets/queries/public.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('deadlines.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('deadlines.description') },
  ]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, { current, expired }] = await Promise.all([
    findText(campaign.id, locale),
    listSheets(campaign.id, pathForm, parisDay(context.now)),
  ])
  const sheets = current.filter(({ slug }) => slug !== treeSlug)
  const waiting = expired.filter(({ slug }) => slug !== treeSlug)
  if (sheets.length + waiting.length === 0) throw refuse(404)
  const shown = {
    locale,
    campaign: { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) },
    sheets,
    expired: waiting.map(({ slug, title, checkBy }) => ({ slug, title: title[locale], checkBy })),
    letters: [],
  }
  return data(shown, { headers: publicPage })
}

export default function Deadlines() {
  return <DeadlinesPage {...useLoaderData<typeof loader>()} />
}
