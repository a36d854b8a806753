import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { domainIndex } from '#app/features/signatures/indexes.server.ts'
import { readStandings } from '#app/features/signatures/queries/standings.server.ts'
import { organisationOf } from '#app/features/signatures/rules/providers.ts'
import type { Standing } from '#app/features/signatures/signals.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { standingPlace } from '../places.ts'

interface Saying {
  actor: Actor
  domain: string
  standing: Standing
}

/** `name` is the registered name that it was said of. */
export type SayOutcome = { outcome: 'said' | 'unchanged'; name: string }

/**
 * Says of a mail domain, and of all below the same registered name, that the team trusts or suspects it: here from now on, in
 * other processes within half a minute. The trail says what was said, never of which domain.
 */
export async function sayStanding({ actor, domain, standing }: Saying, now: Date): Promise<SayOutcome> {
  const name = organisationOf(domain)
  const index = domainIndex(name)
  const key = index.toString('hex')
  const changed = await db().$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      insert into standing (kind, key, standing, until, staff_id, at, sealed_name)
      values ('domain', ${index}, ${standing}, null, ${actor.id}::uuid, ${now}, ${seal(name, standingPlace(key))})
      on conflict (kind, key) do update
        set standing = excluded.standing, until = null, staff_id = excluded.staff_id, at = excluded.at, sealed_name = excluded.sealed_name
        where standing.standing <> excluded.standing or standing.sealed_name is null`
    if (count > 0)
      await appendAudit(tx, { actor, action: 'standing.said', subject: `domain:${key}`, detail: { standing } }, now)
    return count > 0
  })
  await readStandings(now)
  return { outcome: changed ? 'said' : 'unchanged', name }
}

interface TakingBack {
  actor: Actor
  kind: 'domain' | 'network'
  key: string
}

/** Takes back what was said, and its name with it: the machine judges by itself again. Safe to call twice. */
export async function takeBackStanding(
  { actor, kind, key }: TakingBack,
  now: Date,
): Promise<{ outcome: 'taken-back' | 'unknown' }> {
  const taken = await db().$transaction(async (tx) => {
    const { count } = await tx.standing.deleteMany({ where: { kind, key: new Uint8Array(Buffer.from(key, 'hex')) } })
    if (count > 0) await appendAudit(tx, { actor, action: 'standing.taken-back', subject: `${kind}:${key}` }, now)
    return count > 0
  })
  await readStandings(now)
  return { outcome: taken ? 'taken-back' : 'unknown' }
}
