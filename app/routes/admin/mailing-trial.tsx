import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import { textsNow } from '#app/features/mailings/queries/subject.server.ts'
import { findTrial } from '#app/features/mailings/queries/trial.server.ts'
import { findRun } from '#app/features/mailings/queries/run.server.ts'
import { trialForm } from '#app/features/mailings/rules/trial.ts'
import { actOnTrial, audienceToTry } from '#app/features/mailings/trial-desk.server.ts'
import { TrialEditor } from '#app/features/mailings/ui/trial-editor.tsx'
import { TrialResults } from '#app/features/mailings/ui/trial-page.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.trial.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'mail')
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  const { id, state, texts } = mailing
  const page = { id, texts, subject: textsNow(mailing)[locale].subject, trial: await findTrial(id) }
  if (state === 'draft') return { ...page, state, total: await audienceToTry(mailing), running: null }
  return { ...page, state, total: null, running: (await findRun(id)).trial }
}

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const form = await parseForm(request, { schema: trialForm })
  if (!form.ok) return invalid(form)
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  const { intent } = form.value
  const answered = await actOnTrial(form.value, { actor, id: mailing.id, now: context.now }, mailing)
  if (answered.outcome === 'invalid') return invalid({ values: form.values, errors: answered.errors })
  if (answered.outcome === 'moved')
    return seeOther(intent === 'choose' ? `/admin/mailings/${mailing.id}/trial` : `/admin/mailings/${mailing.id}#start`)
  // The form is gone with the draft: what was typed into it is said.
  const typed = intent === 'keep' ? [form.value.subjectFr, form.value.subjectEn] : []
  return data({ notPossible: true, typed }, { status: 409, headers: privatePage })
}

export default function MailingTrial() {
  const { id, state, texts, subject, trial, total, running } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  return (
    <>
      <Toolbar title={t('mailings.trial.title')} detail={subject} />
      {answer && 'notPossible' in answer && (
        <Notice kind="warn" role="status" title={t('mailings.run.notPossible')}>
          {answer.typed.length > 0 && <p>{t('mailings.trial.typed', { words: answer.typed.join(' – ') })}</p>}
        </Notice>
      )}
      {state === 'draft' ? (
        <TrialEditor {...{ id, trial, texts, total, refused }} />
      ) : trial ? (
        <TrialResults {...{ id, state, trial, running, refused }} />
      ) : (
        <Empty title={t('mailings.trial.none')} />
      )}
    </>
  )
}
