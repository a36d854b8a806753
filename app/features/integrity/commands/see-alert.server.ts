import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

/** Somebody has looked: the alert is closed, and the same is not told again for an hour. @returns whether it was open */
export function seeAlert(actor: Actor, id: number, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.alert.updateMany({
      where: { id, seenAt: null },
      data: { seenAt: now, seenById: actor.id },
    })
    if (count > 0) await appendAudit(tx, { actor, action: 'alert.seen', subject: `alert:${id}` }, now)
    return count > 0
  })
}
