import { dayRead, plusDays } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { partnerKeyHash } from '../partner-key.server.ts'
import { isPartnerKey, isScope, type Partner } from '../schema.ts'

const known = { id: true, scopes: true, campaignIds: true } as const

/** The partner whose key it is, while it is good; `null` for any other, without saying why. */
export async function findPartner(key: string, now: Date): Promise<Partner | null> {
  if (!isPartnerKey(key)) return null
  const found = await db().partner.findFirst({
    where: { keyHash: partnerKeyHash(key), revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: known,
  })
  return found && { ...found, scopes: found.scopes.filter(isScope) }
}

type PartnerState = 'good' | 'expired' | 'revoked'

function stateOf(partner: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): PartnerState {
  if (partner.revokedAt) return 'revoked'
  return partner.expiresAt && partner.expiresAt <= now ? 'expired' : 'good'
}

/** Signatures that came by each partner: a sum, by partner alone. */
async function broughtByPartner() {
  const { rows } = await pool().query<{ partner_id: number; came: string; confirmed: string }>(
    `select partner_id, count(*) as came, count(*) filter (where state = 'confirmed') as confirmed
     from signature where partner_id is not null group by partner_id`,
  )
  return new Map(rows.map((row) => [row.partner_id, { came: Number(row.came), confirmed: Number(row.confirmed) }]))
}

/** Every partner for the team: those whose key is good first, then by age. Without anything that opens a door. */
export async function listPartners(now: Date) {
  const [partners, campaigns, brought] = await Promise.all([
    db().partner.findMany({ omit: { keyHash: true }, orderBy: { id: 'desc' } }),
    db().campaign.findMany({ select: { id: true, slug: true } }),
    broughtByPartner(),
  ])
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]))
  const listed = partners.map(({ campaignIds, ...partner }) => ({
    id: partner.id,
    name: partner.name,
    organisation: partner.organisation,
    scopes: partner.scopes.filter(isScope),
    perHour: partner.perHour,
    perDay: partner.perDay,
    /** `YYYY-MM-DD`, or `null`: good until it is taken away. */
    lastDay: partner.expiresAt && plusDays(dayRead(partner.expiresAt), -1),
    lastUsedAt: partner.lastUsedAt,
    keyMadeAt: partner.keyMadeAt,
    state: stateOf(partner, now),
    campaigns: campaignIds.flatMap((id) => slugs.get(id) ?? []),
    ...(brought.get(partner.id) ?? { came: 0, confirmed: 0 }),
  }))
  return [...listed.filter(({ state }) => state === 'good'), ...listed.filter(({ state }) => state !== 'good')]
}
export type ListedPartner = Awaited<ReturnType<typeof listPartners>>[number]

/** The campaigns that a key may be for. */
export const campaignsForKeys = (): Promise<{ id: number; slug: string }[]> =>
  db().campaign.findMany({
    where: { state: { not: 'closed' } },
    select: { id: true, slug: true },
    orderBy: { id: 'desc' },
  })
