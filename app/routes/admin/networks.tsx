import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addSharedNetwork, removeSharedNetwork } from '#app/features/staff/commands/shared-networks.server.ts'
import { networkForm, networkRemoval } from '#app/features/staff/network-form.ts'
import { listSharedNetworks } from '#app/features/staff/queries/shared-networks.server.ts'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { AddNetwork, NetworkTable } from '#app/features/staff/ui/shared-networks.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.networks.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  return { tabs: settingsPages(actor), networks: await listSharedNetworks() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  if (formValues(fields)['intent'] === 'remove') {
    const removal = parseFields(fields, { schema: networkRemoval })
    if (!removal.ok) return invalid(removal)
    const { outcome } = await removeSharedNetwork({ actor, id: removal.value.id }, context.now)
    return data({ outcome }, { status: outcome === 'unknown' ? 409 : 200, headers: privatePage })
  }
  const form = parseFields(fields, { schema: networkForm })
  if (!form.ok) return invalid(form)
  const { outcome } = await addSharedNetwork({ actor, network: form.value }, context.now)
  if (outcome === 'overlaps')
    return invalid({ values: form.values, errors: { range: 'staff.networks.errors.overlaps' } })
  return data({ outcome }, { headers: privatePage })
}

export default function Networks() {
  const { tabs, networks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  return (
    <>
      <SettingsToolbar current="/admin/settings/networks" tabs={tabs} detail={t('staff.networks.detail')} />
      {answer && 'outcome' in answer && (
        <Notice
          kind={answer.outcome === 'unknown' ? 'warn' : 'success'}
          role="status"
          title={t(`staff.networks.outcomes.${answer.outcome}`)}
        />
      )}
      <NetworkTable networks={networks} />
      <AddNetwork refused={refused} fresh={networks[0]?.id ?? ''} />
    </>
  )
}
