import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import {
  cancelInvalidation,
  dropInvalidation,
  pauseInvalidation,
  resumeInvalidation,
  startInvalidation,
  undoInvalidation,
  writeInvalidation,
} from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { findInvalidation } from '#app/features/integrity/queries/invalidations.server.ts'
import { invalidationForm, steerForm, typedFromGroups } from '#app/features/integrity/schema.ts'
import { RuleForm } from '#app/features/integrity/ui/rule-form.tsx'
import { RuleRun } from '#app/features/integrity/ui/rule-run.tsx'
import { SignatureTabs } from '#app/features/integrity/ui/signature-tabs.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('integrity.run.title')

const idOf = (typed = '') => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null)

/** `new` is a rule to be written, begun from what was ticked on the page of what is under review. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  if (params.id === 'new') {
    const campaigns = await listForStaff(actor.locale, context.now)
    const choices = campaigns.map(({ id, title }) => ({ value: String(id), label: title }))
    return { page: 'new' as const, campaigns: choices, typed: typedFromGroups(new URL(request.url).searchParams) }
  }
  const id = idOf(params.id)
  const rule = id === null ? null : await findInvalidation(id, { actorId: actor.id, now: context.now })
  if (!rule) throw refuse(404)
  return { page: 'rule' as const, rule }
}

const steers = {
  start: startInvalidation,
  pause: pauseInvalidation,
  resume: resumeInvalidation,
  cancel: cancelInvalidation,
  undo: undoInvalidation,
  drop: dropInvalidation,
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  if (params.id === 'new') {
    const form = await parseForm(request, { schema: invalidationForm, lists: ['signals', 'states', 'languages'] })
    if (!form.ok) return invalid(form)
    const made = await writeInvalidation(actor, form.value, context.now)
    if (!made) throw refuse(409)
    return seeOther(`/admin/signatures/invalidations/${made.id}`)
  }
  const form = await parseForm(request, { schema: steerForm })
  if (!form.ok) return invalid(form)
  const id = idOf(params.id)
  if (id === null) throw refuse(404)
  const { outcome } = await steers[form.value.intent]({ actor, id, now: context.now })
  // Shown anew, so that a reload does nothing again.
  if (outcome === 'done') return seeOther(`/admin/signatures/invalidations/${id}`)
  return data({ outcome }, { status: 409, headers: privatePage })
}

export default function Invalidation() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  const outcome = answer && 'outcome' in answer ? answer.outcome : undefined
  return (
    <>
      <Toolbar title={t(shown.page === 'new' ? 'integrity.form.title' : 'integrity.run.title')} />
      <SignatureTabs current="/admin/signatures/invalidations" />
      {outcome && <Notice kind="warn" role="status" title={t(`integrity.run.outcomes.${outcome}`)} />}
      {shown.page === 'new' ? (
        <RuleForm campaigns={shown.campaigns} values={refused?.values ?? shown.typed} errors={refused?.errors ?? {}} />
      ) : (
        <RuleRun rule={shown.rule} />
      )}
    </>
  )
}
