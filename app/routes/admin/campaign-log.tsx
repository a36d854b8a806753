import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { signHeadByHand, turnOffReceipts, turnOnReceipts } from '#app/features/proof/commands/run-log.server.ts'
import { findLogDesk } from '#app/features/proof/queries/log-desk.server.ts'
import { LogDesk } from '#app/features/proof/ui/log-desk.tsx'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RefusedNotice } from '#app/ui/refused-notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('campaigns.desk.tabs.log')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, desk] = await Promise.all([findText(campaign.id, locale), findLogDesk(campaign.id)])
  const title = plainTitle(text?.title ?? campaign.slug)
  return { slug: campaign.slug, title, shown: liveCount(campaign.id), ...desk }
}

const deeds = { sign: signHeadByHand, 'receipts-on': turnOnReceipts, 'receipts-off': turnOffReceipts } as const
const deedForm = z.object({
  intent: z.enum(['sign', 'receipts-on', 'receipts-off'], { error: 'staff.errors.intent' }),
})

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const form = await parseForm(request, { schema: deedForm })
  if (!form.ok) return invalid(form)
  const { outcome } = await deeds[form.value.intent]({ actor, campaign }, context.now)
  return data({ outcome }, { headers: privatePage })
}

export default function CampaignLog() {
  const { title, ...desk } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  return (
    <>
      <DeskTop slug={desk.slug} title={title} tab="log" detail={t('campaigns.desk.tabs.log')} />
      {answer && 'errors' in answer && <RefusedNotice errors={answer.errors} />}
      {answer && 'outcome' in answer && (
        <Notice kind="success" role="status" title={t(`proof.desk.outcomes.${answer.outcome}`)} />
      )}
      <LogDesk {...desk} />
    </>
  )
}
