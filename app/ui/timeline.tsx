import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'

export type TimelineItem = {
  /** `YYYY-MM-DD` */
  day: string
  /** Instead of the full date: "spring 2026". */
  dateLabel?: string
  title: ReactNode
  children?: ReactNode
}

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const locale = useLocale()
  return (
    <ol className="timeline">
      {items.map(({ day, dateLabel, title, children }, place) => (
        <li key={place}>
          <time dateTime={day}>{dateLabel ?? formatDay(locale, day)}</time>
          <div>
            <h3>{title}</h3>
            {children}
          </div>
        </li>
      ))}
    </ol>
  )
}
