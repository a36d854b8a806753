import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReplies } from '#app/features/cases/queries/replies.server.ts'
import { CaseLinks, Replies } from '#app/features/cases/ui/replies.tsx'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import { plainBars } from '#app/features/testimonies/rules.ts'
import { GoneVoice, OneVoice } from '#app/features/testimonies/ui/one-voice.tsx'
import { privatePage, publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params.locale) ? params.locale : 'fr')
  if (!shown?.testimony) return [{ title: t('testimonies.gone.title') }, { name: 'robots', content: 'noindex' }]
  const { title, text, contentWarning } = shown.testimony
  const description = contentWarning ?? `${plainBars(text).slice(0, 157)}…`
  return [
    { title: t('testimonies.permalink.headTitle', { title: plainBars(title) }) },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: shown.canonical },
  ]
}

/** The address in the testimony's own language is the one to keep. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  const found = await findPublished(campaign.id, params.id ?? '')
  if (!found) throw refuse(404)
  if (found === 'withdrawn')
    return data(
      { slug: campaign.slug, testimony: null, canonical: '', replies: [] },
      { status: 410, headers: privatePage },
    )
  const canonical = new URL(`/${found.locale}/${campaign.slug}/testimonies/${found.id}`, config().appUrl).href
  const replies = await listReplies(found.id)
  return data({ slug: campaign.slug, testimony: found, canonical, replies }, { headers: publicPage })
}

export default function Testimony() {
  const { slug, testimony, replies } = useLoaderData<typeof loader>()
  if (!testimony) return <GoneVoice campaignSlug={slug} />
  return (
    <OneVoice
      testimony={testimony}
      campaignSlug={slug}
      beside={<Replies replies={replies} />}
      foot={<CaseLinks campaignSlug={slug} testimonyId={testimony.id} />}
    />
  )
}
