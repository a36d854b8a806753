import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listReplies } from '#app/features/cases/queries/replies.server.ts'
import { QuoteCases, Replies } from '#app/features/cases/ui/replies.tsx'
import { creditOf } from '#app/features/testimonies/credit.ts'
import { listQuotes } from '#app/features/testimonies/queries/published.server.ts'
import { QuotesPage } from '#app/features/testimonies/ui/quotes-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown
    ? [
        {
          title: translator(shown.locale)('testimonies.quotes.headTitle', { campaign: shown.campaign.title }),
        },
      ]
    : []

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const { slug, association } = campaign
  const t = translator(locale)
  const [text, quotes] = await Promise.all([findText(campaign.id, locale), listQuotes(campaign.id)])
  const credited = quotes.map((quote) => ({
    id: quote.id,
    locale: quote.locale,
    quote: quote.quote,
    hasPage: quote.hasPage,
    ...creditOf({ locale, t, association, quote }),
  }))
  // Of a story with a page, its replies stand there.
  const replies = await listReplies(quotes.filter(({ hasPage }) => !hasPage).map(({ id }) => id))
  const title = plainTitle(text?.title ?? slug)
  const source = { url: publicUrl(`/${locale}/${slug}/testimonies/quotes`), day: parisDay(context.now) }
  return data({ locale, campaign: { slug, title }, quotes: credited, replies, source }, { headers: publicPage })
}

export default function TestimonyQuotes() {
  const { campaign, quotes, replies, source } = useLoaderData<typeof loader>()
  return (
    <QuotesPage
      campaign={campaign}
      quotes={quotes}
      source={source}
      answersTo={({ id }) => <Replies replies={replies.filter(({ testimonyId }) => testimonyId === id)} />}
      contesting={({ id, hasPage }) => !hasPage && <QuoteCases campaignSlug={campaign.slug} testimonyId={id} />}
    />
  )
}
