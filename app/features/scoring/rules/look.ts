import type { State } from './score.ts'

/** How a person is drawn, whatever the colours of the day. The box is another one in each state: no state is told by colour alone. */
export const looks: Readonly<Record<State, { stroke: string; fill: string }>> = {
  hit: { stroke: 'var(--paper)', fill: 'none' },
  falseAlarm: { stroke: 'var(--voice)', fill: 'none' },
  missed: { stroke: 'var(--ink)', fill: 'var(--ink)' },
  leftAlone: { stroke: 'var(--ink-2)', fill: 'none' },
}
