import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Grain, Period } from '../periods.ts'
import { nameOfPeriod } from './period-words.ts'

interface PeriodsTableProps {
  caption: string
  grain: Grain
  periods: readonly Period[]
  /** What had been counted before the first of them; absent where no total is told. */
  before?: number
}

/** The figures of a drawing, behind a fold: each period, and how far the total had come. */
export function PeriodsTable({ caption, grain, periods, before }: PeriodsTableProps) {
  const t = useT()
  const locale = useLocale()
  const rows = withTotals(periods, before ?? 0)
  return (
    <details className="chart-table">
      <summary>{t('ui.chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="figures">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`figures.time.column.${grain}`)}</th>
              <th scope="col">{t('figures.time.signatures')}</th>
              {before !== undefined && <th scope="col">{t('figures.time.total')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, value, total: soFar }) => (
              <tr key={key}>
                <th scope="row">{nameOfPeriod(locale, grain, key)}</th>
                <td>{formatNumber(locale, value)}</td>
                {before !== undefined && <td>{formatNumber(locale, soFar)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function withTotals(periods: readonly Period[], before: number) {
  let total = before
  return periods.map((period) => {
    total += period.value
    return { ...period, total }
  })
}
