import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkSender } from '#app/features/mailings/commands/check-sender.server.ts'
import {
  findOverview,
  findSenderReport,
  listSendingAlerts,
} from '#app/features/mailings/queries/sending-health.server.ts'
import { periodOf, periods } from '#app/features/mailings/rules/health/figures.ts'
import { senderSettings } from '#app/features/mailings/sender-settings.server.ts'
import { ReceiversTable } from '#app/features/mailings/ui/health/receivers-table.tsx'
import { SenderChecks } from '#app/features/mailings/ui/health/sender-checks.tsx'
import { SendingAlerts } from '#app/features/mailings/ui/health/sending-alerts.tsx'
import { seeOther } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('health.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  const period = periodOf(new URL(request.url).searchParams.get('days'))
  const [report, overview, alerts] = await Promise.all([
    findSenderReport(),
    findOverview(periods[period], context.now),
    listSendingAlerts(),
  ])
  return { report, overview, alerts, period, staysHere: senderSettings() === null }
}

/** Looks at the sender now, which keeps no mail from leaving whatever it finds. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  await checkSender(actor, context.now)
  return seeOther('/admin/mailings/health')
}

export default function SendingHealth() {
  const { report, overview, alerts, period, staysHere } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('health.title')}
        detail={t('health.detail')}
        actions={
          <ButtonLink href="/admin/mailings" kind="plain">
            {t('health.back')}
          </ButtonLink>
        }
      />
      <SendingAlerts alerts={alerts} />
      <SenderChecks report={report} staysHere={staysHere} />
      <ReceiversTable overview={overview} period={period} />
    </>
  )
}
