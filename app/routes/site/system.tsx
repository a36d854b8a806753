import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listClaimsAbout } from '#app/features/claims/queries/claims.server.ts'
import { listPublishedReplies } from '#app/features/claims/queries/replies.server.ts'
import { findSystem } from '#app/features/claims/queries/systems.server.ts'
import { ExpiredSystemPage, SystemPage } from '#app/features/claims/ui/systems-page.tsx'
import { showsKind } from '#app/features/sheets/queries/public.server.ts'
import { readGalleryQuestion } from '#app/features/testimonies/gallery-question.ts'
import { findGalleryPage } from '#app/features/testimonies/queries/published.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { campaignHead } from '#app/http/campaign-head.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'

/** Of fewer, no number is said. */
const fewest = 10

async function testimoniesAbout(campaignId: number, system: string | null): Promise<number | null> {
  if (system === null) return null
  const found = await findGalleryPage(campaignId, readGalleryQuestion(new URLSearchParams({ system })))
  return found && found.total >= fewest ? found.total : null
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const reading = { locale, today: parisDay(context.now) }
  const found = await findSystem(campaign.id, params.system ?? '', reading)
  if (!found) throw refuse(404)
  const head = await campaignHead(campaign, locale)
  if ('expired' in found)
    return data(
      { shown: null, expired: found.expired, campaign: head, title: found.expired.title },
      { headers: publicPage },
    )
  const { system } = found
  const [claims, replies, hasLetters, testimonies] = await Promise.all([
    listClaimsAbout(campaign.id, system.slug, reading),
    listPublishedReplies(campaign.id),
    showsKind(campaign.id, 'letter'),
    testimoniesAbout(campaign.id, system.testimonies),
  ])
  const shown = { system, claims, replies, hasLetters, testimonies }
  return data({ shown, expired: null, campaign: head, title: system.title }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${shown.title} – ${shown.campaign.title}` }] : []

export default function System() {
  const { shown, expired, campaign } = useLoaderData<typeof loader>()
  if (shown) return <SystemPage campaign={campaign} {...shown} />
  return expired && <ExpiredSystemPage campaign={campaign} expired={expired} />
}
