import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { AreaChart } from '#app/ui/area-chart.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Readings } from '#app/ui/readings.tsx'
import { namedOnAxis } from '../axis.ts'
import type { OverTime } from '../over-time.server.ts'
import type { Grain, Period } from '../periods.ts'
import { goalAhead } from '../rules.ts'
import { nameOfPeriod, shortNameOfPeriod } from './period-words.ts'
import { PeriodsTable } from './periods-table.tsx'

interface TimeReadingsProps {
  time: OverTime
  confirmed: number
  goals: readonly { threshold: number }[]
}

/** How a count came to be: period by period, by the hour where that tells something, and as a total on its way to a goal. */
export function TimeReadings({ time, confirmed, goals }: TimeReadingsProps) {
  const t = useT()
  if (confirmed === 0) return <Empty title={t('numbers.days.empty')} />
  const byPeriod = { name: 'period', label: t(`figures.time.by.${time.grain}`), content: <ByPeriod time={time} /> }
  const total = { name: 'total', label: t('figures.time.total'), content: <Total {...{ time, confirmed, goals }} /> }
  const first = time.firstHours.length > 0 && {
    name: 'first-hours',
    label: t(time.isYoung ? 'figures.time.by.hour' : 'figures.time.firstHours'),
    content: (
      <Columns
        title={t(time.isYoung ? 'figures.time.title.hour' : 'figures.time.firstHoursTitle')}
        grain="hour"
        periods={time.firstHours}
        atLeast={24}
        underWay={time.isYoung && time.underWay}
      />
    ),
  }
  const last = time.lastHours.some(({ value }) => value > 0) && {
    name: 'last-hours',
    label: t('figures.time.lastHours'),
    content: (
      <Columns title={t('figures.time.lastHoursTitle')} grain="hour" periods={time.lastHours} atLeast={24} underWay />
    ),
  }
  const readings = time.isYoung ? [first, total, byPeriod] : [byPeriod, total, first, last]
  return <Readings label={t('figures.time.label')} readings={readings.filter((reading) => reading !== false)} />
}

function ByPeriod({ time }: { time: OverTime }) {
  const t = useT()
  const locale = useLocale()
  const note = time.peak
    ? t('figures.time.peak', {
        day: formatDay(locale, time.peak.key),
        number: formatNumber(locale, time.peak.value),
      })
    : undefined
  return (
    <Columns
      title={t(`figures.time.title.${time.grain}`)}
      grain={time.grain}
      periods={time.periods}
      atLeast={7}
      note={note}
      withTotal
      underWay={time.underWay}
    />
  )
}

interface ColumnsProps {
  title: string
  grain: Grain
  periods: readonly Period[]
  /** Fewer columns than this leave room for those to come. */
  atLeast: number
  note?: string | undefined
  withTotal?: boolean
  underWay: boolean
}

function Columns({ title, grain, periods, atLeast, note, withTotal, underWay }: ColumnsProps) {
  const t = useT()
  const locale = useLocale()
  const wide = Math.max(atLeast, periods.length)
  const name = (key = '') => nameOfPeriod(locale, grain, key)
  const sum = periods.reduce((all, { value }) => all + value, 0)
  const words = t('figures.time.summary', {
    from: name(periods[0]?.key),
    to: name(periods.at(-1)?.key),
    number: formatNumber(locale, sum),
  })
  return (
    <AreaChart
      title={title}
      note={note}
      summary={note === undefined ? words : `${words} ${note}.`}
      shape="columns"
      points={periods.map(({ value }, place) => ({ at: place / wide, value }))}
      end={periods.length / wide}
      underWay={underWay}
      ticks={namedOnAxis(grain, periods).flatMap((place) => {
        const key = periods[place]?.key
        return key === undefined ? [] : [{ at: place / wide, label: shortNameOfPeriod(locale, grain, key) }]
      })}
    >
      {underWay && <p className="small">{t(`figures.time.underWay.${grain}`)}</p>}
      <PeriodsTable caption={title} grain={grain} periods={periods} {...(withTotal ? { before: 0 } : {})} />
    </AreaChart>
  )
}

/** A height is drawn from here on: before, the line would lie flat at the bottom, or stand on the ground. */
const nearEnough = 0.3

/** The goal ahead when the line comes near it, else the last one that was reached, unless that is long ago. */
function goalDrawn(goals: TimeReadingsProps['goals'], confirmed: number) {
  const ahead = goalAhead(goals, confirmed)?.threshold ?? 0
  if (ahead > confirmed && confirmed >= ahead * nearEnough) return { value: ahead, reached: false }
  const last = goals.findLast(({ threshold }) => threshold <= confirmed)?.threshold
  return last !== undefined && last >= confirmed * nearEnough ? { value: last, reached: true } : null
}

function Total({ time, confirmed, goals }: TimeReadingsProps) {
  const t = useT()
  const locale = useLocale()
  const say = (value: number) => ({ number: formatNumber(locale, value) })
  const ahead = goalAhead(goals, confirmed)?.threshold ?? 0
  const goal = goalDrawn(goals, confirmed)
  const isFar = ahead > confirmed && goal?.value !== ahead
  return (
    <AreaChart
      title={t('figures.time.title.total')}
      note={isFar ? t('figures.time.goalFar', say(ahead)) : undefined}
      summary={t('figures.time.totalSummary', {
        from: formatDay(locale, time.firstDay ?? ''),
        to: formatDay(locale, time.lastDay ?? ''),
        ...say(confirmed),
      })}
      shape="line"
      points={time.total}
      level={
        goal
          ? {
              value: goal.value,
              label: t(goal.reached ? 'figures.time.goalReached' : 'figures.time.goal', say(goal.value)),
            }
          : undefined
      }
      ticks={namedOnAxis(time.grain, time.periods).flatMap((place) => {
        const key = time.periods[place]?.key
        const at = place / time.periods.length
        return key === undefined ? [] : [{ at, label: shortNameOfPeriod(locale, time.grain, key) }]
      })}
    >
      <p className="small">{t('figures.time.totalTable', { reading: t(`figures.time.by.${time.grain}`) })}</p>
    </AreaChart>
  )
}
