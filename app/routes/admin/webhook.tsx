import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type Params } from '@remix-run/react'
import { rotateSecret, webhookDeeds } from '#app/features/partners/commands/manage-webhooks.server.ts'
import { findWebhook } from '#app/features/partners/queries/webhooks.server.ts'
import { WebhookOutcome } from '#app/features/partners/ui/webhook-outcome.tsx'
import { WebhookPage } from '#app/features/partners/ui/webhook-page.tsx'
import { webhookDeed } from '#app/features/partners/webhook-schema.ts'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('partners.webhooks.title')

/** @throws 404 for what is no number of a webhook */
function numberIn({ id = '' }: Params): number {
  if (!/^\d{1,9}$/.test(id)) throw refuse(404)
  return Number(id)
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const found = await findWebhook(numberIn(params))
  if (!found) throw refuse(404)
  return { tabs: settingsPages(actor), ...found }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  const form = await parseForm(request, { schema: webhookDeed })
  if (!form.ok) return invalid(form)
  const about = { actor, id: numberIn(params) }
  if (form.value.intent === 'rotate') {
    const made = await rotateSecret(about, context.now)
    if (made.outcome === 'unknown') return data(made, { status: 409, headers: privatePage })
    return data({ outcome: made.outcome, secret: made.secret }, { headers: privatePage })
  }
  const { outcome } = await webhookDeeds[form.value.intent](about, context.now)
  if (outcome === 'removed') return redirect('/admin/settings/webhooks', { status: 303, headers: privatePage })
  const isRefused = outcome === 'unknown' || outcome === 'revoked'
  return data({ outcome }, { status: isRefused ? 409 : 200, headers: privatePage })
}

export default function Webhook() {
  const { tabs, webhook, messages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <SettingsToolbar current="/admin/settings/webhooks" tabs={tabs} />
      {answer && 'outcome' in answer && <WebhookOutcome {...answer} />}
      <WebhookPage webhook={webhook} messages={messages} />
    </>
  )
}
