import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import { faqQuery, readFaqSearch } from '#app/features/questions/faq-search.ts'
import { findFaq, findNearAnswers } from '#app/features/questions/queries/faq.server.ts'
import { FaqPage } from '#app/features/questions/ui/faq-page.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale, locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

const mostFound = 20

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params.locale) ? params.locale : 'fr')
  if (!shown) return [{ title: t('questions.faq.title') }]
  const { campaign, urls, search } = shown
  const title = t(search ? 'questions.faq.headSearch' : 'questions.faq.headTitle', { campaign: campaign.title })
  // What somebody searched is for them and for whom they send it to.
  if (search) return [{ title }, { name: 'robots', content: 'noindex, follow' }]
  return [
    { title },
    { name: 'description', content: t('questions.faq.lead') },
    { tagName: 'link', rel: 'canonical', href: urls.canonical },
    ...urls.others.map(({ locale, href }) => ({ tagName: 'link', rel: 'alternate', hrefLang: locale, href })),
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: `${urls.canonical}.atom` },
  ]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const q = readFaqSearch(new URL(request.url).searchParams)
  const today = parisDay(context.now)
  const reading = { campaignId: campaign.id, locale, today }
  const [faq, found, text] = await Promise.all([
    q === '' ? findFaq(reading) : { entries: [], overdue: [] },
    q === '' ? null : findNearAnswers(q, mostFound, reading),
    findText(campaign.id, locale),
  ])
  const urlIn = (language: string) => publicUrl(`/${language}/${campaign.slug}/questions`)
  const title = text ? plainTitle(text.title) : campaign.slug
  return data(
    {
      ...faq,
      search: found && { q, found },
      source: { url: `${urlIn(locale)}${faqQuery(q)}`, day: today },
      campaign: { slug: campaign.slug, title, takesQuestions: isOpen(campaign, context.now) },
      urls: {
        canonical: urlIn(locale),
        others: locales.map((language) => ({ locale: language, href: urlIn(language) })),
      },
    },
    { headers: publicPage },
  )
}

export default function Questions() {
  return <FaqPage {...useLoaderData<typeof loader>()} />
}
