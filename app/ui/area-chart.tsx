import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter } from 'd3-shape'
import { formatDay, formatNumber, formatShortDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from './empty.tsx'

/** `day` as `YYYY-MM-DD`, in order, days without any included. */
export type DayCount = { day: string; value: number }

type AreaChartProps = {
  /** What is counted: "Confirmed signatures per day". */
  title: string
  points: readonly DayCount[]
  /** What to say when there is nothing yet. */
  empty?: string
}

const width = 1000
const height = 300

/** Drawn on the server; words and figures stand outside the drawing so that they stay readable on a phone. */
export function AreaChart({ title, points, empty }: AreaChartProps) {
  const t = useT()
  const locale = useLocale()
  const peak = points.reduce<DayCount | undefined>(
    (best, point) => (!best || point.value > best.value ? point : best),
    undefined,
  )
  if (!peak || peak.value === 0) return <Empty title={empty ?? t('ui.chart.empty')} />
  const { ticks, y } = yAxis(peak.value)
  const shown = { peakDay: formatDay(locale, peak.day), peak: formatNumber(locale, peak.value) }
  return (
    <figure className="chart">
      <figcaption>
        <strong>{title}</strong> {points.length > 1 && <span>{t('ui.chart.peak', shown)}</span>}
      </figcaption>
      <div className="chart-plot">
        <ol className="chart-y" aria-hidden="true">
          {ticks.toReversed().map((tick) => (
            <li key={tick}>{formatNumber(locale, tick)}</li>
          ))}
        </ol>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}. ${useSummary(points, shown)}`}
        >
          <path className="chart-rules" d={ticks.map((tick) => `M0 ${y(tick)}H${width}`).join('')} />
          <path className="chart-area" d={outline(points, y)} />
        </svg>
        <ol className={`chart-x${points.length === 1 ? ' chart-x-single' : ''}`} aria-hidden="true">
          {axisDays(points).map((day) => (
            <li key={day}>{formatShortDay(locale, day)}</li>
          ))}
        </ol>
      </div>
      <ChartTable title={title} points={points} locale={locale} />
    </figure>
  )
}

function yAxis(highest: number) {
  const steps = highest < 3 ? highest : 3
  const scale = scaleLinear().domain([0, highest]).nice(steps).range([height, 0])
  const ticks = scale.ticks(steps).filter(Number.isInteger)
  return { ticks, y: (value: number) => Math.round(scale(value) * 10) / 10 }
}

/** One step per day: no curve between two days, nothing happened there. */
function outline(points: readonly DayCount[], y: (value: number) => number) {
  const band = points.length === 1 ? width / 7 : width / points.length
  const left = points.length === 1 ? (width - band) / 2 : 0
  const last = points.at(-1)
  const closed = last ? [...points, last] : []
  return (
    area<DayCount>(
      (_, place) => Math.round((left + place * band) * 10) / 10,
      height,
      (point) => y(point.value),
    ).curve(curveStepAfter)(closed) ?? ''
  )
}

const axisDays = (points: readonly DayCount[]) => {
  const places =
    points.length < 3 ? points.map((_, place) => place) : [0, Math.floor((points.length - 1) / 2), points.length - 1]
  return places.flatMap((place) => points[place]?.day ?? [])
}

function useSummary(points: readonly DayCount[], shown: { peakDay: string; peak: string }) {
  const t = useT()
  const locale = useLocale()
  const total = formatNumber(
    locale,
    points.reduce((sum, { value }) => sum + value, 0),
  )
  const [from, to] = [points[0]?.day ?? '', points.at(-1)?.day ?? '']
  if (from === to) return t('ui.chart.single', { day: formatDay(locale, from), total })
  return t('ui.chart.summary', { from: formatDay(locale, from), to: formatDay(locale, to), total, ...shown })
}

function ChartTable({ title, points, locale }: { title: string; points: readonly DayCount[]; locale: Locale }) {
  const t = useT()
  return (
    <details className="chart-table">
      <summary>{t('ui.chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="figures">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ui.chart.day')}</th>
              <th scope="col">{t('ui.chart.value')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">
                  <time dateTime={day}>{formatDay(locale, day)}</time>
                </th>
                <td>{formatNumber(locale, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
