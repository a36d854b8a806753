import type { RefuseSeveral } from '../schema/reply.ts'
import { takeReplyStep, type ReplyHands } from './take-reply-step.server.ts'

/** Refuses each as it was displayed, with the same reason and words; what somebody changed meanwhile is left alone. */
export async function refuseSeveral({ chosen, reason, words }: RefuseSeveral, hands: Omit<ReplyHands, 'id'>) {
  let done = 0
  for (const { id, revision } of chosen) {
    const step = { intent: 'refuse' as const, revision, reason, words }
    if ((await takeReplyStep(step, { ...hands, id })).outcome === 'refused') done += 1
  }
  return { done, left: chosen.length - done }
}
