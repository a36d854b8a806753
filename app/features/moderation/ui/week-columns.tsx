import { scaleLinear } from 'd3-scale'
import { formatNumber, formatShortDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { WeekFigures } from '../overview.ts'
import styles from './desk.module.css'

const width = 600
const height = 160
const gap = 0.15

/** Two columns for each week: what came, and what was decided. Drawn on the server, with the figures as a table below. */
export function WeekColumns({ weeks }: { weeks: readonly WeekFigures[] }) {
  const t = useT()
  const locale = useLocale()
  const most = Math.max(1, ...weeks.flatMap(({ received, decided }) => [received, decided]))
  const y = scaleLinear().domain([0, most]).nice(3).range([0, height])
  const band = width / Math.max(1, weeks.length)
  const column = (band * (1 - 2 * gap)) / 2
  const sum = (of: (week: WeekFigures) => number) => {
    const count = weeks.reduce((total, week) => total + of(week), 0)
    return { count, number: formatNumber(locale, count) }
  }
  const summary = t('moderation.desk.overview.volumeSummary', {
    received: t(
      'moderation.desk.overview.sumReceived',
      sum(({ received }) => received),
    ),
    decided: t(
      'moderation.desk.overview.sumDecided',
      sum(({ decided }) => decided),
    ),
  })
  const bar = (value: number, x: number) => {
    const tall = Math.round(y(value) * 10) / 10
    return `M${x.toFixed(1)} ${height}v-${tall}h${column.toFixed(1)}v${tall}z`
  }
  return (
    <figure className={styles.weeks}>
      <figcaption>
        <h2>{t('moderation.desk.overview.volume')}</h2>
        <p>{summary}</p>
        <ul className={styles.legend} aria-hidden="true">
          <li data-figure="received">{t('moderation.desk.overview.received')}</li>
          <li data-figure="decided">{t('moderation.desk.overview.decided')}</li>
        </ul>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        <path className={styles.received} d={weeks.map((w, n) => bar(w.received, (n + gap) * band)).join('')} />
        <path className={styles.decided} d={weeks.map((w, n) => bar(w.decided, (n + gap) * band + column)).join('')} />
        <path className={styles.ground} d={`M0 ${height}H${width}`} />
      </svg>
      <ol className={styles.axis} aria-hidden="true">
        {weeks
          .filter((_, place) => place === 0 || place === weeks.length - 1)
          .map(({ week }) => (
            <li key={week}>{formatShortDay(locale, week)}</li>
          ))}
      </ol>
      <WeekTable weeks={weeks} />
    </figure>
  )
}

function WeekTable({ weeks }: { weeks: readonly WeekFigures[] }) {
  const t = useT()
  const locale = useLocale()
  const title = t('moderation.desk.overview.volume')
  return (
    <details className="chart-table">
      <summary>{t('moderation.desk.overview.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="figures">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('moderation.desk.overview.week')}</th>
              <th scope="col">{t('moderation.desk.overview.received')}</th>
              <th scope="col">{t('moderation.desk.overview.decided')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, received, decided }) => (
              <tr key={week}>
                <th scope="row">{formatShortDay(locale, week)}</th>
                <td>{formatNumber(locale, received)}</td>
                <td>{formatNumber(locale, decided)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
