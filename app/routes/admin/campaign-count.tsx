import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { markRecountsSeen } from '#app/features/signatures/commands/recount.server.ts'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { findRecounts } from '#app/features/signatures/queries/recounts.server.ts'
import { CountDesk } from '#app/features/signatures/ui/count-desk.tsx'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('signatures.count.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, recounts] = await Promise.all([findText(campaign.id, locale), findRecounts(campaign.id)])
  const title = plainTitle(text?.title ?? campaign.slug)
  return { slug: campaign.slug, title, confirmed: liveCount(campaign.id), ...recounts }
}

const seenForm = z.object({ intent: z.literal('seen', { error: 'staff.errors.intent' }) })

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const form = await parseForm(request, { schema: seenForm })
  if (!form.ok) return invalid(form)
  const { outcome } = await markRecountsSeen({ actor, campaignId: campaign.id }, context.now)
  return data({ outcome }, { headers: privatePage })
}

export default function CampaignCount() {
  const { slug, title, ...counted } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  return (
    <>
      <DeskTop {...{ slug, title }} tab="count" detail={t('signatures.count.title')} />
      {answer && 'outcome' in answer && (
        <Notice kind="success" role="status">
          <p>{t(answer.outcome === 'seen' ? 'signatures.count.seenDone' : 'signatures.count.seenAlready')}</p>
        </Notice>
      )}
      <CountDesk {...counted} />
    </>
  )
}
