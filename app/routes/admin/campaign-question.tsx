import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { takeEntryStep } from '#app/features/questions/commands/entries.server.ts'
import { findEntry, listEntries } from '#app/features/questions/queries/entries.server.ts'
import { entryStep } from '#app/features/questions/schema.ts'
import { EntryDesk } from '#app/features/questions/ui/entry-desk.tsx'
import { entryDone, entryErrors, entryFields } from '#app/features/questions/ui/outcomes.ts'
import { monthsUntilCheck } from '#app/features/sheets/rules.ts'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { plusMonths } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('questions.entries.itemTitle')

/** `new`: none yet. @throws 404 */
function numberOf(typed: string | undefined): number | null {
  if (typed === 'new') return null
  if (typed === undefined || !/^[1-9]\d{0,8}$/.test(typed)) throw refuse(404)
  return Number(typed)
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const id = numberOf(params.question)
  const today = parisDay(context.now)
  const entry = id === null ? null : await findEntry(campaign.id, id)
  if (id !== null && !entry) throw refuse(404)
  const others = (await listEntries(campaign.id, locale, today)).filter((other) => other.id !== id)
  const proposed = plusMonths(today, monthsUntilCheck - 6)
  return { slug: campaign.slug, entry, others, days: { today, proposed } }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const id = numberOf(params.question)
  const form = await parseForm(request, { schema: entryStep })
  if (!form.ok) return invalid(form)
  const said = await takeEntryStep(form.value, { actor, campaignId: campaign.id, id, now: context.now })
  const list = `/admin/campaigns/${campaign.slug}/questions`
  switch (said.outcome) {
    case 'not-found':
      throw refuse(404)
    case 'changed-meanwhile':
      return data({ refused: said.outcome, values: form.values, errors: {} }, { status: 409, headers: privatePage })
    case 'discarded':
    case 'merged':
      return seeOther(`${list}?done=${said.outcome}`)
    case 'in-the-future':
    case 'check-in-the-past':
    case 'change-missing':
    case 'note-missing':
    case 'unknown-entry':
      return invalid({ values: form.values, errors: entryErrors[said.outcome] })
    default:
      return seeOther(`${list}/${said.id}?done=${said.outcome}`)
  }
}

export default function CampaignQuestion() {
  const { slug, entry, others, days } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const [search] = useSearchParams()
  const done = entryDone.find((step) => step === search.get('done'))
  const errors = useErrorList(answer ?? emptyForm, entryFields)
  const list = `/admin/campaigns/${slug}/questions`
  return (
    <>
      <Toolbar
        title={entry ? entry.questionFr || entry.questionEn : t('questions.entries.new')}
        detail={entry ? t(`questions.entries.standings.${entry.state}`) : t('questions.entries.newDetail')}
        actions={<a href={list}>{t('questions.entries.title')}</a>}
      />
      {!answer && done && <Notice kind="success" role="status" title={t(`questions.entries.done.${done}`)} />}
      <ErrorSummary errors={errors} />
      {answer && 'refused' in answer && (
        <Notice kind="warn" role="status" title={t('questions.desk.refused.changed-meanwhile')} />
      )}
      <EntryDesk action={`${list}/${entry?.id ?? 'new'}`} {...{ entry, others, days }} refused={answer ?? emptyForm} />
    </>
  )
}
