import { may, type Actor } from '#app/features/staff/policy.ts'

export interface Proposal {
  /** `null`: nobody has proposed it. */
  proposedById: string | null
}

/** Four eyes: whoever proposed a text does not decide on it. An owner is no exception. */
export const mayDecideOn = (actor: Pick<Actor, 'id' | 'role'>, { proposedById }: Proposal): boolean =>
  may(actor, 'moderate') && proposedById !== null && proposedById !== actor.id
