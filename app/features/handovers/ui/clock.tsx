import { daysBetween } from '#app/i18n/calendar.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { articlesOf, articlesReadOn, type Basis, type Clock } from '../rules/clock.ts'
import styles from './clock.module.css'

export interface Timed {
  deliveredOn: string | null
  dueOn: string | null
  answeredOn: string | null
  clock: Clock | null
  due: { basis: Basis | null; source: string; url: string | null }
}

/** How long it has been, in a sentence or two. Empty before the delivery. */
export function useClockWords(): (clock: Clock | null, dueOn: string | null) => string {
  const t = useT()
  const locale = useLocale()
  const days = (key: MessageKey, count: number) => t(key, { count, number: formatNumber(locale, count) })
  return (clock, dueOn) => {
    if (!clock) return ''
    const { phase, waited, dueIn, silentFor, late } = clock
    if (phase === 'delivered') return `${days('clock.waited', waited)} ${t('clock.noDay')}`
    if (phase === 'waiting')
      return `${days('clock.waited', waited)} ${dueIn === 0 ? t('clock.dueToday') : days('clock.dueIn', dueIn ?? 0)}`
    if (phase === 'silent') return `${days('clock.silent', silentFor ?? 0)} ${days('clock.waited', waited)}`
    const answered = waited === 0 ? t('clock.answeredSameDay') : days('clock.answeredAfter', waited)
    if (dueOn === null || late === null) return answered
    return `${answered} ${late === 0 ? t('clock.inTime') : days('clock.late', late)}`
  }
}

const legifrance = (legiarti: string) => `https://www.legifrance.gouv.fr/codes/article_lc/${legiarti}`

/** On what the day rests, with its source. */
export function DueBasis({ due, dueOn }: Pick<Timed, 'due' | 'dueOn'>) {
  const t = useT()
  const locale = useLocale()
  if (dueOn === null) return <p>{t('clock.basis.noDay')}</p>
  const { basis, source, url } = due
  if (basis === null) return <p>{t('clock.basis.unsaid')}</p>
  if (basis === 'other')
    return (
      <p>
        {t('clock.basis.other')} {url ? <a href={url}>{source}</a> : source}
      </p>
    )
  const articles = articlesOf[basis]
  return (
    <>
      <p>{t(`clock.basis.${basis}`)}</p>
      {articles.length > 0 && (
        <p className="small">
          {articles.map(({ name, legiarti }, place) => (
            <span key={legiarti}>
              {place > 0 && ' · '}
              <a href={legifrance(legiarti)}>{name}</a>
            </span>
          ))}
          {'. '}
          {t('clock.readOn', { day: formatDay(locale, articlesReadOn) })}
        </p>
      )}
    </>
  )
}

interface Moment {
  key: 'delivered' | 'due' | 'answered' | 'today'
  day: string
}

/** What happened and will, in order. Today stands in it while there is no answer. */
function momentsOf({ deliveredOn, dueOn, answeredOn }: Timed, today: string): Moment[] {
  if (deliveredOn === null) return []
  const moments: Moment[] = [{ key: 'delivered', day: deliveredOn }]
  if (dueOn !== null) moments.push({ key: 'due', day: dueOn })
  moments.push(answeredOn === null ? { key: 'today', day: today } : { key: 'answered', day: answeredOn })
  return moments.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** The clock of one delivery: words, a drawing, a table that says the same, and on what the day rests. */
export function ClockSection({ timed, today }: { timed: Timed; today: string }) {
  const t = useT()
  const words = useClockWords()
  const moments = momentsOf(timed, today)
  const [first] = moments
  if (!first || !timed.clock) return null
  return (
    <Section id="clock" title={t('clock.title')}>
      <div className={styles.stack}>
        <p className={styles.words}>{words(timed.clock, timed.dueOn)}</p>
        <Drawing moments={moments} />
        <MomentTable moments={moments} from={first.day} />
        <h3>{t('clock.basis.title')}</h3>
        <DueBasis due={timed.due} dueOn={timed.dueOn} />
      </div>
    </Section>
  )
}

const [left, right, line] = [12, 588, 20]

/** No hurry in it: what has passed is solid, what was waited beyond the day is dashed, what is to come is thin. */
function Drawing({ moments }: { moments: readonly Moment[] }) {
  const [start, end] = [moments[0], moments.at(-1)]
  if (!start || !end) return null
  const span = daysBetween(start.day, end.day) || 1
  const at = (day: string) => Math.round(left + (daysBetween(start.day, day) / span) * (right - left))
  const due = moments.find(({ key }) => key === 'due')
  const until = moments.find(({ key }) => key === 'today' || key === 'answered') ?? end
  const inTime = due && due.day < until.day ? due.day : until.day
  return (
    <div className={styles.drawing}>
      <svg viewBox="0 0 600 40" aria-hidden="true" focusable="false">
        <line className={styles.toCome} x1={left} x2={right} y1={line} y2={line} />
        <line className={styles.passed} x1={left} x2={at(inTime)} y1={line} y2={line} />
        {inTime !== until.day && (
          <line className={styles.beyond} x1={at(inTime)} x2={at(until.day)} y1={line} y2={line} />
        )}
        {moments.map(({ key, day }) => (
          <Mark key={key} kind={key} x={at(day)} />
        ))}
      </svg>
      <Names moments={moments} />
    </div>
  )
}

function Mark({ kind, x }: { kind: Moment['key']; x: number }) {
  if (kind === 'due') return <line className={styles.due} x1={x} x2={x} y1={line - 14} y2={line + 14} />
  if (kind === 'today') return <circle className={styles.today} cx={x} cy={line} r="7" />
  return (
    <rect
      className={kind === 'answered' ? styles.answered : styles.start}
      x={x - 8}
      y={line - 8}
      width="16"
      height="16"
    />
  )
}

/** The same marks with their names: where they stand on the line says how far apart they are. */
function Names({ moments }: { moments: readonly Moment[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <ol className={styles.names}>
      {moments.map(({ key, day }) => (
        <li key={key}>
          <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <Mark kind={key} x={20} />
          </svg>
          <span>
            <strong>{t(`clock.moments.${key}`)}</strong> {formatDay(locale, day)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function MomentTable({ moments, from }: { moments: readonly Moment[]; from: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <details>
      <summary>{t('clock.table.title')}</summary>
      <div className={styles.table}>
        <DataTable
          caption={t('clock.table.title')}
          rows={moments}
          keyOf={({ key }) => key}
          empty={{ title: t('clock.noDay') }}
          columns={[
            { key: 'what', label: t('clock.table.what'), render: ({ key }) => t(`clock.moments.${key}`) },
            {
              key: 'day',
              label: t('clock.table.day'),
              tight: true,
              render: ({ day }) => <time dateTime={day}>{formatDay(locale, day)}</time>,
            },
            {
              key: 'since',
              label: t('clock.table.since'),
              numeric: true,
              render: ({ day }) => formatNumber(locale, daysBetween(from, day)),
            },
          ]}
        />
      </div>
    </details>
  )
}
