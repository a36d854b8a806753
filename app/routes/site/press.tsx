import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listReplies } from '#app/features/cases/queries/replies.server.ts'
import { Replies } from '#app/features/cases/ui/replies.tsx'
import { pressFigures, pressTexts } from '#app/features/press/queries/press-kit.server.ts'
import { PressPage } from '#app/features/press/ui/press-page.tsx'
import { answerableLettersOf } from '#app/features/remedies/queries/answerable-letters.server.ts'
import { creditOf } from '#app/features/testimonies/credit.ts'
import { listQuotes } from '#app/features/testimonies/queries/published.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [{ title: t('press.headTitle', { campaign: shown.title }) }, { name: 'description', content: t('press.lead') }]
}

/** On the page; all of them stand on theirs. */
const fewQuotes = 6

/** A campaign without press texts and without official channels has no such page. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const { id, slug, association } = campaign
  const today = parisDay(context.now)
  const kit = await pressTexts(id, today)
  if (!kit) throw refuse(404)
  const t = translator(locale)
  const [text, figures, quotes, letters] = await Promise.all([
    findText(id, locale),
    pressFigures(campaign),
    listQuotes(id),
    answerableLettersOf(id, today),
  ])
  const shown = quotes.slice(0, fewQuotes).map((quote) => ({
    id: quote.id,
    locale: quote.locale,
    quote: quote.quote,
    credit: creditOf({ locale, t, association, quote }).credit,
  }))
  return data(
    {
      locale,
      slug,
      title: plainTitle(text?.title ?? slug),
      ...kit,
      figures,
      quotes: shown,
      replies: await listReplies(shown.map((quote) => quote.id)),
      letter: letters.find(({ code }) => code === 'L19')?.slug ?? null,
      barometer: letters.length > 0,
      source: { url: publicUrl(`/${locale}/${slug}/press`), day: today },
    },
    { headers: publicPage },
  )
}

export default function Press() {
  const { replies, ...shown } = useLoaderData<typeof loader>()
  return (
    <PressPage
      {...shown}
      answersTo={({ id }) => <Replies replies={replies.filter(({ testimonyId }) => testimonyId === id)} />}
    />
  )
}
