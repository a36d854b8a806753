import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import { galleryQuery, isNarrowed, readGalleryQuestion } from '#app/features/testimonies/gallery-question.ts'
import { findGalleryPage } from '#app/features/testimonies/queries/published.server.ts'
import { listPeriods } from '#app/features/testimonies/queries/search.server.ts'
import { Gallery } from '#app/features/testimonies/ui/gallery.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale, locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params.locale) ? params.locale : 'fr')
  if (!shown) return [{ title: t('testimonies.gallery.title') }]
  const { campaign, question, urls } = shown
  // What somebody searched is for them and for whom they send it to.
  if (isNarrowed(question))
    return [
      { title: t('testimonies.wall.headSearch', { campaign: campaign.title }) },
      { name: 'robots', content: 'noindex, follow' },
    ]
  return [
    { title: t('testimonies.gallery.headTitle', { campaign: campaign.title }) },
    { name: 'description', content: t('testimonies.gallery.lead') },
    { tagName: 'link', rel: 'canonical', href: urls.canonical },
    ...urls.others.map(({ locale, href }) => ({ tagName: 'link', rel: 'alternate', hrefLang: locale, href })),
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: urls.feed },
  ]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const question = readGalleryQuestion(new URL(request.url).searchParams)
  const [gallery, periods, text] = await Promise.all([
    findGalleryPage(campaign.id, question),
    listPeriods(campaign.id),
    findText(campaign.id, locale),
  ])
  if (!gallery) throw refuse(404)
  const { slug } = campaign
  const page = galleryQuery({ page: question.page })
  const urlIn = (language: string) => publicUrl(`/${language}/${slug}/testimonies`)
  return data(
    {
      ...gallery,
      question,
      periods,
      source: { url: `${urlIn(locale)}${galleryQuery(question)}`, day: parisDay(context.now) },
      campaign: { slug, title: text ? plainTitle(text.title) : slug, takesTestimonies: isOpen(campaign, context.now) },
      urls: {
        canonical: `${urlIn(locale)}${page}`,
        others: locales.map((language) => ({ locale: language, href: `${urlIn(language)}${page}` })),
        feed: `${urlIn(locale)}.atom`,
      },
    },
    { headers: publicPage },
  )
}

export default function Testimonies() {
  return <Gallery {...useLoaderData<typeof loader>()} />
}
