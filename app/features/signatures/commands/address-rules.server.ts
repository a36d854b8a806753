import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { AddressRule } from '../rules/canonical-address.ts'

/**
 * Sets how a provider's addresses are read, from now on and in every process within a moment. Who signed before keeps the
 * form under which they signed.
 */
export async function setAddressRule({ actor, rule }: { actor: Actor; rule: AddressRule }, now: Date): Promise<void> {
  const { domain, ...own } = rule
  await db().$transaction(async (tx) => {
    await tx.addressRule.upsert({
      where: { domain },
      create: { domain, ...own, changedAt: now },
      update: { ...own, changedAt: now },
    })
    await appendAudit(tx, { actor, action: 'address-rule.set', subject: `domain:${domain}`, detail: { ...own } }, now)
    await notifyWith(tx, 'rules', '')
  })
}

/** Takes a rule of the team away: what we bring, or the rule for every domain, holds again. Safe to call twice. */
export async function removeAddressRule(
  { actor, domain }: { actor: Actor; domain: string },
  now: Date,
): Promise<{ outcome: 'removed' | 'unknown' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.addressRule.deleteMany({ where: { domain } })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'address-rule.removed', subject: `domain:${domain}` }, now)
    await notifyWith(tx, 'rules', '')
    return { outcome: 'removed' }
  })
}
