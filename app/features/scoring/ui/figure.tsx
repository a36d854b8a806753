import type { State } from '../rules/score.ts'
import styles from './scoring.module.css'

const hands = 5
/** A person is a stroke of the tally, with a head; no two hands draw it alike. */
const bodies = ['q1.4 10-.6 20.5', 'q-1.6 9 .8 20', 'q.4 11 1.6 20.5', 'q-1 10-1.4 19.6', 'q1.8 9 .2 20.2'] as const

/** Drawn once, used a hundred times. */
export const Figures = () => (
  <svg className={styles.sprite} aria-hidden="true">
    {bodies.map((body, hand) => (
      <symbol key={body} id={`person-${hand}`} viewBox="0 0 24 36">
        <circle cx={12 + ((hand * 7) % 3) - 1} cy="6.5" r="4.2" />
        <path d={`M12 12.5${body}`} />
      </symbol>
    ))}
    <symbol id="struck" viewBox="0 0 24 36">
      <path d="M2 29q9.5-4.5 20-11" />
    </symbol>
  </svg>
)

/** One person: boxed and struck through when flagged, filled when there was something to find. */
export const Figure = ({ number, state }: { number: number; state?: State }) => (
  <span className={styles.figure} data-state={state} data-figure={number} aria-hidden="true">
    <svg viewBox="0 0 24 36" focusable="false">
      <use href={`#person-${number % hands}`} />
      <use href="#struck" className={styles.struck} />
    </svg>
  </span>
)
