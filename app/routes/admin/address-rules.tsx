import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { removeAddressRule, setAddressRule } from '#app/features/signatures/commands/address-rules.server.ts'
import { listAddressRules } from '#app/features/signatures/queries/address-rules.server.ts'
import { addressRuleForm, addressRuleRemoval } from '#app/features/signatures/rules/address-rule-form.ts'
import { AddressRuleForm, AddressRuleTable } from '#app/features/signatures/ui/address-rules.tsx'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('signatures.addressRules.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  return { tabs: settingsPages(actor), rules: await listAddressRules() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  if (formValues(fields)['intent'] === 'remove') {
    const removal = parseFields(fields, { schema: addressRuleRemoval })
    if (!removal.ok) return invalid(removal)
    const { outcome } = await removeAddressRule({ actor, domain: removal.value.domain }, context.now)
    return data({ outcome, at: context.now.toISOString() }, { headers: privatePage })
  }
  const form = parseFields(fields, { schema: addressRuleForm })
  if (!form.ok) return invalid(form)
  const { domain, ignoresDots, tags, aliasOf } = form.value
  await setAddressRule({ actor, rule: { domain, ignoresDots, tags, aliasOf } }, context.now)
  return data({ outcome: 'set' as const, at: context.now.toISOString() }, { headers: privatePage })
}

export default function AddressRules() {
  const { tabs, rules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  const done = answer && 'outcome' in answer ? answer : undefined
  return (
    <>
      <SettingsToolbar current="/admin/settings/addresses" tabs={tabs} detail={t('signatures.addressRules.detail')} />
      {done && (
        <Notice
          kind={done.outcome === 'unknown' ? 'warn' : 'success'}
          role="status"
          title={t(`signatures.addressRules.outcomes.${done.outcome}`)}
        />
      )}
      <AddressRuleForm refused={refused} fresh={done?.at ?? ''} />
      <AddressRuleTable rules={rules} />
    </>
  )
}
