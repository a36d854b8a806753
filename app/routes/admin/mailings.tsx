import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { unlockSending } from '#app/features/mailings/commands/unlock-sending.server.ts'
import { unlockForm } from '#app/features/mailings/forms.server.ts'
import { listMailings } from '#app/features/mailings/queries.server.ts'
import { findMailAlarms } from '#app/features/mailings/queries/alarms.server.ts'
import { listWaiting } from '#app/features/mailings/queries/waiting.server.ts'
import { MailAlarmNotices } from '#app/features/mailings/ui/mail-alarms.tsx'
import { listSendingAlerts } from '#app/features/mailings/queries/sending-health.server.ts'
import { SendingAlerts } from '#app/features/mailings/ui/health/sending-alerts.tsx'
import { MailingList } from '#app/features/mailings/ui/mailing-list.tsx'
import { SendingLocked } from '#app/features/mailings/ui/sending-locked.tsx'
import { may } from '#app/features/staff/policy.ts'
import { invalid, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const [mailings, waiting, alarms, alerts] = await Promise.all([
    listMailings(actor.locale),
    listWaiting(actor, context.now),
    findMailAlarms(actor.locale),
    listSendingAlerts(),
  ])
  return { mailings, waiting, alarms, alerts, mayUnlock: may(actor, 'manage-team') }
}

/** Unlocks sending, which only owners may. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const form = await parseForm(request, { schema: unlockForm })
  if (!form.ok) return invalid(form)
  if (!may(actor, 'manage-team')) throw refuse(403)
  await unlockSending(actor, context.now)
  return seeOther('/admin/mailings')
}

export default function Mailings() {
  const { mailings, waiting, alarms, alerts, mayUnlock } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('mailings.list.title')}
        detail={t('mailings.list.detail')}
        actions={
          <>
            <ButtonLink href="/admin/mailings/health" kind="plain">
              {t('health.title')}
            </ButtonLink>
            <ButtonLink href="/admin/mailings/pictures" kind="plain">
              {t('pictures.link')}
            </ButtonLink>
            <ButtonLink href="/admin/mailings/new">{t('mailings.list.write')}</ButtonLink>
          </>
        }
      />
      <SendingLocked reason={alarms.lock} mayUnlock={mayUnlock} refused={refused} />
      <MailAlarmNotices {...alarms} />
      <SendingAlerts alerts={alerts} more />
      <MailingList mailings={mailings} waiting={waiting} />
    </>
  )
}
