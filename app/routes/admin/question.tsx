import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { noteOpening } from '#app/features/questions/commands/note-opening.server.ts'
import { takeAskedStep } from '#app/features/questions/commands/take-asked-step.server.ts'
import { findAsked } from '#app/features/questions/queries/for-team.server.ts'
import { askedStep } from '#app/features/questions/schema.ts'
import { AskedDesk } from '#app/features/questions/ui/asked-desk.tsx'
import { askedDone, askedFields } from '#app/features/questions/ui/outcomes.ts'
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

export const meta = pageTitle('questions.desk.itemTitle')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keyring } = await requireModerator({ request, context })
  const found = await findAsked(params.id ?? '', { keyring, now: context.now })
  if (!found) throw refuse(404)
  const opened = [found, ...found.earlier].map(({ id }) => id)
  if (found.text !== null) await noteOpening({ ids: opened, actor }, context.now)
  return { found }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const form = await parseForm(request, { schema: askedStep })
  if (!form.ok) return invalid(form)
  const id = params.id ?? ''
  const said = await takeAskedStep(form.value, { ...moderator, id, now: context.now })
  switch (said.outcome) {
    case 'not-found':
      throw refuse(404)
    case 'vault-closed':
      throw vaultClosed(request, form.values)
    case 'unknown-entry':
      return invalid({ values: form.values, errors: { entry: 'questions.errors.entryMissing' } })
    case 'changed-meanwhile':
    case 'private':
      return data({ refused: said.outcome, values: form.values, errors: {} }, { status: 409, headers: privatePage })
    default:
      return seeOther(`/admin/questions/${id}?done=${said.outcome}`)
  }
}

export default function Question() {
  const { found } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const [search] = useSearchParams()
  const done = askedDone.find((step) => step === search.get('done'))
  const errors = useErrorList(answer ?? emptyForm, askedFields)
  return (
    <>
      <Toolbar
        title={t(`questions.desk.kinds.${found.kind}`)}
        detail={found.slug}
        actions={<a href="/admin/questions">{t('questions.desk.title')}</a>}
      />
      {!answer && done && <Notice kind="success" role="status" title={t(`questions.desk.done.${done}`)} />}
      <ErrorSummary errors={errors} />
      {answer && 'refused' in answer && (
        <Notice kind="warn" role="status" title={t(`questions.desk.refused.${answer.refused}`)} />
      )}
      <AskedDesk found={found} refused={answer ?? emptyForm} />
    </>
  )
}
