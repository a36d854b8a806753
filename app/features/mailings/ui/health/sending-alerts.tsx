import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OpenAlert } from '../../queries/sending-health.server.ts'
import styles from './health.module.css'
import { shareIn, useReceiverName } from './receivers-table.tsx'

interface SendingAlertsProps {
  alerts: readonly OpenAlert[]
  /** On other pages: the way to the figures, where stands what to do. */
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
      <ul className={styles.alerts}>
        {alerts.map(({ kind, receiver, share, since }) => (
          <li key={`${kind} ${receiver}`}>
            <strong>
              {t(`health.alerts.${kind}.fact`, { receiver: nameOf(receiver), share: shareIn(locale, share ?? 0) })}
            </strong>{' '}
            {!more && t(`health.alerts.${kind}.advice`)}{' '}
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
