import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { readUpdate } from '#app/features/mailings/archive.server.ts'
import { findUpdate } from '#app/features/mailings/queries.server.ts'
import { findErrata } from '#app/features/mailings/queries/errata.server.ts'
import { UpdatePage } from '#app/features/mailings/ui/updates.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, found] = await Promise.all([
    findText(campaign.id, locale),
    findUpdate(campaign.id, { id: params.id, locale }),
  ])
  if (!found) throw refuse(404)
  const { id, subject, startedAt, head } = found
  return data(
    {
      campaign: { slug: campaign.slug, title: plainTitle(text?.title ?? '') },
      errata: await findErrata(id, locale),
      update: { id, subject, startedAt, head, siteHtml: await readUpdate({ campaign, locale }, found) },
    },
    { headers: publicPage },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${shown.update.subject} – ${shown.campaign.title}` }] : []

export default function Update() {
  return <UpdatePage {...useLoaderData<typeof loader>()} />
}
