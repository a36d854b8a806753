import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listLetters } from '#app/features/remedies/queries/letters.server.ts'
import { listPaths } from '#app/features/remedies/queries/paths.server.ts'
import { DeadlinesPage } from '#app/features/remedies/ui/deadlines-page.tsx'
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
  const asked = { locale, today: parisDay(context.now) }
  const [text, listed, letters] = await Promise.all([
    findText(campaign.id, locale),
    listPaths(campaign.id, asked),
    listLetters(campaign.id, asked),
  ])
  if (!listed) throw refuse(404)
  const shown = {
    locale,
    campaign: { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) },
    ...listed,
    letters: letters?.letters.map(({ slug, content }) => ({ slug, title: content[locale].title })) ?? [],
  }
  return data(shown, { headers: publicPage })
}

export default function Deadlines() {
  return <DeadlinesPage {...useLoaderData<typeof loader>()} />
}
