import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { actOnHandover } from '#app/features/handovers/act.server.ts'
import { writeHandover } from '#app/features/handovers/commands/prepare.server.ts'
import { findNews } from '#app/features/handovers/queries/due.server.ts'
import { findAddressee, findForDesk } from '#app/features/handovers/queries/for-team.server.ts'
import { handoverForm, packId } from '#app/features/handovers/schema.ts'
import { HandoverPage } from '#app/features/handovers/ui/handover-page.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta: MetaFunction = (args) =>
  pageTitle(args.params['delivery'] === 'new' ? 'handovers.desk.new' : 'handovers.desk.one')(args)

/** `new` is a pack to be prepared. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const id = packId(params.delivery)
  const found = id === null ? null : await findForDesk(campaign.id, id)
  if (!found && params.delivery !== 'new') throw refuse(404)
  const today = parisDay(context.now)
  const [text, addressee, news] = await Promise.all([
    findText(campaign.id, actor.locale),
    findAddressee(campaign.id, actor.locale),
    found && findNews(campaign.id, found, today),
  ])
  const { proposedById, ...desk } = found ?? { proposedById: null }
  return {
    slug: campaign.slug,
    title: plainTitle(text?.title ?? campaign.slug),
    addressee: addressee || (text?.addressee ?? ''),
    today,
    news,
    desk: 'id' in desk ? { ...desk, isMine: proposedById === actor.id } : null,
  }
}

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: handoverForm })
  if (!form.ok) return invalid(form)
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const { now } = context
  const id = packId(params.delivery)
  if (id === null) {
    if (params.delivery !== 'new' || form.value.intent !== 'save') throw refuse(404)
    const made = await writeHandover({ actor, campaignId: campaign.id, now }, form.value)
    return seeOther(`/admin/campaigns/${campaign.slug}/deliveries/${made.id}#preview`)
  }
  const said = await actOnHandover(form.value, { actor, campaign, id, now })
  if ('go' in said) return seeOther(said.go)
  if ('error' in said) return invalid({ values: form.values, errors: { [said.field]: said.error } })
  const values = said.done ? {} : form.values
  return data({ said, values, errors: {} }, { status: said.done ? 200 : 409, headers: privatePage })
}

export default function CampaignDelivery() {
  const { slug, title, ...shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const said = answer && 'said' in answer ? answer.said : undefined
  return (
    <>
      <DeskTop {...{ slug, title }} tab="deliveries" detail={t('handovers.desk.detail')} />
      {said && (
        <Notice kind={said.done ? 'success' : 'warn'} role="status">
          <p>{t(said.said)}</p>
        </Notice>
      )}
      <HandoverPage slug={slug} {...shown} answer={said?.done ? undefined : answer} />
    </>
  )
}
