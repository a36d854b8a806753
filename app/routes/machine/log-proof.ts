import { inclusionOf } from '#app/features/proof/queries/log.server.ts'
import { pairLoader } from './log-answer.server.ts'
import { methodNotAllowed } from './reply.server.ts'

export const loader = pairLoader({
  names: ['index', 'size'],
  judge: ([index, size], head) => {
    if (size > head.size || size === 0) return { parameter: 'size', allowed: `from 1 to ${head.size}` }
    return index >= size ? { parameter: 'index', allowed: 'below size' } : null
  },
  answer: async (campaignId, [index, size]) => ({ index, size, proof: await inclusionOf(campaignId, [index, size]) }),
})

export const action = methodNotAllowed
