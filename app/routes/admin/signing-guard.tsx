import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { campaignIdOr } from '#app/features/campaigns/campaign-id.ts'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { setGuard } from '#app/features/signatures/commands/guard.server.ts'
import { guardModes, upUntil, type Guard } from '#app/features/signatures/guard.ts'
import { listGuards } from '#app/features/signatures/queries/guard.server.ts'
import { GuardForm } from '#app/features/signatures/ui/guard-table.tsx'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RefusedNotice } from '#app/ui/refused-notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.guard.title')

const guardForm = z.object({
  campaignId: campaignIdOr('staff.errors.campaign'),
  mode: z.enum(guardModes, { error: 'staff.guard.errors.mode' }),
})

const untouched: Guard = { mode: 'auto', until: null }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const [campaigns, guards] = await Promise.all([listForStaff(actor.locale, context.now), listGuards()])
  return {
    tabs: settingsPages(actor),
    campaigns: campaigns.map(({ id, title }) => {
      const guard = guards.find(({ campaignId }) => campaignId === id) ?? untouched
      const up = context.now.getTime() < upUntil(guard)
      return { id, title, mode: guard.mode, up, until: up && guard.mode === 'auto' ? guard.until : null }
    }),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: guardForm })
  if (!form.ok) return invalid(form)
  const { outcome } = await setGuard({ actor, ...form.value }, context.now)
  return data({ outcome }, { status: outcome === 'unknown' ? 409 : 200, headers: privatePage })
}

export default function GuardPage() {
  const { tabs, campaigns } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  return (
    <>
      <SettingsToolbar current="/admin/settings/guard" tabs={tabs} detail={t('staff.guard.detail')} />
      {answer && 'errors' in answer && <RefusedNotice errors={answer.errors} />}
      {answer && 'outcome' in answer && (
        <Notice
          kind={answer.outcome === 'unknown' ? 'warn' : 'success'}
          role="status"
          title={t(`staff.guard.outcomes.${answer.outcome}`)}
        />
      )}
      {campaigns.length === 0 && <Empty title={t('staff.guard.empty')}>{<p>{t('staff.guard.emptyWhy')}</p>}</Empty>}
      {campaigns.map((campaign) => (
        <GuardForm key={campaign.id} campaign={campaign} />
      ))}
    </>
  )
}
