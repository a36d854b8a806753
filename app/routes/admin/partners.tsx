import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addPartner, replacePartnerKey, revokePartner } from '#app/features/partners/commands/manage-partners.server.ts'
import { campaignsForKeys, listPartners } from '#app/features/partners/queries/partners.server.ts'
import { partnerDeed, partnerForm } from '#app/features/partners/schema.ts'
import { AddPartner } from '#app/features/partners/ui/add-partner.tsx'
import { PartnerOutcome } from '#app/features/partners/ui/partner-outcome.tsx'
import { PartnerTable } from '#app/features/partners/ui/partner-table.tsx'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('partners.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const [partners, campaigns] = await Promise.all([listPartners(context.now), campaignsForKeys()])
  return { tabs: settingsPages(actor), partners, campaigns }
}

const refusals = {
  'campaign-unknown': { campaigns: 'partners.errors.campaigns' },
  'until-is-over': { until: 'partners.errors.untilIsOver' },
} as const

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  if (formValues(fields)['intent'] === 'add') {
    const form = parseFields(fields, { schema: partnerForm, lists: ['campaigns'] })
    if (!form.ok) return invalid(form)
    const made = await addPartner({ actor, partner: form.value }, context.now)
    if (made.outcome !== 'made') return invalid({ values: form.values, errors: refusals[made.outcome] })
    return data({ outcome: made.outcome, secret: made.key }, { headers: privatePage })
  }
  const deed = parseFields(fields, { schema: partnerDeed })
  if (!deed.ok) return invalid(deed)
  const about = { actor, id: deed.value.id }
  if (deed.value.intent === 'revoke') {
    const { outcome } = await revokePartner(about, context.now)
    return data({ outcome }, { status: outcome === 'unknown' ? 409 : 200, headers: privatePage })
  }
  const replaced = await replacePartnerKey(about, context.now)
  if (replaced.outcome === 'unknown') return data(replaced, { status: 409, headers: privatePage })
  return data({ outcome: replaced.outcome, secret: replaced.key }, { headers: privatePage })
}

export default function Partners() {
  const { tabs, partners, campaigns } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  return (
    <>
      <SettingsToolbar current="/admin/settings/partners" tabs={tabs} detail={t('partners.detail')} />
      {answer && 'outcome' in answer && <PartnerOutcome {...answer} />}
      <PartnerTable partners={partners} />
      <AddPartner campaigns={campaigns} refused={refused} fresh={String(partners.length)} />
    </>
  )
}
