import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'

export interface Kept {
  name: string
  /** As in the address of the queue. */
  query: string
}

/** Keeps a filter under a name, for this person alone; the same name keeps the newer one. Twenty places, given by the database. */
export async function keepFilter(
  { name, query }: Kept,
  actor: Actor,
  now: Date,
): Promise<{ outcome: 'kept' | 'too-many' | 'not-allowed' }> {
  if (!may(actor, 'moderate')) return { outcome: 'not-allowed' }
  return apart().$transaction(async (tx) => {
    // Whoever keeps two at the same instant waits for themself: both would find the same place free.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`filter:${actor.id}`}, 0))`
    const renewed = await tx.savedFilter.updateMany({ where: { staffId: actor.id, name }, data: { query } })
    const added =
      renewed.count > 0
        ? 0
        : await tx.$executeRaw`insert into testimonies.saved_filter (staff_id, place, name, query)
            select ${actor.id}::uuid, min(free.n), ${name}, ${query} from generate_series(1, 20) free (n)
            where not exists (select from testimonies.saved_filter s where s.staff_id = ${actor.id}::uuid and s.place = free.n)
            having min(free.n) is not null`
    if (renewed.count + added === 0) return { outcome: 'too-many' as const }
    const deed = { actor, action: 'filter.kept', subject: `staff:${actor.id}`, detail: {} }
    await appendAudit(tx, deed, now)
    return { outcome: 'kept' as const }
  })
}

/** Forgets one of this person's own filters. */
export async function forgetFilter(place: number, actor: Actor, now: Date): Promise<{ outcome: 'forgotten' }> {
  await apart().$transaction(async (tx) => {
    const { count } = await tx.savedFilter.deleteMany({ where: { staffId: actor.id, place } })
    if (count === 0) return
    await appendAudit(tx, { actor, action: 'filter.forgotten', subject: `staff:${actor.id}`, detail: {} }, now)
  })
  return { outcome: 'forgotten' }
}
