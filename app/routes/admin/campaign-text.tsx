import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignForStaff, findTextDesk } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { discardRead, publishRead, saveTyped } from '#app/features/campaigns/text-actions.server.ts'
import { layOut } from '#app/features/campaigns/text-desk.server.ts'
import { textForm } from '#app/features/campaigns/text-form.ts'
import { TextDeskPage, type TextAnswer } from '#app/features/campaigns/ui/text-desk.tsx'
import { countTexts } from '#app/features/signatures/commands/recount.server.ts'
import { campaignsToCountByText } from '#app/features/signatures/queries/texts-counted.server.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('campaigns.desk.title')

/** `?published=2` is where publishing leads: said once more at a reload, and true as long as it is the version shown. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const desk = await findTextDesk(campaign.id)
  const { slug, state } = campaign
  const published = Number(new URL(request.url).searchParams.get('published')) === desk.current && desk.current > 0
  return {
    campaign: { slug, title: plainTitle(desk.published[locale].title) || slug, isPublic: state !== 'draft' },
    desk,
    laidOut: layOut(desk),
    published,
  }
}

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const form = await parseForm(request, { schema: textForm })
  if (!form.ok) return data<TextAnswer>({ kind: 'warn', errors: form.errors }, { status: 422, headers: privatePage })
  const { value, values } = form
  const acting = { actor, campaignId: campaign.id, revision: value.revision, now: context.now }
  if (value.intent === 'publish') {
    const answer = await publishRead(acting)
    if (!('version' in answer)) return data(answer, { status: 409, headers: privatePage })
    if ((await campaignsToCountByText()).includes(campaign.id)) await countTexts(campaign.id, context.now)
    return seeOther(`/admin/campaigns/${campaign.slug}?published=${answer.version}`)
  }
  const answer =
    value.intent === 'save' ? await saveTyped(values, { ...acting, base: value.base }) : await discardRead(acting)
  const status = answer.errors ? 422 : answer.kind === 'warn' ? 409 : 200
  return data(answer, { status, headers: privatePage })
}

export default function CampaignText() {
  const { published, ...shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const said: TextAnswer | undefined = published
    ? { kind: 'success', said: { key: 'campaigns.publish.published', values: { version: shown.desk.current } } }
    : undefined
  return <TextDeskPage {...shown} answer={answer ?? said} />
}
