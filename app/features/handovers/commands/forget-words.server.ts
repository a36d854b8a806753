import { findQuotes } from '#app/features/testimonies/queries/published.server.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

/**
 * Takes the words out of packs in which somebody is quoted who took them back: names, lengths and marks of those files stay. The pages
 * stopped showing them when they were taken back; here they leave the database. @returns in how many packs
 */
export async function forgetWords(now: Date): Promise<number> {
  const packs = await db().handover.findMany({
    where: { quotes: { some: {} }, files: { some: { mayGo: true, content: { not: null } } } },
    select: { id: true, campaignId: true, quotes: { select: { testimonyId: true } } },
  })
  let gone = 0
  for (const { id, campaignId, quotes } of packs) {
    const ids = quotes.map(({ testimonyId }) => testimonyId)
    if ((await findQuotes(campaignId, ids)).length === ids.length) continue
    await db().$transaction(async (tx) => {
      await tx.handoverFile.updateMany({ where: { handoverId: id, mayGo: true }, data: { content: null } })
      await notifyWith(tx, 'page', String(campaignId))
      await appendAudit(tx, { actor: null, action: 'handover.quote-taken', subject: `handover:${id}` }, now)
    })
    gone += 1
  }
  return gone
}
