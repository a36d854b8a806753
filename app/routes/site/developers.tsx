import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { DevelopersPage } from '#app/features/partners/ui/developers-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { readsOfPrograms } from '#app/http/throttle.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  const [campaign] = await listCampaigns()
  const shown = { site: publicUrl(''), slug: campaign?.slug ?? 'score', reads: readsOfPrograms }
  return data(shown, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export function meta({ params }: MetaArgs) {
  const t = translator(isLocale(params.locale) ? params.locale : 'fr')
  return [
    { title: t('partners.developers.title') },
    { name: 'description', content: t('partners.developers.metaDescription') },
  ]
}

/** For whoever writes a program: how to ask, limits, examples, errors, keys. */
export default function Developers() {
  return <DevelopersPage {...useLoaderData<typeof loader>()} />
}
