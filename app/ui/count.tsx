import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'

type CountProps = {
  value: number
  /** "people signed and confirmed · 312 today" */
  label: ReactNode
}

/** The number the page exists for. A script may raise it; the live region then says so once, politely. */
export function Count({ value, label }: CountProps) {
  const locale = useLocale()
  return (
    <div className="count">
      <p>
        <data className="count-number" value={value} data-testid="signature-count" data-value={value}>
          {formatNumber(locale, value)}
        </data>{' '}
        <span className="count-label">{label}</span>
      </p>
      <p className="visually-hidden" aria-live="polite" data-count-live="" />
    </div>
  )
}
