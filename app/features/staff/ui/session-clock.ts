import { sessionLimits } from '../rules.ts'

const minute = 60_000

/** Shorter than the five minutes after which a colleague may take over what somebody types in. */
export const keptEvery = 4 * minute
/** So long before the end somebody is told. */
export const warnedBefore = 2 * minute

export interface SessionTimes {
  /** The last request, of whichever tab. */
  usedAt: number
  /** When the session ends however much it is used. */
  endsAt: number
}

/** fine · idle: about to end for want of a gesture · twelve: about to end because it is old · over */
export type SessionState = 'fine' | 'idle' | 'twelve' | 'over'

/** How the session stands at that instant; all in milliseconds since 1970. */
export function sessionStateAt({ usedAt, endsAt }: SessionTimes, now: number): SessionState {
  const idleEnd = usedAt + sessionLimits.idle
  if (now >= Math.min(idleEnd, endsAt)) return 'over'
  if (endsAt - now <= warnedBefore) return 'twelve'
  return idleEnd - now <= warnedBefore ? 'idle' : 'fine'
}

/** Whether somebody who types now should be heard by the server. */
export const isKeepDue = ({ usedAt }: SessionTimes, now: number): boolean => now - usedAt >= keptEvery
