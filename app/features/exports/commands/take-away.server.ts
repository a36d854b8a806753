import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { listedFor, waitsFor } from '../rules.ts'
import { gone } from './steer-export.server.ts'

/** Deletes the files whose time is over, with their keys, ends what nobody agreed to, and forgets the lines of last season. @returns how many ended */
export async function expireExports(now: Date): Promise<number> {
  const over = await db().exportJob.findMany({
    where: {
      OR: [
        { state: 'ready', expiresAt: { lte: now } },
        { state: 'waiting', requestedAt: { lte: new Date(now.getTime() - waitsFor) } },
      ],
    },
    select: { id: true, state: true },
  })
  for (const { id, state } of over)
    await db().$transaction(async (tx) => {
      const { count } = await tx.exportJob.updateMany({
        where: { id, state },
        data: { state: 'expired', endedAt: now, ...gone },
      })
      if (count === 0) return
      await tx.exportChunk.deleteMany({ where: { exportId: id } })
      await appendAudit(tx, { actor: null, action: 'export.expired', subject: `export:${id}` }, now)
    })
  await db().exportJob.deleteMany({ where: { endedAt: { lte: new Date(now.getTime() - listedFor) } } })
  return over.length
}
