import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'

type CountProps = {
  value: number
  /** "people signed and confirmed · 312 today" */
  label: ReactNode
  /** Lets the script follow the number: where it is read, and what is said when it grows (`{number}` stands for it). */
  follow?: { url: string; says: string }
}

/** The number the page exists for. A script may raise it; the live region then says so once, politely. */
export function Count({ value, label, follow }: CountProps) {
  const locale = useLocale()
  return (
    <div className="count">
      <p>
        <data className="count-number" value={value} data-testid="signature-count" data-value={value}>
          {formatNumber(locale, value)}
        </data>{' '}
        <span className="count-label">{label}</span>
      </p>
      <p className="visually-hidden" aria-live="polite" data-count-live={follow?.says} data-count-url={follow?.url} />
    </div>
  )
}
