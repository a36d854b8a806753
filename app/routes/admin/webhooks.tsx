import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addressFault, addWebhook } from '#app/features/partners/commands/manage-webhooks.server.ts'
import { campaignsForKeys } from '#app/features/partners/queries/partners.server.ts'
import { listWebhooks, partnersForWebhooks } from '#app/features/partners/queries/webhooks.server.ts'
import { AddWebhook } from '#app/features/partners/ui/add-webhook.tsx'
import { WebhookOutcome } from '#app/features/partners/ui/webhook-outcome.tsx'
import { WebhookTable } from '#app/features/partners/ui/webhook-table.tsx'
import { webhookForm } from '#app/features/partners/webhook-schema.ts'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm, type FormErrors, type FormValues } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('partners.webhooks.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const [webhooks, campaigns, partners] = await Promise.all([listWebhooks(), campaignsForKeys(), partnersForWebhooks()])
  return { tabs: settingsPages(actor), webhooks, campaigns, partners }
}

const faults = {
  'not-an-address': 'partners.webhooks.errors.url',
  'not-https': 'partners.webhooks.errors.notHttps',
  'other-port': 'partners.webhooks.errors.otherPort',
  'has-password': 'partners.webhooks.errors.hasPassword',
  'too-long': 'partners.webhooks.errors.tooLong',
} as const

/** The schema does not judge the address: said here too, so that nobody has to send the form once more to learn of it. */
function addressErrors({ url }: FormValues): FormErrors {
  const fault = typeof url === 'string' ? addressFault(url.trim()) : null
  return fault ? { url: faults[fault] } : {}
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const form = await parseForm(request, { schema: webhookForm, lists: ['events'] })
  if (!form.ok) return invalid({ ...form, errors: { ...addressErrors(form.values), ...form.errors } })
  const made = await addWebhook({ actor, webhook: form.value }, context.now)
  if (made.outcome === 'bad-address') return invalid({ values: form.values, errors: { url: faults[made.fault] } })
  if (made.outcome === 'unknown')
    return invalid({ values: form.values, errors: { campaign: 'partners.webhooks.errors.campaign' } })
  if (made.outcome === 'bad-partner')
    return invalid({ values: form.values, errors: { partner: 'partners.webhooks.errors.partner' } })
  return data({ outcome: made.outcome, secret: made.secret }, { headers: privatePage })
}

export default function Webhooks() {
  const { tabs, webhooks, campaigns, partners } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  return (
    <>
      <SettingsToolbar current="/admin/settings/webhooks" tabs={tabs} detail={t('partners.webhooks.detail')} />
      {answer && 'outcome' in answer && <WebhookOutcome {...answer} />}
      <WebhookTable webhooks={webhooks} />
      <AddWebhook key={webhooks.length} campaigns={campaigns} partners={partners} refused={refused} />
    </>
  )
}
