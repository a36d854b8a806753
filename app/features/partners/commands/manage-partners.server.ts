import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { dayKept, plusDays } from '#app/i18n/calendar.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { newPartnerKey, partnerKeyHash } from '../partner-key.server.ts'
import type { PartnerForm } from '../schema.ts'

type Made = { outcome: 'made'; id: number; key: string }

interface Adding {
  actor: Actor
  partner: PartnerForm
}

/**
 * Writes a partner down and makes its key, which is in the answer and nowhere else. Refused when a campaign is unknown, or when the
 * last day of the key is over. The trail says what it may do, never the key.
 */
export async function addPartner(
  { actor, partner }: Adding,
  now: Date,
): Promise<Made | { outcome: 'campaign-unknown' } | { outcome: 'until-is-over' }> {
  const { organisation, name, scope, perHour, perDay, until } = partner
  const campaignIds = [...new Set(partner.campaigns)]
  // To the end of that day, in UTC.
  const expiresAt = until === null ? null : dayKept(plusDays(until, 1))
  if (expiresAt && expiresAt <= now) return { outcome: 'until-is-over' }
  const key = newPartnerKey()
  return db().$transaction(async (tx) => {
    const found = await tx.campaign.count({ where: { id: { in: campaignIds } } })
    if (found !== campaignIds.length) return { outcome: 'campaign-unknown' }
    const { id } = await tx.partner.create({
      data: {
        organisation,
        name,
        perHour,
        perDay,
        campaignIds,
        expiresAt,
        scopes: [scope],
        keyHash: partnerKeyHash(key),
        createdAt: now,
        keyMadeAt: now,
      },
      select: { id: true },
    })
    const detail = { scope, campaigns: campaignIds.join(' '), perHour, perDay }
    await appendAudit(tx, { actor, action: 'partner.added', subject: `partner:${id}`, detail }, now)
    return { outcome: 'made', id, key }
  })
}

interface About {
  actor: Actor
  id: number
}

/** Gives a partner another key: the one before opens nothing from this moment. Counts and quotas go on. */
export async function replacePartnerKey({ actor, id }: About, now: Date): Promise<Made | { outcome: 'unknown' }> {
  const key = newPartnerKey()
  return db().$transaction(async (tx) => {
    const { count } = await tx.partner.updateMany({
      where: { id, revokedAt: null },
      data: { keyHash: partnerKeyHash(key), keyMadeAt: now },
    })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'partner.key-replaced', subject: `partner:${id}` }, now)
    return { outcome: 'made', id, key }
  })
}

/** Tells a partner nothing more, not even what waits; what nobody answered asks for nobody any more either. */
async function pauseWebhooks(tx: Transaction, { actor, id }: About, now: Date): Promise<void> {
  const paused = await tx.webhook.updateManyAndReturn({
    where: { partnerId: id, OR: [{ pausedAt: null }, { gaveUp: true }] },
    data: { pausedAt: now, gaveUp: false },
    select: { id: true },
  })
  for (const webhook of paused)
    await appendAudit(tx, { actor, action: 'webhook.paused', subject: `webhook:${webhook.id}` }, now)
}

/**
 * Takes a partner's key away for good, and tells them nothing more. What came by the key stays, and still waits to be confirmed by
 * each person. Safe to call twice.
 */
export async function revokePartner(
  { actor, id }: About,
  now: Date,
): Promise<{ outcome: 'revoked' } | { outcome: 'unknown' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.partner.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'partner.revoked', subject: `partner:${id}` }, now)
    await pauseWebhooks(tx, { actor, id }, now)
    return { outcome: 'revoked' }
  })
}
