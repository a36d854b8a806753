import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sayStanding, takeBackStanding } from '#app/features/integrity/commands/say-standing.server.ts'
import { listStandings } from '#app/features/integrity/queries/standings.server.ts'
import { standingForm, standingRemoval } from '#app/features/integrity/standing-form.ts'
import { SignatureTabs } from '#app/features/integrity/ui/signature-tabs.tsx'
import { StandingForm, StandingList } from '#app/features/integrity/ui/standings.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('integrity.standings.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'integrity')
  return { standings: await listStandings(context.now) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  const { now } = context
  const at = now.toISOString()
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  if (formValues(fields)['intent'] === 'take-back') {
    const removal = parseFields(fields, { schema: standingRemoval })
    if (!removal.ok) return invalid(removal)
    const { kind, key } = removal.value
    const { outcome } = await takeBackStanding({ actor, kind, key }, now)
    const status = outcome === 'unknown' ? 409 : 200
    return data({ outcome, name: '', at }, { status, headers: privatePage })
  }
  const form = parseFields(fields, { schema: standingForm })
  if (!form.ok) return invalid(form)
  const { domain, standing } = form.value
  const said = await sayStanding({ actor, domain, standing }, now)
  return data({ ...said, at }, { headers: privatePage })
}

export default function SignatureDomains() {
  const { standings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  const done = answer && 'outcome' in answer ? answer : undefined
  return (
    <>
      <Toolbar title={t('integrity.standings.title')} detail={t('integrity.standings.detail')} />
      <SignatureTabs current="/admin/signatures/domains" />
      {done && (
        <Notice
          kind={done.outcome === 'unknown' ? 'warn' : 'success'}
          role="status"
          title={t(`integrity.standings.outcomes.${done.outcome}`, { name: done.name })}
        />
      )}
      <StandingForm refused={refused} fresh={done?.at ?? ''} />
      <StandingList standings={standings} />
    </>
  )
}
