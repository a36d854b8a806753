import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

type ProgressProps = { label: string; sent: number; total: number; id?: string }

/** How far a mailing is. The bar is native. What changes every second is shown; every tenth is said, politely. */
export function Progress({ label, sent, total, id = 'mailing-progress' }: ProgressProps) {
  const t = useT()
  const locale = useLocale()
  const share = total === 0 ? 1 : sent / total
  return (
    <div className="progress" data-testid="mailing-progress" data-sent={sent} data-total={total}>
      <label htmlFor={id}>{label}</label>
      <span className="progress-share">{formatPercent(locale, Math.floor(share * 1000) / 1000)}</span>
      <progress id={id} value={sent} max={Math.max(total, 1)} />
      <p>{t('ui.progress.sent', { sent: formatNumber(locale, sent), total: formatNumber(locale, total) })}</p>
      <p className="visually-hidden" aria-live="polite">
        {t('ui.progress.share', { label, share: formatPercent(locale, Math.floor(share * 10) / 10) })}
      </p>
    </div>
  )
}
