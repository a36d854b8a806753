import { formatInstant, formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OpenAlert } from '../../queries/sending-health.server.ts'
import { useReceiverName } from './receivers-table.tsx'

interface SendingAlertsProps {
  alerts: readonly OpenAlert[]
  /** On other pages: the way to the figures. */
  more?: boolean
}

/** What about sending a person should look at now. Nothing when there is nothing. */
export function SendingAlerts({ alerts, more }: SendingAlertsProps) {
  const t = useT()
  const locale = useLocale()
  const nameOf = useReceiverName()
  if (alerts.length === 0) return null
  return (
    <Notice kind="warn" title={t('health.alerts.title')} role="note">
      <ul>
        {alerts.map(({ kind, receiver, share, since }) => (
          <li key={`${kind} ${receiver}`}>
            {t(`health.alerts.${kind}`, { receiver: nameOf(receiver), share: formatPercent(locale, share ?? 0) })}{' '}
            {t('health.alerts.since', { when: formatInstant(locale, since) })}
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <a href="/admin/mailings/health">{t('health.alerts.more')}</a>
        </p>
      )}
    </Notice>
  )
}
