import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findClaim } from '#app/features/claims/queries/claims.server.ts'
import { listPublishedReplies } from '#app/features/claims/queries/replies.server.ts'
import { listSystems } from '#app/features/claims/queries/systems.server.ts'
import { ClaimPage, ExpiredClaimPage } from '#app/features/claims/ui/claim-page.tsx'
import { showsKind } from '#app/features/sheets/queries/public.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { campaignHead } from '#app/http/campaign-head.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const reading = { locale, today: parisDay(context.now) }
  const found = await findClaim(campaign.id, params.claim ?? '', reading)
  if (!found) throw refuse(404)
  const head = await campaignHead(campaign, locale)
  if ('expired' in found)
    return data(
      { shown: null, expired: found.expired, campaign: head, title: found.expired.title },
      { headers: publicPage },
    )
  const [replies, { systems }, hasLetters] = await Promise.all([
    listPublishedReplies(campaign.id),
    listSystems(campaign.id, reading),
    showsKind(campaign.id, 'letter'),
  ])
  const about = systems.filter(({ slug }) => found.systems.includes(slug)).map(({ slug, title }) => ({ slug, title }))
  const shown = { ...found, systems: about, replies, hasLetters }
  return data({ shown, expired: null, campaign: head, title: found.claim.title }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${shown.title} – ${shown.campaign.title}` }] : []

export default function Claim() {
  const { shown, expired, campaign } = useLoaderData<typeof loader>()
  if (shown) return <ClaimPage campaign={campaign} {...shown} />
  return expired && <ExpiredClaimPage campaign={campaign} expired={expired} />
}
