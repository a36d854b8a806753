import type { LogEvent } from './entry.ts'

/** What the database noted of a signature: it came into the count or left it, and whether its person left with it. */
export const turns = ['in', 'out', 'withdrawn', 'gone', 'forget'] as const
export type Turn = (typeof turns)[number]

/** What a turn is called in the log; `null` when the count did not change. Only the first time that somebody counts is a confirmation. */
export function eventOf(turn: Turn, hasCounted: boolean): LogEvent | null {
  if (turn === 'in') return hasCounted ? 'restore' : 'confirm'
  if (turn === 'forget') return null
  return turn === 'withdrawn' ? 'withdraw' : 'invalidate'
}

/** After these nothing must be left that leads from a leaf to its person. */
export const forgets = (turn: Turn): boolean => turn === 'withdrawn' || turn === 'gone' || turn === 'forget'

/** How often each event stands in a log. */
export type Tally = Record<LogEvent, number>

/** What a log says is counted. */
export const counted = ({ confirm, withdraw, invalidate, restore }: Tally): number =>
  confirm - withdraw - invalidate + restore
