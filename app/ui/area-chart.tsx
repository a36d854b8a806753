import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'
import styles from './drawn.module.css'

/** Where it is between the left edge (0) and the right one (1), and how high. */
export interface ChartPoint {
  at: number
  value: number
}

/** A word below the drawing, or a height that is marked in it. */
export interface ChartTick {
  at: number
  label: string
}

interface AreaChartProps {
  /** What is counted: "Confirmed signatures per day". */
  title: string
  /** Of the drawing, in words, for whoever does not see it. */
  summary: string
  /** Beside the title: the highest day. */
  note?: string | undefined
  /** In order. Columns stand from one point to the next, the last one up to `end`; a line goes through them. */
  points: readonly ChartPoint[]
  end?: number
  shape: 'columns' | 'line'
  /** The last column is still under way: drawn paler. */
  underWay?: boolean
  ticks: readonly ChartTick[]
  /** A goal. It is drawn where the line comes near it. */
  level?: { value: number; label: string } | undefined
  /** The same figures as a table. */
  children?: ReactNode
}

const width = 1000
const height = 300
const to10th = (value: number) => Math.round(value * 10) / 10

const rule = { stroke: 'var(--rule)', vectorEffect: 'non-scaling-stroke' } as const
const goalRule = { ...rule, stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '7 5' } as const
/** Readable on the area too, which a goal that was reached lies in. */
const goalWords = {
  fill: 'var(--ink)',
  fontWeight: 700,
  paintOrder: 'stroke',
  stroke: 'var(--paper)',
  strokeWidth: 6,
  strokeLinejoin: 'round',
} as const

/** Drawn on the server; words and figures are no part of what is stretched, so that they stay readable on a phone. */
export function AreaChart({ title, summary, note, level, children, ...drawn }: AreaChartProps) {
  const locale = useLocale()
  const highest = Math.max(1, level?.value ?? 0, ...drawn.points.map(({ value }) => value))
  const { ticks, y } = yAxis(highest)
  return (
    <figure>
      <figcaption className="small">
        <strong>{title}</strong> {note && <span>{note}</span>}
      </figcaption>
      <div className={styles.plot}>
        <ol aria-hidden="true">
          {ticks.toReversed().map((tick) => (
            <li key={tick}>{formatNumber(locale, tick)}</li>
          ))}
        </ol>
        <svg role="img" aria-label={`${title}. ${summary}`}>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
            <path {...rule} d={ticks.map((tick) => `M0 ${y(tick)}H${width}`).join('')} />
            <Drawn {...drawn} y={y} />
            <path {...rule} stroke="var(--ink)" strokeWidth="2" d={`M0 ${height}H${width}`} />
            {level && <path {...goalRule} d={`M0 ${y(level.value)}H${width}`} />}
          </svg>
          {level && (
            <text {...goalWords} x="0" y={`${to10th((y(level.value) / height) * 100)}%`} dy="-0.4em">
              {level.label}
            </text>
          )}
        </svg>
        <svg aria-hidden="true" fill="currentColor">
          {apart(drawn.ticks).map(({ at, label }) => (
            <text key={at} x={`${to10th(at * 100)}%`} y="1em" textAnchor={anchor(at)}>
              {label}
            </text>
          ))}
        </svg>
      </div>
      {children}
    </figure>
  )
}

type DrawnProps = Pick<AreaChartProps, 'points' | 'shape' | 'underWay' | 'end'> & { y: (value: number) => number }

function Drawn({ points, shape, underWay, end = 1, y }: DrawnProps) {
  if (shape === 'line') return <path fill="var(--voice)" d={below(points, y)} />
  const done = underWay ? points.slice(0, -1) : points
  const last = points.at(-1)
  return (
    <>
      <path fill="var(--voice)" d={columns(done, (underWay && last?.at) || end, y)} />
      {underWay && last && <path fill="var(--voice)" fillOpacity="0.4" d={columns([last], end, y)} />}
    </>
  )
}

function below(points: readonly ChartPoint[], y: DrawnProps['y']) {
  const along = line<ChartPoint>(
    ({ at }) => to10th(at * width),
    ({ value }) => y(value),
  )
  const last = points.at(-1)
  return last ? `${along([...points])}V${height}H0z` : ''
}

/** No curve between two columns, nothing happened there. Written as short as it can be: most of the page is this. */
function columns(points: readonly ChartPoint[], end: number, y: DrawnProps['y']) {
  const [first] = points
  if (!first) return ''
  const steps = points.map(({ value }, place) => `V${y(value)}H${to10th((points[place + 1]?.at ?? end) * width)}`)
  return `M${to10th(first.at * width)} ${height}${steps.join('')}V${height}z`
}

function yAxis(highest: number) {
  const steps = highest < 3 ? highest : 3
  const scale = scaleLinear().domain([0, highest]).nice(steps).range([height, 0])
  return { ticks: scale.ticks(steps).filter(Number.isInteger), y: (value: number) => to10th(scale(value)) }
}

/** A word at the edge stays inside. */
function anchor(at: number) {
  if (at < 0.08) return 'start'
  return at > 0.92 ? 'end' : 'middle'
}

/** How wide a word is at most on the narrowest screen. */
const word = 0.19

const startOf = (at: number) => at - { start: 0, middle: word / 2, end: word }[anchor(at)]

const isTouched = ({ at }: ChartTick, before: ChartTick | undefined) =>
  before !== undefined && startOf(at) < startOf(before.at) + word

/** Every one, every second, every fourth: so many that none touches the next. A single one left out would look like a gap in time. */
const apart = (ticks: readonly ChartTick[]): readonly ChartTick[] =>
  ticks.some((tick, place) => isTouched(tick, ticks[place - 1]))
    ? apart(ticks.filter((_, place) => place % 2 === 0))
    : ticks
