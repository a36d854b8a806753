/** A testimony left alone for this long is free again for someone else. */
export const claimMinutes = 30

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
