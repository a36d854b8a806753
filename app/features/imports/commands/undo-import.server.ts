import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { ledgerOfLeaving, secondTakesFirst } from '#app/features/signatures/moves.ts'
import { signaturePlace, undonePlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { keptIndexes } from '#app/features/signatures/queries/undone.server.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

const atOnce = 1000

/**
 * Takes out whom an import brought in. Of who was asked, the signature that waits for its confirmation goes with its letter; the news
 * that were begun on the word of this import end. Who confirmed meanwhile, or sent a form of this site since, stays: it is their own
 * now. A form adds a mail to a signature, and asks for news later than the import did. Whoever only waited is as if they had never
 * been here; of everyone else the keyed hash stays, so that no other file asks them again.
 */
const statement = `
with part as (
  select import_id, line, campaign_id, kind, state, subject_id from imported_person
  where import_id = $1 and state <> 'gone' order by line limit ${atOnce} for update
), unsigned as (
  delete from signature s using part i
  where i.kind = 'signature' and s.campaign_id = i.campaign_id and s.id = i.subject_id and s.confirmed_at is null
    and s.state::text in ('pending', 'quarantined') and s.mails = 1
  returning s.campaign_id, s.id, s.email_index, s.sealed_email, s.sealed_name, s.state, s.invalidation_id
), told as (${ledgerOfLeaving('expired', { from: 'unsigned', now: '$2::timestamptz' })}
), unwished as (
  delete from subscription b using part i
  where i.kind = 'subscriber' and b.campaign_id = i.campaign_id and b.id = i.subject_id
    and (b.state::text = 'pending' or b.state::text in ('active', 'paused') and b.activated_at = b.created_at)
    and b.asked_at = b.created_at and b.renewed_at is null and not b.for_organisation
), unsent as (
  delete from delivery d using part i
  where d.campaign_id = i.campaign_id and d.subject_id = i.subject_id and d.lane = 5 and d.state::text in ('queued', 'deferred')
  returning d.subject_id
), unasked as (
  delete from imported_person p using part i where p.import_id = i.import_id and p.line = i.line and i.state = 'waiting'
), kept as (
  update imported_person p set state = 'gone', sealed = '', agreed_on = null, department = null, subject_id = null from part i
  where p.import_id = i.import_id and p.line = i.line and i.state <> 'waiting'
)
select i.line, i.campaign_id as "campaignId", u.id::text, u.email_index as "emailIndex", u.sealed_email as "sealedEmail",
  u.sealed_name as "sealedName", i.subject_id not in (select subject_id from unsent) as "hasLetter"
from part i left join unsigned u on u.campaign_id = i.campaign_id and u.id = i.subject_id`

const followUp = secondTakesFirst('(select * from unnest($1::int[], $2::bytea[]) as t(campaign_id, email_index))')

interface Unsigned {
  id: string
  line: number
  campaignId: number
  emailIndex: Uint8Array
  sealedEmail: Uint8Array
  sealedName: Uint8Array
  /** It was sent, or is just being sent. */
  hasLetter: boolean
}

/** What the link “it was not me” of a letter needs to leave the mailbox alone, now that its address is gone. */
function sealMailbox(importId: number, { line, campaignId, emailIndex, ...sealed }: Unsigned): Buffer {
  const { email } = openPerson(sealed, (column) => signaturePlace(column, { campaignId, emailIndex }))
  return seal(keptIndexes(blockIndexes(email)), undonePlace(importId, line))
}

const keepLinks = (tx: Transaction, importId: number, lettered: readonly Unsigned[]) =>
  tx.$executeRawUnsafe(
    `update imported_person p set sealed = t.sealed, subject_id = t.id from unnest($2::int[], $3::uuid[], $4::bytea[]) as t(line, id, sealed)
     where p.import_id = $1 and p.line = t.line`,
    importId,
    lettered.map(({ line }) => line),
    lettered.map(({ id }) => id),
    lettered.map((one) => sealMailbox(importId, one)),
  )

/** Takes some people out, with what follows from it. @returns how many it were */
async function takeOut(tx: Transaction, id: number, now: Date): Promise<number> {
  const people = await tx.$queryRawUnsafe<(Unsigned | { id: null })[]>(statement, id, now)
  const unsigned = people.filter((one) => one.id !== null)
  await tx.$executeRawUnsafe(
    followUp,
    unsigned.map(({ campaignId }) => campaignId),
    unsigned.map(({ emailIndex }) => emailIndex),
  )
  await keepLinks(
    tx,
    id,
    unsigned.filter(({ hasLetter }) => hasLetter),
  )
  return people.length
}

/** Takes one import out to its end, some at a time. Safe to call again. @returns whether it is over */
export async function undoStep(id: number, now: Date): Promise<boolean> {
  return db().$transaction(
    async (tx) => {
      const held = await tx.$queryRaw<{ id: number }[]>`
        select id from data_import where id = ${id} and state = 'undoing' for update skip locked`
      if (held.length === 0) return true
      if ((await takeOut(tx, id, now)) === atOnce) return false
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
