import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { decideOnBatch } from '#app/features/paper/commands/decide-on-batch.server.ts'
import { findBatch } from '#app/features/paper/queries/for-team.server.ts'
import { decisionForm } from '#app/features/paper/schema.ts'
import { BatchDesk } from '#app/features/paper/ui/batch-desk.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('paper.batch.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const batch = await findBatch(params.id, actor)
  if (!batch) throw refuse(404)
  return { batch }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const batch = await findBatch(params.id, actor)
  if (!batch) throw refuse(404)
  const form = await parseForm(request, { schema: decisionForm })
  if (!form.ok) return invalid(form)
  const { id } = batch
  const { outcome } = await decideOnBatch(form.value, { actor, id, now: context.now })
  const done = form.value.intent === 'verify' ? 'verified' : 'declined'
  if (outcome === 'done') return seeOther(`/admin/paper/${id}?done=${done}`)
  return data({ outcome }, { status: 409, headers: privatePage })
}

const steps = ['entered', 'verified', 'declined'] as const

export default function PaperBatch() {
  const { batch } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const [search] = useSearchParams()
  const done = steps.find((step) => step === search.get('done'))
  const refused = answer && 'errors' in answer ? answer : emptyForm
  const errors = useErrorList(refused)
  const outcome = answer && 'outcome' in answer ? answer.outcome : undefined
  return (
    <>
      <Toolbar title={t('paper.batch.title')} actions={<a href="/admin/paper">{t('paper.desk.title')}</a>} />
      {!answer && done && <Notice kind="success" role="status" title={t(`paper.batch.${done}Done`)} />}
      <ErrorSummary errors={errors} />
      {outcome === 'own-entry' && (
        <Notice kind="warn" role="status" title={t('paper.batch.ownTitle')}>
          <p>{t('paper.batch.own')}</p>
        </Notice>
      )}
      {outcome === 'decided-meanwhile' && (
        <Notice kind="warn" role="status" title={t('paper.batch.meanwhileTitle')}>
          <p>{t('paper.batch.meanwhile')}</p>
        </Notice>
      )}
      <BatchDesk batch={batch} refused={refused} />
    </>
  )
}
