import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import { findGalleryPage } from '#app/features/testimonies/queries/published.server.ts'
import { Gallery } from '#app/features/testimonies/ui/gallery.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params.locale) ? params.locale : 'fr')
  return [
    {
      title: shown
        ? t('testimonies.gallery.headTitle', { campaign: shown.campaign.title })
        : t('testimonies.gallery.title'),
    },
  ]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const asked = new URL(request.url).searchParams.get('page')
  const gallery = await findGalleryPage(campaign.id, asked === null ? 1 : Number(asked))
  if (!gallery) throw refuse(404)
  const text = await findText(campaign.id, locale)
  const title = text ? plainTitle(text.title) : campaign.slug
  return data(
    { ...gallery, campaign: { slug: campaign.slug, title, takesTestimonies: isOpen(campaign, context.now) } },
    { headers: publicPage },
  )
}

export default function Testimonies() {
  return <Gallery {...useLoaderData<typeof loader>()} />
}
