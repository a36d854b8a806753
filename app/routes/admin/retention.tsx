import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteReview, setTerms } from '#app/features/privacy/commands/set-terms.server.ts'
import { listRuns, listToReview } from '#app/features/privacy/queries/retention.server.ts'
import { retentionStep } from '#app/features/privacy/schema.ts'
import { JournalPart, ReviewPart, TermsPart } from '#app/features/privacy/ui/retention-page.tsx'
import { may } from '#app/features/staff/policy.ts'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { findTerms } from '#app/features/testimonies/queries/terms.server.ts'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('privacy.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const terms = await findTerms()
  const reviews = may(actor, 'moderate') ? await listToReview(terms, context.now) : null
  return { tabs: settingsPages(actor), terms, reviews, runs: await listRuns(), maySet: may(actor, 'campaign') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const form = await parseForm(request, { schema: retentionStep })
  if (!form.ok) return invalid(form)
  if (!may(actor, form.value.intent === 'set' ? 'campaign' : 'moderate')) throw refuse(403)
  if (form.value.intent === 'reviewed') {
    const { testimonyId } = form.value
    const done = await noteReview({ actor, testimonyId }, context.now)
    return data({ done }, { status: done === 'reviewed' ? 200 : 409, headers: privatePage })
  }
  const { intent: done, ...terms } = form.value
  await setTerms({ actor, terms }, context.now)
  return data({ done }, { headers: privatePage })
}

export default function Retention() {
  const { tabs, terms, reviews, runs, maySet } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const typed = answer && 'errors' in answer ? answer : emptyForm
  const errors = useErrorList(typed, ['original', 'draft', 'review', 'case'])
  return (
    <>
      <SettingsToolbar current="/admin/settings/retention" tabs={tabs} detail={t('privacy.detail')} />
      {answer && 'done' in answer && (
        <Notice
          kind={answer.done === 'not-published' ? 'warn' : 'success'}
          role="status"
          title={t(`privacy.done.${answer.done}`)}
        />
      )}
      <ErrorSummary errors={errors} />
      <TermsPart terms={terms} typed={maySet ? typed : null} />
      {reviews && <ReviewPart reviews={reviews} />}
      <JournalPart runs={runs} />
    </>
  )
}
