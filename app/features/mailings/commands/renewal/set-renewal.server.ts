import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

export type SetOutcome = { outcome: 'on' | 'off' | 'not-allowed' }

/** Turns the yearly question on, from now; nobody is asked before. Turned on twice, the first time counts. Owners only. */
export async function turnOnRenewal(actor: Actor, now: Date): Promise<SetOutcome> {
  if (!may(actor, 'manage-team')) return { outcome: 'not-allowed' }
  await db().$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      insert into renewal_setting (id, enabled_at) values (1, ${now})
      on conflict (id) do update set enabled_at = excluded.enabled_at where renewal_setting.enabled_at is null`
    if (changed > 0) await appendAudit(tx, { actor, action: 'renewal.turned-on', subject: 'renewal' }, now)
  })
  return { outcome: 'on' }
}

/** Turns it off: what waits is not sent, and no wish ends for want of an answer. Owners only. */
export async function turnOffRenewal(actor: Actor, now: Date): Promise<SetOutcome> {
  if (!may(actor, 'manage-team')) return { outcome: 'not-allowed' }
  await db().$transaction(async (tx) => {
    const { count } = await tx.renewalSetting.updateMany({
      where: { enabledAt: { not: null } },
      data: { enabledAt: null },
    })
    if (count === 0) return
    await tx.delivery.updateMany({
      where: { lane: 3, state: { in: ['queued', 'deferred'] } },
      data: { state: 'suppressed', endedAt: now },
    })
    const { count: open } = await tx.renewal.updateMany({
      where: { outcome: null },
      data: { outcome: 'stopped', closedAt: now },
    })
    await appendAudit(tx, { actor, action: 'renewal.turned-off', subject: 'renewal', detail: { open } }, now)
  })
  return { outcome: 'off' }
}
