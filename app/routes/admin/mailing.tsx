import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { mailingForm, newMailingForm } from '#app/features/mailings/forms.server.ts'
import { actOnMailing, beginMailing } from '#app/features/mailings/mailing-desk.server.ts'
import { previewMailing } from '#app/features/mailings/preview.server.ts'
import { findMailing, progress } from '#app/features/mailings/queries.server.ts'
import { describeAudience, wordsOfAudience } from '#app/features/mailings/queries/audience-words.server.ts'
import { findRun } from '#app/features/mailings/queries/run.server.ts'
import { DraftPage, NewMailingPage, RunPage } from '#app/features/mailings/ui/mailing-pages.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.edit.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'mail')
  if (params.id === 'new') {
    const campaigns = await listCampaigns()
    return { page: 'new' as const, campaigns: campaigns.map(({ id, slug }) => ({ value: String(id), label: slug })) }
  }
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  const preview = await previewMailing(mailing)
  const shown = { id: mailing.id, state: mailing.state, texts: mailing.texts, slug: mailing.campaign.slug, preview }
  if (mailing.state === 'draft')
    return { page: 'draft' as const, mailing: shown, receivers: await describeAudience(mailing, locale) }
  const archivePath = `/${locale}/${mailing.campaign.slug}/updates/${mailing.id}`
  return {
    page: 'run' as const,
    mailing: shown,
    words: await wordsOfAudience(mailing, locale),
    archivePath: mailing.startedAt ? archivePath : null,
    progress: await progress(mailing.id),
    run: await findRun(mailing.id),
  }
}

const moves = new Set(['start', 'pause', 'resume', 'cancel', 'pace', 'doubtful'])

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  if (params.id === 'new') {
    const form = await parseForm(request, { schema: newMailingForm })
    if (!form.ok) return invalid(form)
    const id = await beginMailing(actor, form.value, context.now)
    if (!id) throw refuse(409)
    return seeOther(`/admin/mailings/${id}`)
  }
  const form = await parseForm(request, { schema: mailingForm })
  if (!form.ok) return invalid(form)
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  const said = await actOnMailing(form.value, { actor, id: mailing.id, now: context.now })
  // A page that was moved on is shown anew, so that a reload sends nothing again.
  if (said.outcome === 'done' && moves.has(form.value.intent)) return seeOther(`/admin/mailings/${mailing.id}`)
  return data({ said }, { status: said.outcome === 'done' ? 200 : 409, headers: privatePage })
}

export default function Mailing() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'errors' in answer ? answer : undefined
  const said = answer && 'said' in answer ? answer.said : undefined
  if (shown.page === 'new') return <NewMailingPage campaigns={shown.campaigns} refused={refused} />
  if (shown.page === 'draft') return <DraftPage {...shown} refused={refused} said={said} />
  return <RunPage {...shown} refused={refused} said={said} />
}
