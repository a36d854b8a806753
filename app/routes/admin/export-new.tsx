import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { requestExport, type RequestOutcome } from '#app/features/exports/commands/request-export.server.ts'
import { permissionFor } from '#app/features/exports/rules.ts'
import { exportForm, exportKinds, secretFields } from '#app/features/exports/schema.ts'
import { ExportForm } from '#app/features/exports/ui/export-form.tsx'
import { may } from '#app/features/staff/policy.ts'
import { invalid, seeOther } from '#app/http/answer.server.ts'
import { parseForm, type FormErrors, type FormValues } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('exports.form.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const campaigns = await listForStaff(actor.locale, context.now)
  return {
    campaigns: campaigns.map(({ id, title }) => ({ value: String(id), label: title })),
    kinds: exportKinds.filter((kind) => may(actor, permissionFor(kind, false))),
    mayHavePeople: may(actor, permissionFor('signers', true)),
  }
}

const refusals = {
  'not-allowed': { kind: 'exports.errors.notAllowed' },
  'unknown-campaign': { campaign: 'exports.errors.campaign' },
  'bad-recipient': { recipient: 'exports.errors.recipient' },
  'too-many': { form: 'exports.errors.tooMany' },
} as const satisfies Record<Exclude<RequestOutcome['outcome'], 'asked'>, FormErrors>

/** What was typed, but no passphrase: it is typed again. */
const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !secretFields.some((secret) => secret === name)))

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const form = await parseForm(request, { schema: exportForm })
  const values = withoutSecrets(form.values)
  if (!form.ok) return invalid({ values, errors: form.errors })
  const asked = await requestExport(actor, form.value, context.now)
  if (asked.outcome === 'asked') return seeOther(`/admin/exports?done=${asked.waits ? 'waits' : 'asked'}`)
  return invalid({ values, errors: refusals[asked.outcome] })
}

export default function ExportNew() {
  const { campaigns, kinds, mayHavePeople } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? emptyForm
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('exports.form.title')}
        detail={t('exports.form.zip')}
        actions={<a href="/admin/exports">{t('exports.desk.title')}</a>}
      />
      <ExportForm campaigns={campaigns} kinds={kinds} mayHavePeople={mayHavePeople} state={refused} />
    </>
  )
}
