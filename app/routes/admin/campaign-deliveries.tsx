import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { listForTeam } from '#app/features/handovers/queries/for-team.server.ts'
import { HandoverList } from '#app/features/handovers/ui/handover-list.tsx'
import { refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('campaigns.desk.tabs.deliveries')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, lines] = await Promise.all([findText(campaign.id, locale), listForTeam(campaign.id)])
  return { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug), lines }
}

export default function CampaignDeliveries() {
  const { slug, title, lines } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <DeskTop {...{ slug, title }} tab="deliveries" detail={t('handovers.desk.detail')} />
      <HandoverList slug={slug} lines={lines} />
    </>
  )
}
