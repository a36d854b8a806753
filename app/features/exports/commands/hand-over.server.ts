import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { fileBytes } from '../queries/exports.server.ts'
import { permissionFor } from '../rules.ts'
import { exportKinds } from '../schema.ts'

export interface HandedOver {
  name: string
  bytes: number
  content: AsyncGenerator<Buffer>
}

/**
 * Hands a file that is ready to whoever asked for it, and notes it in the trail first. `null`: there is none for them, it is over,
 * or their role no longer grants it.
 */
export async function handOver(actor: Actor, id: string, now: Date): Promise<HandedOver | null> {
  return db().$transaction(async (tx) => {
    const row = await tx.exportJob.findFirst({
      where: { id, requestedById: actor.id, state: 'ready', expiresAt: { gt: now } },
      select: {
        kind: true,
        people: true,
        encryption: true,
        bytes: true,
        sealedDataKey: true,
        readyAt: true,
        campaignId: true,
      },
    })
    const kind = exportKinds.find((known) => known === row?.kind)
    if (!row?.sealedDataKey || !row.readyAt || !kind || !may(actor, permissionFor(kind, row.people))) return null
    const campaign = await tx.campaign.findUnique({ where: { id: row.campaignId }, select: { slug: true } })
    await tx.exportJob.update({ where: { id }, data: { downloads: { increment: 1 } }, select: { id: true } })
    await appendAudit(tx, { actor, action: 'export.downloaded', subject: `export:${id}` }, now)
    const bytes = Number(row.bytes)
    const day = row.readyAt.toISOString().slice(0, 10)
    return {
      name: `${campaign?.slug ?? 'campaign'}-${kind}-${day}.zip${row.encryption === 'none' ? '' : '.age'}`,
      bytes,
      content: fileBytes(id, { bytes, sealedDataKey: row.sealedDataKey }),
    }
  })
}
