import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { BarList } from '#app/ui/bar-list.tsx'
import type { NamedRow } from '../named.ts'

interface PlaceBarsProps {
  caption: string
  labelHeader: string
  /** Ranked. */
  rows: readonly NamedRow[]
}

const mostBars = 12

/** The highest as bars, the others behind a fold, the hidden ones as one sentence: they are all others there are. */
export function PlaceBars({ caption, labelHeader, rows }: PlaceBarsProps) {
  const t = useT()
  const told = rows.flatMap(({ key, label, confirmed }) =>
    typeof confirmed === 'number' ? [{ key, label, value: confirmed }] : [],
  )
  const small = rows.length - told.length
  const header = { labelHeader, valueHeader: t('numbers.places.confirmed') }
  return (
    <div>
      {told.length === 0 && <h3>{caption}</h3>}
      {told.length > 0 && <BarList caption={caption} {...header} items={told.slice(0, mostBars)} />}
      {told.length > mostBars && <Others caption={caption} {...header} rows={told.slice(mostBars)} />}
      {small > 0 && <p className="small">{t('numbers.places.small', { count: small })}</p>}
    </div>
  )
}

interface OthersProps {
  caption: string
  labelHeader: string
  valueHeader: string
  rows: readonly { key: string; label: string; value: number }[]
}

function Others({ caption, labelHeader, valueHeader, rows }: OthersProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <details className="chart-table">
      <summary>{t('numbers.places.others', { count: rows.length })}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{labelHeader}</th>
              <th scope="col">{valueHeader}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, value }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{formatNumber(locale, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
