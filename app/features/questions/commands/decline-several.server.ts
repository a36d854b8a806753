import type { DeclineSeveral } from '../schema.ts'
import { takeAskedStep, type AskedHands } from './take-asked-step.server.ts'

/** Declines each as it was displayed, with the same reason; what somebody changed meanwhile, or this session does not open, is left alone. */
export async function declineSeveral({ chosen, reason }: DeclineSeveral, hands: Omit<AskedHands, 'id'>) {
  let done = 0
  for (const { id, revision } of chosen) {
    const step = { intent: 'decline' as const, revision, reason, declineWords: '' }
    if ((await takeAskedStep(step, { ...hands, id })).outcome === 'declined') done += 1
  }
  return { done, left: chosen.length - done }
}
