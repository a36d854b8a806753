import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { databaseServer } from '../jobs/place.server.ts'

/**
 * Lets the places that wait send from now on: somebody has looked, and this is not a copy that would write to everyone again.
 * @param actor `null`: whoever is at the command line
 * @returns how many places waited
 */
export async function unlockSending(actor: Actor | null, now: Date): Promise<number> {
  const server = await databaseServer()
  const unlocked = await db().$transaction(async (tx) => {
    const places = await tx.$executeRaw`
      update mail_place set server = ${server}, folder = coalesce(waiting_folder, folder), waiting_since = null, waiting_folder = null, reason = null,
        generation = generation + 1000000 -- more than any folder can know of
      where waiting_since is not null`
    if (places > 0)
      await appendAudit(tx, { actor, action: 'sending.unlocked', subject: 'sending', detail: { places } }, now)
    return places
  })
  if (unlocked > 0) await notify('delivery', '')
  return unlocked
}
