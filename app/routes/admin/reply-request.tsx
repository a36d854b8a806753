import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { noteContactOpened } from '#app/features/claims/commands/note-contact-opened.server.ts'
import { takeReplyStep } from '#app/features/claims/commands/take-reply-step.server.ts'
import { findReplyRequest } from '#app/features/claims/queries/replies-for-team.server.ts'
import { replyStep } from '#app/features/claims/schema/reply.ts'
import { ReplyDesk } from '#app/features/claims/ui/reply-desk.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff, withKeyring } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('claims.desk.itemTitle')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const hands = await withKeyring(await requireStaff({ request, context }, 'campaign'), context)
  const found = await findReplyRequest(params.id ?? '', { ...hands, now: context.now })
  if (!found) throw refuse(404)
  if (found.contact !== null && found.contact !== 'closed')
    await noteContactOpened({ id: found.id, actor: hands.actor }, context.now)
  return { found }
}

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

const lengthErrors = {
  'too-long': 'claims.errors.replyLonger',
  'too-many-lines': 'claims.errors.replyTooManyLines',
} as const

export async function action({ request, context, params }: ActionFunctionArgs) {
  const hands = await withKeyring(await requireStaff({ request, context }, 'campaign'), context)
  const form = await parseForm(request, { schema: replyStep })
  if (!form.ok) return invalid(form)
  const id = params.id ?? ''
  const said = await takeReplyStep(form.value, { id, ...hands, now: context.now })
  switch (said.outcome) {
    case 'not-found':
      throw refuse(404)
    case 'too-long':
    case 'too-many-lines':
      return invalid({ values: form.values, errors: { replyText: lengthErrors[said.outcome] } })
    case 'own-proposal':
    case 'vault-closed':
    case 'not-verified':
    case 'changed-meanwhile':
    case 'off-the-site': {
      const status = said.outcome === 'own-proposal' || said.outcome === 'vault-closed' ? 403 : 409
      return data({ refused: said.outcome, values: form.values, errors: {} }, { status, headers: privatePage })
    }
    default:
      return seeOther(`/admin/sheets/replies/${id}?done=${said.outcome}`)
  }
}

const steps = ['accepted', 'verified', 'inserted', 'refused', 'reopened'] as const

export default function ReplyRequest() {
  const { found } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const [search] = useSearchParams()
  const done = steps.find((step) => step === search.get('done'))
  const errors = useErrorList(answer ?? emptyForm, ['replyText', 'replyBy', 'reason', 'words'])
  return (
    <>
      <Toolbar
        title={t('claims.desk.itemTitle')}
        detail={found.answered?.title ?? found.about.slug}
        actions={<a href="/admin/sheets/replies">{t('claims.desk.title')}</a>}
      />
      {!answer && done && <Notice kind="success" role="status" title={t(`claims.desk.done.${done}`)} />}
      <ErrorSummary errors={errors} />
      {answer && 'refused' in answer && (
        <Notice kind="warn" role="status" title={t(`claims.desk.refused.${answer.refused}`)} />
      )}
      <ReplyDesk found={found} refused={answer ?? emptyForm} />
    </>
  )
}
