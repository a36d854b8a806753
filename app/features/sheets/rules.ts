/** Days before a text must be verified again on which the team is told. */
export const daysOfWarning = 21

/** Whether a text may no longer be shown: the last day to verify it again has passed. Days are `YYYY-MM-DD`. */
export const isExpired = ({ checkBy }: { checkBy: string }, today: string): boolean => today > checkBy

/** Where a text stands for the team. `warnFrom` is today and `daysOfWarning` on. */
export type SheetStanding = 'draft' | 'current' | 'soon' | 'expired' | 'retired'

interface Stood {
  version: number
  retired: boolean
  checkBy: string
}

export function standingOf(
  { version, retired, checkBy }: Stood,
  { today, warnFrom }: { today: string; warnFrom: string },
): SheetStanding {
  if (retired) return 'retired'
  if (version === 0) return 'draft'
  if (isExpired({ checkBy }, today)) return 'expired'
  return checkBy <= warnFrom ? 'soon' : 'current'
}

/** Why a day cannot be the one by which a text is verified again; `null` when it can. A year and a half is the most: laws change yearly. */
export const checkByFault = (checkBy: string, { today, furthest }: { today: string; furthest: string }) => {
  if (checkBy <= today) return 'sheets.errors.checkByPast'
  return checkBy > furthest ? 'sheets.errors.checkByFar' : null
}
export const monthsUntilCheck = 18
