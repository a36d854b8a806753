import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { draftChange } from '#app/features/commitments/news.server.ts'
import { listStateChanges } from '#app/features/commitments/queries/changes.server.ts'
import { CommitmentsDesk } from '#app/features/commitments/ui/commitments-desk.tsx'
import { actOnNews } from '#app/features/mailings/news-desk.server.ts'
import { newsForm } from '#app/features/mailings/rules/news-form.ts'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('campaigns.desk.tabs.commitments')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, changes] = await Promise.all([findText(campaign.id, locale), listStateChanges(campaign.id)])
  return { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug), changes }
}

/** After a refusal too: somebody else decided meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: newsForm })
  if (!form.ok) return invalid(form)
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const { now } = context
  const { about } = form.value
  if (!(await listStateChanges(campaign.id)).some((change) => change.about === about)) throw refuse(404)
  const texts = () => draftChange(campaign, about, parisDay(now))
  const said = await actOnNews(form.value, { actor, campaignId: campaign.id, now, texts })
  if ('go' in said) return seeOther(said.go)
  const values = said.done ? {} : form.values
  return data({ said, values, errors: {} }, { status: said.done ? 200 : 409, headers: privatePage })
}

export default function CampaignCommitments() {
  const { slug, title, changes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const said = answer && 'said' in answer ? answer.said : undefined
  return (
    <>
      <DeskTop {...{ slug, title }} tab="commitments" detail={t('commitments.desk.detail')} />
      {said && (
        <Notice kind={said.done ? 'success' : 'warn'} role="status">
          <p>{t(said.said)}</p>
        </Notice>
      )}
      <CommitmentsDesk slug={slug} changes={changes} refused={said?.done ? undefined : answer} />
    </>
  )
}
