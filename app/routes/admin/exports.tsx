import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { approveExport, cancelExport, declineExport } from '#app/features/exports/commands/steer-export.server.ts'
import { listExports } from '#app/features/exports/queries/exports.server.ts'
import { noteOf } from '#app/features/exports/rules.ts'
import { stepForm } from '#app/features/exports/schema.ts'
import { ExportList } from '#app/features/exports/ui/export-list.tsx'
import { invalid, privatePage, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('exports.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  return data({ exports: await listExports(actor, context.now) }, { headers: privatePage })
}

const steps = { approve: approveExport, decline: declineExport, cancel: cancelExport }

/** Which export, and what becomes of it. The right to it is asked where it is done: it depends on what the file holds. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const form = await parseForm(request, { schema: stepForm })
  if (!form.ok) return invalid(form)
  const { intent, id } = form.value
  const { outcome } = await steps[intent]({ actor, id, now: context.now })
  if (outcome === 'done') return seeOther('/admin/exports?done=step')
  return data({ outcome }, { status: 409, headers: privatePage })
}

const words = {
  own: 'exports.outcomes.own',
  'not-allowed': 'exports.outcomes.notAllowed',
  'not-waiting': 'exports.outcomes.notWaiting',
  over: 'exports.outcomes.over',
  unknown: 'exports.outcomes.unknown',
} as const
const notes = { step: 'exports.outcomes.done', asked: 'exports.desk.done', waits: 'exports.desk.doneWaits' } as const

export default function Exports() {
  const { exports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useT()
  const refused = answer && 'outcome' in answer ? words[answer.outcome] : undefined
  const note = noteOf(search.get('done'), exports)
  return (
    <>
      <Toolbar
        title={t('exports.desk.title')}
        detail={t('exports.desk.detail')}
        actions={<ButtonLink href="/admin/exports/new">{t('exports.desk.new')}</ButtonLink>}
      />
      {refused && <Notice kind="warn" role="status" title={t(refused)} />}
      {!answer && note && <Notice kind="success" role="status" title={t(notes[note])} />}
      <ExportList exports={exports} />
    </>
  )
}
