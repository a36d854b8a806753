import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { campaignIdOr } from '#app/features/campaigns/campaign-id.ts'
import { closeCampaign, openCampaign } from '#app/features/campaigns/commands/open-or-close.server.ts'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { CampaignTable } from '#app/features/campaigns/ui/campaign-table.tsx'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RefusedNotice } from '#app/ui/refused-notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.campaigns.title')

const turnForm = z.object({
  campaignId: campaignIdOr('staff.errors.campaign'),
  intent: z.enum(['open', 'close'], { error: 'staff.errors.intent' }),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaigns = await listForStaff(actor.locale, context.now)
  return { campaigns: campaigns.map((campaign) => ({ ...campaign, confirmed: liveCount(campaign.id) })) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: turnForm })
  if (!form.ok) return invalid(form)
  const { campaignId, intent } = form.value
  const turn = intent === 'open' ? openCampaign : closeCampaign
  const { outcome } = await turn({ actor, campaignId }, context.now)
  return data({ outcome }, { status: outcome === 'unknown' ? 409 : 200, headers: privatePage })
}

export default function Campaigns() {
  const { campaigns } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  return (
    <>
      <Toolbar title={t('staff.campaigns.title')} detail={t('staff.campaigns.detail', { count: campaigns.length })} />
      {answer && 'errors' in answer && <RefusedNotice errors={answer.errors} />}
      {answer && 'outcome' in answer && (
        <Notice
          kind={answer.outcome === 'unknown' ? 'warn' : 'success'}
          role="status"
          title={t(`staff.campaigns.outcomes.${answer.outcome}`)}
        />
      )}
      <CampaignTable campaigns={campaigns} />
    </>
  )
}
