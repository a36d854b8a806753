import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

const atOnce = 1000

/**
 * Takes out whom an import brought in. Of who was asked, the signature that waits for its confirmation goes with its letter; the news
 * that were begun on the word of this import end, as if they had never been. Who confirmed meanwhile stays: it is their signature now.
 */
const statement = `
with part as (
  select import_id, line, campaign_id, kind, subject_id from imported_person
  where import_id = $1 order by line limit ${atOnce} for update
), unsigned as (
  delete from signature s using part i
  where i.kind = 'signature' and s.campaign_id = i.campaign_id and s.id = i.subject_id and s.confirmed_at is null
    and s.state::text in ('pending', 'quarantined')
), unwished as (
  delete from subscription b using part i
  where i.kind = 'subscriber' and b.campaign_id = i.campaign_id and b.id = i.subject_id
    and (b.state::text = 'pending' or b.state::text in ('active', 'paused') and b.activated_at = b.created_at)
), unsent as (
  delete from delivery d using part i
  where d.campaign_id = i.campaign_id and d.subject_id = i.subject_id and d.lane = 5 and d.state::text in ('queued', 'deferred')
)
delete from imported_person p using part i where p.import_id = i.import_id and p.line = i.line`

/** Takes one import out to its end, some at a time. Safe to call again. @returns whether it is over */
export async function undoStep(id: number, now: Date): Promise<boolean> {
  return db().$transaction(
    async (tx) => {
      const held = await tx.$queryRaw<{ id: number }[]>`
        select id from data_import where id = ${id} and state = 'undoing' for update skip locked`
      if (held.length === 0) return true
      const gone = await tx.$executeRawUnsafe(statement, id)
      if (gone === atOnce) return false
      await tx.importPiece.deleteMany({ where: { importId: id } })
      await tx.importRefusal.deleteMany({ where: { importId: id } })
      const data = { state: 'undone' as const, wave: null, waiting: 0, asked: 0, finishedAt: now }
      await tx.dataImport.update({ where: { id }, data })
      await appendAudit(tx, { actor: null, action: 'import.undone', subject: `import:${id}` }, now)
      return true
    },
    { timeout: 60_000 },
  )
}
