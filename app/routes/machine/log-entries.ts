import { entriesOf } from '#app/features/proof/queries/log.server.ts'
import { mostEntries } from '#app/features/proof/schema.ts'
import { pairLoader } from './log-answer.server.ts'
import { methodNotAllowed } from './reply.server.ts'

/** Both ends are included. At most so many entries come at a time: who asks for more is given the first of them (RFC 9162 §5.6). */
export const loader = pairLoader({
  names: ['start', 'end'],
  judge: ([start, end], { size }) => {
    if (start >= size) return { parameter: 'start', allowed: `below the size of the log, ${size}` }
    return end < start ? { parameter: 'end', allowed: 'not below start' } : null
  },
  answer: async (campaignId, [start, end]) => ({
    entries: await entriesOf(campaignId, [start, Math.min(end, start + mostEntries - 1)]),
  }),
})

export const action = methodNotAllowed
