import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { listUpdates } from '#app/features/mailings/queries.server.ts'
import { UpdatesPage } from '#app/features/mailings/ui/updates.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, updates] = await Promise.all([findText(campaign.id, locale), listUpdates(campaign.id, locale)])
  const shown = updates.map(({ id, subject, startedAt }) => ({ id, subject, startedAt }))
  return data(
    { locale, campaign: { slug: campaign.slug, title: plainTitle(text?.title ?? '') }, updates: shown },
    { headers: publicPage },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: t('mailings.updates.metaTitle', { campaign: shown.campaign.title }) },
    { name: 'description', content: t('mailings.updates.lead') },
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'application/atom+xml',
      href: `/${shown.locale}/${shown.campaign.slug}/updates.atom`,
    },
  ]
}

export default function Updates() {
  const { campaign, updates } = useLoaderData<typeof loader>()
  return <UpdatesPage campaign={campaign} updates={updates} />
}
