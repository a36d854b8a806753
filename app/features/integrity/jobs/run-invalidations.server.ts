import { db } from '#app/infra/db/prisma.server.ts'
import type { Listener } from '#app/infra/db/listen.server.ts'
import { lookSoon } from '#app/infra/db/look-soon.server.ts'
import { runBatch } from '../commands/run-invalidation.server.ts'

const underWay = ['counting', 'running', 'undoing'] as const

async function waiting(): Promise<number[]> {
  const found = await db().invalidation.findMany({
    where: { state: { in: [...underWay] }, paused: false },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return found.map(({ id }) => id)
}

export interface Running {
  now: Date
  /** Ends the run between two batches. */
  signal?: AbortSignal
}

/**
 * Takes every rule under way to its end, batch by batch. Several processes may run: each batch belongs to one. Asks after each
 * whether the rule is still wanted.
 */
export async function runInvalidations({ now, signal }: Running): Promise<void> {
  const given = Date.now()
  for (const id of await waiting())
    while (!signal?.aborted) {
      // The time that was given, moved on by what has passed since.
      const outcome = await runBatch(id, new Date(now.getTime() + Date.now() - given))
      if (outcome !== 'went-on') break
    }
}

/** Begins what is asked for at once, instead of at the next minute of the timetable. */
export const followInvalidations = (signal: AbortSignal): Listener =>
  lookSoon({
    channel: 'integrity',
    pause: 0,
    look: async (now) => (signal.aborted ? undefined : runInvalidations({ now, signal })),
    fault: 'a rule could not go on',
  })
