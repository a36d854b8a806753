import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignById, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { lookAt, readDraft } from '#app/features/mailings/draft-desk.server.ts'
import { mailingForm, newMailingForm, textsOf } from '#app/features/mailings/forms.server.ts'
import { actOnMailing, beginMailing } from '#app/features/mailings/mailing-desk.server.ts'
import { previewMailing } from '#app/features/mailings/preview.server.ts'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import { wordsOfAudience } from '#app/features/mailings/queries/audience-words.server.ts'
import { textsNow } from '#app/features/mailings/queries/subject.server.ts'
import { runToShow } from '#app/features/mailings/run-desk.server.ts'
import { DraftPage, NewMailingPage } from '#app/features/mailings/ui/draft-page.tsx'
import { RunPage } from '#app/features/mailings/ui/mailing-pages.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.edit.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  if (params.id === 'new') {
    const campaigns = await listCampaigns()
    return { page: 'new' as const, campaigns: campaigns.map(({ id, slug }) => ({ value: String(id), label: slug })) }
  }
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  const { id, state, texts, campaign } = mailing
  const shown = { id, state, texts, slug: campaign.slug, campaignId: campaign.id }
  if (state === 'draft' || state === 'scheduled')
    return { page: 'draft' as const, mailing: shown, draft: await readDraft(mailing, actor, context.now) }
  const now = textsNow(mailing)
  const { preview } = await previewMailing({ campaign, texts: now, count: mailing.signatureCount, reader: 'usual' })
  return {
    page: 'run' as const,
    mailing: { ...shown, texts: now, preview },
    words: await wordsOfAudience(mailing, actor.locale),
    archivePath: mailing.startedAt ? `/${actor.locale}/${campaign.slug}/updates/${id}` : null,
    ...(await runToShow(mailing)),
  }
}

const moves = new Set(['start', 'pause', 'resume', 'cancel', 'pace', 'doubtful', 'schedule', 'unschedule'])
const errors = {}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  if (params.id === 'new') {
    const form = await parseForm(request, { schema: newMailingForm })
    if (!form.ok) return invalid(form)
    const campaign = await findCampaignById(form.value.campaign)
    if (!campaign) throw refuse(409)
    const { intent, reader } = form.value
    if (intent === 'preview') {
      const looked = await lookAt(campaign, textsOf(form.value), reader)
      return data({ looked, typed: { values: form.values, errors } }, { headers: privatePage })
    }
    return seeOther(`/admin/mailings/${await beginMailing(actor, form.value, context.now)}`)
  }
  const form = await parseForm(request, { schema: mailingForm })
  if (!form.ok) return invalid(form)
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  if (form.value.intent === 'preview') {
    const looked = await lookAt(mailing.campaign, textsOf(form.value), form.value.reader)
    return data({ looked, typed: { values: form.values, errors } }, { headers: privatePage })
  }
  const said = await actOnMailing(form.value, { actor, id: mailing.id, now: context.now })
  // A page that was moved on is shown anew, so that a reload sends nothing again.
  if (said.outcome === 'done' && moves.has(form.value.intent)) return seeOther(`/admin/mailings/${mailing.id}`)
  return data(
    { said, typed: { values: form.values, errors } },
    { status: said.outcome === 'done' ? 200 : 409, headers: privatePage },
  )
}

export default function Mailing() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'errors' in answer ? answer : undefined
  const said = answer && 'said' in answer ? answer.said : undefined
  const looked = answer && 'looked' in answer ? answer.looked : undefined
  const typed = answer && 'typed' in answer ? answer.typed : undefined
  const answered = { refused, said, looked, typed }
  if (shown.page === 'new') return <NewMailingPage campaigns={shown.campaigns} {...answered} />
  if (shown.page === 'draft') return <DraftPage mailing={shown.mailing} draft={shown.draft} {...answered} />
  return <RunPage {...shown} refused={refused} said={said} />
}
