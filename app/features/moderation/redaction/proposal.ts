import { z } from 'zod'
import { besideChanges, type Beside } from '#app/features/testimonies/beside.ts'
import {
  countOf,
  foundIn,
  sameText,
  workingFields,
  workingText,
  type Appearing,
  type WorkingField,
} from './working-text.ts'

/** What stands between a text and its proposal: the fields in which something must not stay, and a look that nobody took. */
export interface Obstacles {
  stops: WorkingField[]
  notLookedAt: boolean
}

/**
 * What the guard forbids blocks; what it doubts takes somebody's word. `lookedAt` is how many of those were counted when the
 * box was ticked: a tick for three does not stand for five.
 */
export function obstaclesTo(draft: Appearing, lookedAt: string | undefined): Obstacles {
  const found = foundIn(workingText(draft))
  const { warns } = countOf(found)
  return {
    stops: workingFields.filter((field) => found.some((one) => one.field === field && one.severity === 'stop')),
    notLookedAt: warns > 0 && lookedAt !== String(warns),
  }
}

/** Why a text is not proposed as it stands; `null`: nothing in it stands in the way. */
export function refusedProposal(draft: Appearing, lookedAt: string | undefined) {
  const { stops, notLookedAt } = obstaclesTo(draft, lookedAt)
  if (stops.length > 0) return { outcome: 'points-to-someone' as const }
  return notLookedAt ? { outcome: 'not-looked-at' as const } : null
}

type Proposal = Appearing & { beside: Beside }

/** The same words and the same beside them: whoever said no to the one said no to the other. */
export const isSameProposal = (one: Proposal, other: Proposal): boolean =>
  sameText(one, other) && besideChanges(one.beside, other.beside).every(({ kind }) => kind === 'same')

/** What the guard forbids and a text holds all the same: its rules may be younger than the proposal. */
export const stopsLeft = (draft: Appearing): number => countOf(foundIn(workingText(draft))).stops

/** Whoever publishes what the guard forbids says so, for as many as were shown to them. */
export const mayPublish = (draft: Appearing, lookedAt: string | undefined): boolean => {
  const stops = stopsLeft(draft)
  return stops === 0 || lookedAt === String(stops)
}

/** How many were counted when somebody said that they looked at them. */
export const lookedAt = { lookedAt: z.string().optional() }

/** What the guard forbids is refused next to its field; what it doubts, next to the tick that is missing. */
export function refuseWhatPointsToSomeone(
  proposal: Appearing & { lookedAt?: string | undefined },
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const { stops, notLookedAt } = obstaclesTo(proposal, proposal.lookedAt)
  for (const field of stops)
    context.addIssue({ code: 'custom', path: [field], message: 'moderation.redaction.errors.stop' })
  if (notLookedAt)
    context.addIssue({ code: 'custom', path: ['lookedAt'], message: 'moderation.redaction.errors.lookedAt' })
}
