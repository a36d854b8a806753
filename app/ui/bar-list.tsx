import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'

export type BarItem = {
  key: string
  label: ReactNode
  value: number
}

type BarListProps = { caption: ReactNode; labelHeader: string; valueHeader: string; items: readonly BarItem[] }

/** Ranked bars that are a real table. */
export function BarList({ caption, labelHeader, valueHeader, items }: BarListProps) {
  const locale = useLocale()
  const longest = Math.max(0, ...items.map(({ value }) => value)) || 1
  return (
    <table className="bar-list">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{labelHeader}</th>
          <th scope="col">{valueHeader}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={Math.max(0.6, Math.round((value / longest) * 1000) / 10)} height="10" />
              </svg>
              <span className="bar-value">{formatNumber(locale, value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
