/** A testimony left alone for this long is free again for someone else. */
export const claimMinutes = 30

/** Held for less than this since the last gesture, a testimony is not taken over: somebody is reading. */
export const takeOverAfterMinutes = 5

/** After this many weeks in the queue a testimony is shown as late. */
export const lateAfterWeeks = 2

export interface Claim {
  claimedById: string | null
  claimedUntil: Date | null
}

export type ClaimState = 'free' | 'mine' | 'another'

/** Who holds a testimony at that instant, seen by one person. */
export function claimSeenBy(actorId: string, { claimedById, claimedUntil }: Claim, now: Date): ClaimState {
  if (claimedById === null || claimedUntil === null || claimedUntil <= now) return 'free'
  return claimedById === actorId ? 'mine' : 'another'
}

/** A claim that ends at or before that many milliseconds from now was not touched for long enough to be taken over. */
export const takeOverMilliseconds = (claimMinutes - takeOverAfterMinutes) * 60_000

/** Whether somebody else's claim may be taken over now. */
export const mayTakeOver = (claimedUntil: Date | null, now: Date): boolean =>
  claimedUntil !== null && claimedUntil.getTime() - now.getTime() <= takeOverMilliseconds

export interface Holding {
  kind: string
  /** Whoever took the step; in a history as somebody sees it, `null` is themself. */
  who: string | null
  reason: string | null
}

const holdings = new Set(['claimed', 'released', 'drafted', 'taken-over'])

/**
 * The reason for which somebody took over what `me` held, until `me` holds it again; `null` when nobody did.
 * @param steps in their order
 */
export function takenFrom(steps: readonly Holding[], me: string | null): string | null {
  const about = steps.filter(({ kind }) => holdings.has(kind))
  const mine = about.findLastIndex(({ who }) => who === me)
  const last = about[mine]
  const after = about[mine + 1]
  if (!last || last.kind === 'released' || after?.kind !== 'taken-over') return null
  return after.reason
}

/** Stories opened within an hour after which a pause is suggested. */
export const pauseAfter = 20
const paceWindow = 3_600_000

export interface Pace {
  read: number
  /** How many until a pause is suggested; 0: it is. */
  left: number
}

/** Of the times at which stories were opened, those of the last hour. */
export const withinTheHour = (opened: readonly number[], now: number): number[] =>
  opened.filter((at) => at <= now && now - at < paceWindow)

export const paceOf = (read: number): Pace => ({ read, left: read < pauseAfter ? pauseAfter - read : 0 })
