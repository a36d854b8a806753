import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { confirmationDays } from '#app/features/signatures/rules.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { daysOfFile, daysUnasked } from '../rules/pace.ts'

const day = 86_400_000
const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * day)

/**
 * What became of people who were asked. Whoever confirmed keeps a note of where they came from, for as long as they are here; of
 * whoever did not, or left, the keyed hash alone stays, so that no other file brings them again.
 */
const follow = `
with now_is as (
  select p.import_id, p.line, case
    when p.kind = 'signature' and s.confirmed_at is not null and s.state::text <> 'withdrawn' then 'confirmed'
    when p.kind = 'signature' and s.id is not null and s.state::text <> 'withdrawn' then 'asked'
    when p.kind = 'subscriber' and b.state::text in ('active', 'paused') then 'confirmed'
    when p.kind = 'subscriber' and b.state::text = 'pending' then 'asked'
    else 'gone' end as state
  from imported_person p
  left join signature s on p.kind = 'signature' and s.campaign_id = p.campaign_id and s.id = p.subject_id
  left join subscription b on p.kind = 'subscriber' and b.campaign_id = p.campaign_id and b.id = p.subject_id
  where p.import_id = $1 and p.state in ('asked', 'confirmed')
)
update imported_person p set state = n.state, sealed = '', agreed_on = case when n.state = 'gone' then null else p.agreed_on end,
  subject_id = case when n.state = 'gone' then null else p.subject_id end
from now_is n where p.import_id = n.import_id and p.line = n.line and p.state <> n.state`

/** Whoever signed by themselves, or asked for news by themselves, is here on their own word. */
const signedThemselves = `
update imported_person p set state = 'gone', sealed = '', agreed_on = null
where p.import_id = $1 and p.state = 'waiting' and (
  p.kind = 'signature' and exists (select from signature s where s.campaign_id = p.campaign_id and s.email_index = p.email_index)
  or p.kind = 'subscriber' and exists (select from subscription b where b.campaign_id = p.campaign_id and b.email_index = p.email_index)
)`

const count = `
update data_import set waiting = c.waiting, asked = c.asked, confirmed = c.confirmed
from (
  select (count(*) filter (where state = 'waiting'))::int as waiting, (count(*) filter (where state = 'asked'))::int as asked,
    (count(*) filter (where state = 'confirmed'))::int as confirmed
  from imported_person where import_id = $1
) c
where id = $1 and state::text in ('done', 'cancelled')`

/** Follows up what became of everyone whom imports brought, and counts them anew. Safe to call again. */
export async function followPeople(now: Date): Promise<void> {
  await db().importedPerson.deleteMany({ where: { state: 'waiting', at: { lt: daysAgo(now, daysUnasked) } } })
  // The link of a letter holds as long after an undo as it would have without.
  await db().importedPerson.updateMany({
    where: { state: 'gone', subjectId: { not: null }, at: { lt: daysAgo(now, confirmationDays) } },
    data: { sealed: new Uint8Array(), subjectId: null },
  })
  const ended = await db().dataImport.findMany({
    where: { state: { in: ['done', 'cancelled'] }, kind: { in: ['signatures', 'subscribers'] } },
    select: { id: true },
  })
  for (const { id } of ended) {
    await db().$executeRawUnsafe(follow, id)
    await db().$executeRawUnsafe(signedThemselves, id)
    await db().$executeRawUnsafe(count, id)
  }
}

/** Files that nobody ran within a week go, and what never came in whole. */
export async function deleteOldFiles(now: Date): Promise<number> {
  const before = daysAgo(now, daysOfFile)
  const old = await db().dataImport.findMany({
    where: {
      uploadedAt: { lt: before },
      fileDeletedAt: null,
      state: { in: ['uploaded', 'checking', 'checked', 'running'] },
    },
    select: { id: true },
  })
  for (const { id } of old)
    await db().$transaction(async (tx) => {
      await tx.importPiece.deleteMany({ where: { importId: id } })
      const gone = { fileDeletedAt: now, state: 'cancelled' as const, finishedAt: now, paused: false }
      const { count: ended } = await tx.dataImport.updateMany({ where: { id, fileDeletedAt: null }, data: gone })
      if (ended === 1)
        await appendAudit(tx, { actor: null, action: 'import.file-deleted', subject: `import:${id}` }, now)
    })
  return old.length
}

/**
 * Forgets one person whom any import brought and who was not asked yet, on their own request: whoever was asked has links of their
 * own for it. The keyed hash stays, so that no other file brings them again. @returns how many rows it was
 */
export async function forgetImported(actor: Actor, email: string, now: Date): Promise<number> {
  const personal = personalAddress(email)
  const campaigns = await db().campaign.findMany({ select: { id: true } })
  const indexes = campaigns.map(({ id }) => Uint8Array.from(whoseIn(id, personal).emailIndex))
  return db().$transaction(async (tx) => {
    const { count: gone } = await tx.importedPerson.updateMany({
      where: { state: 'waiting', emailIndex: { in: indexes } },
      data: { state: 'gone', sealed: new Uint8Array(), agreedOn: null },
    })
    await appendAudit(tx, { actor, action: 'import.person-forgotten', subject: 'imports', detail: { rows: gone } }, now)
    return gone
  })
}
