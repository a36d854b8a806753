import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { DepartmentRow } from '../department-rows.ts'
import { roundRate } from '../populations.ts'
import { smallCell, type PublicCountRow } from '../schema.ts'

interface DepartmentTableProps {
  /** Ranked. */
  rows: readonly DepartmentRow[]
  /** What anyone reads in the place of these numbers: for the team, who sees them as they are. */
  seen?: readonly PublicCountRow[] | undefined
}

/** Both readings of every département, and for the team what the public reads instead. */
export function DepartmentTable({ rows, seen }: DepartmentTableProps) {
  const t = useT()
  const locale = useLocale()
  const open = new Map(seen?.map(({ key, confirmed }) => [key, confirmed]))
  const say = (value: number | typeof smallCell | null | undefined) => {
    if (typeof value === 'number') return formatNumber(locale, value)
    return value === smallCell ? smallCell : '–'
  }
  const caption = t('figures.map.table')
  return (
    <details className="chart-table">
      <summary>{t('ui.chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="figures">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('numbers.places.department')}</th>
              <th scope="col">{t('figures.time.signatures')}</th>
              <th scope="col">{t('figures.map.rateColumn')}</th>
              {seen && <th scope="col">{t('figures.team.seen')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, confirmed, rate }) => (
              <tr key={key}>
                <th scope="row">
                  {label} ({key})
                </th>
                <td>{say(confirmed)}</td>
                <td>{say(typeof rate === 'number' ? roundRate(rate) : rate)}</td>
                {seen && <td>{say(open.get(key) ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
