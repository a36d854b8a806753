import { testimonyStates } from '#app/features/testimonies/schema.ts'
import type { BulkStep, Displayed } from '../desk-steps.ts'
import { releaseTestimony } from './claim-testimony.server.ts'
import { declineTestimony } from './close-testimony.server.ts'
import { holdTestimony } from './set-aside.server.ts'
import type { Hands, Refusal } from './settle.server.ts'

export type BulkIntent = Extract<BulkStep, { chosen: unknown }>

export interface BulkOutcome {
  done: number
  refused: { id: string; outcome: Refusal['outcome'] | 'day-not-ahead' }[]
}

async function one(step: BulkIntent, { draftVersion, state }: Displayed, hands: Hands) {
  const shownState = testimonyStates.find((known) => known === state)
  if (!shownState) return { outcome: 'someone-was-faster' as const }
  switch (step.intent) {
    case 'bulk-hold':
      return holdTestimony({ draftVersion, shownState, reason: step.bulkHoldReason, until: null, note: null }, hands)
    case 'bulk-decline':
      return declineTestimony({ draftVersion, shownState, reason: step.bulkReason, note: null }, hands)
    case 'bulk-release':
      return releaseTestimony(hands)
  }
}

/**
 * The same step on each of those that were chosen on the screen, and on no other. Each is a step of its own, with its own
 * decision and entry: what changed since it was displayed is refused and listed, the others are done.
 */
export async function takeBulkStep(step: BulkIntent, hands: Omit<Hands, 'testimonyId'>): Promise<BulkOutcome> {
  const bulk: BulkOutcome = { done: 0, refused: [] }
  for (const displayed of step.chosen) {
    // One after the other: each appends to the same chain.
    const { outcome } = await one(step, displayed, { ...hands, testimonyId: displayed.id, unseen: true })
    if (outcome === 'held' || outcome === 'declined' || outcome === 'released') bulk.done += 1
    else bulk.refused.push({ id: displayed.id, outcome })
  }
  return bulk
}
