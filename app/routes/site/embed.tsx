import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import workScript from 'virtual:enhance/work'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { findEmbedded } from '#app/features/embeds/embedded.server.ts'
import { readEmbedOptions } from '#app/features/embeds/rules/options.ts'
import { EmbedPage, MissingEmbed } from '#app/features/embeds/ui/embed-page.tsx'
import { isGuardUp } from '#app/features/signatures/queries/guard.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'
import embedCss from '#app/ui/embed.css?url'

export const links = () => [{ rel: 'stylesheet', href: embedCss }]

/** The one page that other sites may frame: a form or a counter. It reads its address and nothing else. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale, show } = readEmbedOptions(new URL(request.url).searchParams)
  const embedded = await findEmbedded(params.campaign ?? '', locale, context.now)
  if (!embedded) throw refuse(404)
  const { campaign, ...said } = embedded
  const { slug, association, demonstration } = campaign
  const guarded = await isGuardUp(campaign.id, context.now)
  const url = publicUrl(`/${locale}/${slug}`)
  return data({ ...said, show, slug, association, demonstration, guarded, url }, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => {
  if (!shown) return [{ title: 'Portevoix' }, { name: 'robots', content: 'noindex' }]
  const title = plainTitle(shown.title)
  const said = shown.show === 'form' ? 'embeds.frame.title' : 'embeds.frame.counterTitle'
  return [{ title: translator(shown.locale)(said, { title }) }, { name: 'robots', content: 'noindex' }]
}

export default function EmbedRoute() {
  const { guarded, goal, ...shown } = useLoaderData<typeof loader>()
  const work = guarded ? { url: `/api/v1/campaigns/${shown.slug}/challenge`, script: workScript } : undefined
  return <EmbedPage {...shown} goal={goal} work={work} />
}

export function ErrorBoundary() {
  return (
    <>
      <link rel="stylesheet" href={embedCss} />
      <MissingEmbed />
    </>
  )
}
