import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listReplies } from '#app/features/cases/queries/replies.server.ts'
import { CaseLinks, Replies } from '#app/features/cases/ui/replies.tsx'
import { findNeighbours, findPublished } from '#app/features/testimonies/queries/published.server.ts'
import { plainBars } from '#app/features/testimonies/rules.ts'
import { GoneVoice, OneVoice } from '#app/features/testimonies/ui/one-voice.tsx'
import { privatePage, publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale, locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params.locale) ? params.locale : 'fr')
  if (!shown?.shown) return [{ title: t('testimonies.gone.title') }, { name: 'robots', content: 'noindex' }]
  const { testimony, url, others, feed } = shown.shown
  const { title, text, contentWarning } = testimony
  const description = contentWarning ?? `${plainBars(text).slice(0, 157)}…`
  return [
    { title: t('testimonies.permalink.headTitle', { title: plainBars(title) }) },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    ...others.map(({ locale, href }) => ({ tagName: 'link', rel: 'alternate', hrefLang: locale, href })),
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: feed },
  ]
}

/** The address in the testimony's own language is the one to keep. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const { slug, association } = campaign
  const testimony = await findPublished(campaign.id, params.id ?? '')
  if (!testimony) throw refuse(404)
  if (testimony === 'withdrawn') return data({ slug, shown: null, replies: [] }, { status: 410, headers: privatePage })
  const [text, neighbours, replies] = await Promise.all([
    findText(campaign.id, locale),
    findNeighbours(campaign.id, testimony.id),
    listReplies([testimony.id]),
  ])
  const urlIn = (language: string) => publicUrl(`/${language}/${slug}/testimonies/${testimony.id}`)
  const shown = {
    ...neighbours,
    testimony,
    campaign: { slug, association, title: plainTitle(text?.title ?? slug) },
    url: urlIn(testimony.locale),
    today: parisDay(context.now),
    others: locales.map((language) => ({ locale: language, href: urlIn(language) })),
    feed: publicUrl(`/${locale}/${slug}/testimonies.atom`),
  }
  return data({ slug, shown, replies }, { headers: publicPage })
}

export default function Testimony() {
  const { slug, shown, replies } = useLoaderData<typeof loader>()
  if (!shown) return <GoneVoice campaignSlug={slug} />
  return (
    <OneVoice
      {...shown}
      beside={<Replies replies={replies} />}
      foot={<CaseLinks campaignSlug={slug} testimonyId={shown.testimony.id} />}
    />
  )
}
