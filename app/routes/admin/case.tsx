import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { noteOpening } from '#app/features/cases/commands/note-opening.server.ts'
import { takeCaseStep } from '#app/features/cases/commands/take-case-step.server.ts'
import { findCase } from '#app/features/cases/queries/for-team.server.ts'
import { caseStep } from '#app/features/cases/schema.ts'
import { CaseDesk } from '#app/features/cases/ui/case-desk.tsx'
import { doneSteps, lengthErrors } from '#app/features/cases/ui/case-answers.ts'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { vaultClosed } from '#app/http/give-back.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('cases.desk.itemTitle')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const found = await findCase({ ...moderator, id: params.id ?? '', now: context.now })
  if (!found) throw refuse(404)
  if (found.request) await noteOpening({ id: found.id, actor: moderator.actor }, context.now)
  return { found }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const form = await parseForm(request, { schema: caseStep })
  if (!form.ok) return invalid(form)
  const id = params.id ?? ''
  const said = await takeCaseStep(form.value, { ...moderator, id, now: context.now })
  switch (said.outcome) {
    case 'not-found':
      throw refuse(404)
    case 'too-long':
    case 'too-many-lines':
      return invalid({ values: form.values, errors: { replyText: lengthErrors[said.outcome] } })
    case 'vault-closed':
      throw vaultClosed(request, form.values)
    case 'own-proposal':
      return data({ refused: said.outcome, values: form.values, errors: {} }, { status: 403, headers: privatePage })
    case 'changed-meanwhile':
    case 'off-the-site':
    case 'not-unpublished':
      return data({ refused: said.outcome, values: form.values, errors: {} }, { status: 409, headers: privatePage })
    default:
      return seeOther(`/admin/cases/${id}?done=${said.outcome}`)
  }
}

export default function Case() {
  const { found } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const [search] = useSearchParams()
  const done = doneSteps.find((step) => step === search.get('done'))
  const errors = useErrorList(answer ?? emptyForm, [
    'replyText',
    'replyBy',
    'reason',
    'words',
    'unpublishReason',
    'unpublishWords',
  ])
  return (
    <>
      <Toolbar
        title={t(`cases.kinds.${found.kind}`)}
        detail={found.title ?? t('cases.desk.offSite')}
        actions={<a href="/admin/cases">{t('cases.desk.title')}</a>}
      />
      {!answer && done && <Notice kind="success" role="status" title={t(`cases.desk.done.${done}`)} />}
      <ErrorSummary errors={errors} />
      {answer && 'refused' in answer && (
        <Notice kind="warn" role="status" title={t(`cases.desk.refused.${answer.refused}`)} />
      )}
      <CaseDesk found={found} refused={answer ?? emptyForm} />
    </>
  )
}
