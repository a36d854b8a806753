import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Moving {
  actor: Actor
  campaignId: number
  entry: number
  way: 'up' | 'down'
}

/** Moves an entry one place among those on the site. At an end it stays. */
export async function moveEntry({ actor, campaignId, entry, way }: Moving, now: Date): Promise<'moved' | 'stays'> {
  if (!may(actor, 'campaign')) return 'stays'
  return db().$transaction(async (tx) => {
    // Whoever moves at the same time waits: positions are read and written anew.
    await tx.$executeRaw`select pg_advisory_xact_lock(7067129002::bigint)`
    const rows = await tx.question.findMany({
      where: { campaignId, state: 'published' },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const ids = rows.map(({ id }) => id)
    const from = ids.indexOf(entry)
    const to = way === 'up' ? from - 1 : from + 1
    const other = ids[to]
    if (from === -1 || other === undefined) return 'stays'
    ids[to] = entry
    ids[from] = other
    for (const [position, id] of ids.entries())
      await tx.question.update({ where: { id }, data: { position }, select: { id: true } })
    await notifyWith(tx, 'page', String(campaignId))
    const deed = { actor, action: 'question.moved', subject: `question:${entry}`, detail: { way } }
    await appendAudit(tx, deed, now)
    return 'moved'
  })
}
