import type { LoaderFunctionArgs } from '@remix-run/node'
import { correctionsFeed } from '#app/features/claims/corrections-feed.server.ts'
import { listCorrections } from '#app/features/claims/queries/claims.server.ts'
import { showsKind } from '#app/features/sheets/queries/public.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { campaignHead } from '#app/http/campaign-head.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

const newest = 50

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  if (!(await showsKind(campaign.id, 'claim'))) throw refuse(404)
  const [{ title, path }, corrections] = await Promise.all([
    campaignHead(campaign, locale),
    listCorrections(campaign.id, { locale, today: parisDay(context.now) }),
  ])
  const head = {
    locale,
    title: translator(locale)('claims.feed.title', { campaign: title }),
    pageUrl: publicUrl(`${path}/claims`),
    selfUrl: publicUrl(`${path}/claims.atom`),
    association: campaign.association,
    since: campaign.opensAt,
  }
  return new Response(correctionsFeed(head, corrections.slice(0, newest)), {
    headers: { ...publicPage, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}
