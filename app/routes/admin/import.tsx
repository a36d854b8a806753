import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { takeStep } from '#app/features/imports/commands/take-step.server.ts'
import { deskOf } from '#app/features/imports/queries/desk.server.ts'
import { formOf } from '#app/features/imports/schema.ts'
import { ImportDesk } from '#app/features/imports/ui/import-desk.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseFields } from '#app/http/parse-form.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('imports.run.title')

const idOf = (typed = '') => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null)

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const id = idOf(params.id)
  const desk = id === null ? null : await deskOf(id, actor.id)
  if (!desk) throw refuse(404)
  const campaigns = await listForStaff(actor.locale, context.now)
  // Nobody signs a draft.
  const choices = campaigns.filter(({ state }) => state !== 'draft')
  return { ...desk, campaigns: choices.map(({ id: value, title }) => ({ value: String(value), label: title })) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const id = idOf(params.id)
  if (id === null) throw refuse(404)
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  const schema = formOf(fields.get('intent')?.[0] ?? '')
  const form = parseFields(fields, { schema, lists: ['mapping'] })
  if (!form.ok) return invalid(form)
  const { outcome } = await takeStep({ actor, id, now: context.now }, form.value)
  // Shown anew, so that a reload does nothing again.
  if (outcome === 'done') return seeOther(`/admin/imports/${id}`)
  return data({ outcome, values: form.values, errors: {} }, { status: 409, headers: privatePage })
}

export default function Import() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : emptyForm
  const outcome = answer && 'outcome' in answer ? answer.outcome : null
  const { id, source } = shown.shown
  return (
    <>
      <Toolbar
        title={source || t('imports.desk.unnamed', { id })}
        actions={<a href="/admin/imports">{t('imports.desk.title')}</a>}
      />
      {search.has('known') && <Notice role="status" title={t('imports.desk.known')} />}
      {outcome && <Notice kind="warn" role="status" title={t(`imports.run.outcomes.${outcome}`)} />}
      <ImportDesk {...shown} refused={refused} />
    </>
  )
}
