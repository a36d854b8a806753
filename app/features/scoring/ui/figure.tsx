import { looks } from '../rules/look.ts'
import type { State } from '../rules/score.ts'

const hands = 5
const viewBox = '0 0 32 36'
/** A person is a stroke of the tally, with a head; no two hands draw it alike. */
const bodies = ['q1.4 10-.6 20.5', 'q-1.6 9 .8 20', 'q.4 11 1.6 20.5', 'q-1 10-1.4 19.6', 'q1.8 9 .2 20.2'] as const
const box = { x: 1, y: 1, width: 30, height: 34, strokeWidth: 2 } as const

/** The fifth stroke of a tally, through a person. */
const struck = <path d="M6 28.5q9.5-4.5 20-11" fill="none" strokeWidth="2.6" strokeLinecap="round" />

/** Drawn once, used a hundred times. Colours come along as attributes, so that the stylesheet stays small. */
export const Figures = () => (
  <svg className="visually-hidden" aria-hidden="true">
    {bodies.map((body, hand) => (
      <symbol key={body} id={`person-${hand}`} viewBox={viewBox}>
        <circle cx={16 + ((hand * 7) % 3) - 1} cy="7.5" r="4.2" strokeWidth="2.6" />
        <path d={`M16 13${body}`} fill="none" strokeWidth="2.6" strokeLinecap="round" />
      </symbol>
    ))}
    <symbol id="box-hit" viewBox={viewBox}>
      <rect {...box} fill="var(--ink)" stroke="var(--ink)" />
      {struck}
    </symbol>
    <symbol id="box-falseAlarm" viewBox={viewBox}>
      <rect {...box} fill="none" />
      {struck}
    </symbol>
    <symbol id="box-missed" viewBox={viewBox}>
      <rect {...box} fill="none" strokeDasharray="4 3" />
    </symbol>
  </svg>
)

interface FigureProps {
  number: number
  state: State
  /** In pixels; as wide as its place without one. */
  width?: number
}

/** One person: boxed and struck through when flagged, filled when there was something to find. */
export const Figure = ({ number, state, width }: FigureProps) => (
  <span data-state={state} data-figure={number} aria-hidden="true">
    <svg viewBox={viewBox} width={width} focusable="false" {...looks[state]}>
      <use href={`#box-${state}`} />
      <use href={`#person-${number % hands}`} />
    </svg>
  </span>
)
