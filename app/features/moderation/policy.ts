import { may, type Actor } from '#app/features/staff/policy.ts'

export interface Proposal {
  /** `null`: nobody has proposed it. */
  proposedById: string | null
}

/** Four eyes: whoever proposed a text does not decide on it. An owner is no exception. */
export const mayDecideOn = (actor: Pick<Actor, 'id' | 'role'>, { proposedById }: Proposal): boolean =>
  may(actor, 'moderate') && proposedById !== null && proposedById !== actor.id

export interface Written {
  kind: string
  /** `null`: somebody who is not of the team any more. */
  staffId: string | null
}

/**
 * Four eyes again: the last proposal is theirs, and nobody else has written since. Saving one's own proposal once more makes
 * it nobody else's.
 * @param steps those that wrote a version, `proposed` or `drafted`, in the order of the versions
 */
export function standsAsProposedBy(actorId: string, steps: readonly Written[]): boolean {
  const sinceOthers = steps.slice(steps.findLastIndex(({ staffId }) => staffId !== actorId) + 1)
  return sinceOthers.some(({ kind }) => kind === 'proposed')
}
