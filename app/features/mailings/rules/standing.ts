/** How the news of one campaign stand for one reader. */
export type NewsStanding =
  /** `waiting`: asked for, not confirmed yet; `left-alone`: this site writes no news to that mailbox; `sample`: of a test letter. */
  { is: 'subscribed' | 'waiting' | 'left' | 'left-all' | 'left-alone' | 'sample' } | { is: 'paused'; until: Date }

interface Known {
  state: string
  pausedUntil: Date | null
  leftAll: boolean
  leftAlone: boolean
}

/** What a reader is told. A block is told without its reason: the link may have been passed on. */
export function standingOf({ state, pausedUntil, leftAll, leftAlone }: Known): NewsStanding {
  if (leftAlone || state === 'bounced' || state === 'complained') return { is: 'left-alone' }
  if (state === 'paused' && pausedUntil) return { is: 'paused', until: pausedUntil }
  if (state === 'active') return { is: 'subscribed' }
  if (state === 'pending') return { is: 'waiting' }
  return { is: leftAll ? 'left-all' : 'left' }
}

/** As a page gets it. */
export type ShownStanding = { is: NewsStanding['is']; until: string | null }

export const shownStanding = (standing: NewsStanding): ShownStanding => ({
  is: standing.is,
  until: standing.is === 'paused' ? standing.until.toISOString() : null,
})
