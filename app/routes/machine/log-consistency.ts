import { consistencyOf } from '#app/features/proof/queries/log.server.ts'
import { pairLoader } from './log-answer.server.ts'
import { methodNotAllowed } from './reply.server.ts'

export const loader = pairLoader({
  names: ['first', 'second'],
  judge: ([first, second], head) => {
    if (second > head.size) return { parameter: 'second', allowed: `at most ${head.size}` }
    return first === 0 || first > second ? { parameter: 'first', allowed: 'from 1 to second' } : null
  },
  answer: async (campaignId, [first, second]) => ({
    first,
    second,
    proof: await consistencyOf(campaignId, [first, second]),
  }),
})

export const action = methodNotAllowed
