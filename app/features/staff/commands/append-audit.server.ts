import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { beforeTheFirst, entryHash, type AuditDetail } from '../audit-chain.server.ts'
import type { Actor } from '../policy.ts'

export interface Deed {
  /** `null`: done by the machine, or by whoever holds its command line. */
  actor: Pick<Actor, 'id'> | null
  /** `room.done`: `testimony.published`. */
  action: string
  /** `noun:id`: `testimony:0190…`. */
  subject: string
  detail?: AuditDetail
}

/** One number for the whole trail: writers queue here until the one before has committed. */
const trailLock = 7_067_110_001n

/**
 * Writes a deed at the end of the trail, in the transaction that does it: either both are kept or neither. Call it last in the
 * transaction, because everyone else who writes waits from here to the commit.
 */
export async function appendAudit(
  tx: Transaction,
  { actor, action, subject, detail = {} }: Deed,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${trailLock}::bigint)`
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  const facts = { seq: (last?.seq ?? 0n) + 1n, at: now, staffId: actor?.id ?? null, action, subject, detail }
  const previous = last?.hash ?? beforeTheFirst
  await tx.auditEntry.create({ data: { ...facts, previous, hash: entryHash(facts, previous) } })
}
