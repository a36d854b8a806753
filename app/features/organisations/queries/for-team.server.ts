import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { placeOf } from '../places.ts'
import { knownKind } from '../queries.server.ts'
import { writesFromItsSite } from '../rules.ts'
import type { OrganisationKind, OrganisationState, QueueFilter, Reason } from '../schema.ts'
import { refuseReasons, unpublishReasons } from '../schema.ts'
import { openEmail } from '../sealed-person.server.ts'

const statesOf: Record<QueueFilter, OrganisationState[]> = {
  waiting: ['confirmed'],
  shown: ['approved'],
  closed: ['refused', 'unpublished'],
  unconfirmed: ['pending'],
}

export interface QueuedOrganisation {
  id: string
  name: string
  kind: OrganisationKind
  state: OrganisationState
  place: string
  campaign: string
  since: Date
  /** Another one of the same campaign has the same name or site. */
  twice: boolean
}

const most = 500

/** How many wait for the team. */
export const countWaitingOrganisations = (): Promise<number> =>
  db().organisation.count({ where: { state: 'confirmed' } })

/** The organisations of one drawer; those that wait longest come first, of the others the newest. */
export async function listForTeam(filter: QueueFilter, locale: Locale): Promise<QueuedOrganisation[]> {
  const order = filter === 'waiting' ? 'asc' : 'desc'
  const rows = await db().organisation.findMany({
    where: { state: { in: statesOf[filter] } },
    orderBy: [{ createdAt: order }, { id: order }],
    take: most,
    select: {
      id: true,
      campaignId: true,
      name: true,
      kind: true,
      state: true,
      town: true,
      country: true,
      nameKey: true,
      siteKey: true,
      createdAt: true,
      confirmedAt: true,
      decidedAt: true,
    },
  })
  const campaigns = await db().campaign.findMany({ select: { id: true, slug: true } })
  const twice = await sharedKeys(rows)
  return rows.map(
    ({ campaignId, nameKey, siteKey, createdAt, confirmedAt, decidedAt, kind, town, country, ...row }) => ({
      ...row,
      kind: knownKind(kind),
      place: placeOf(locale, { town, country }),
      campaign: campaigns.find(({ id }) => id === campaignId)?.slug ?? '',
      since: decidedAt ?? confirmedAt ?? createdAt,
      twice:
        twice.has(`${campaignId} name ${nameKey}`) || (siteKey !== null && twice.has(`${campaignId} site ${siteKey}`)),
    }),
  )
}

interface Keys {
  campaignId: number
  nameKey: string
  siteKey: string | null
}

/** Names and sites that more than one confirmed organisation of a campaign has. */
async function sharedKeys(rows: readonly Keys[]): Promise<Set<string>> {
  const state = { in: ['confirmed', 'approved'] } satisfies { in: OrganisationState[] }
  const having = { id: { _count: { gt: 1 } } }
  const sites = rows.flatMap(({ siteKey }) => siteKey ?? [])
  const [names, hosts] = await Promise.all([
    db().organisation.groupBy({
      by: ['campaignId', 'nameKey'],
      where: { state, nameKey: { in: rows.map(({ nameKey }) => nameKey) } },
      having,
    }),
    db().organisation.groupBy({ by: ['campaignId', 'siteKey'], where: { state, siteKey: { in: sites } }, having }),
  ])
  return new Set([
    ...names.map(({ campaignId, nameKey }) => `${campaignId} name ${nameKey}`),
    ...hosts.map(({ campaignId, siteKey }) => `${campaignId} site ${siteKey}`),
  ])
}

const detailColumns = {
  id: true,
  campaignId: true,
  state: true,
  name: true,
  kind: true,
  scope: true,
  town: true,
  country: true,
  website: true,
  nameKey: true,
  siteKey: true,
  logoHash: true,
  logoWidth: true,
  logoHeight: true,
  locale: true,
  textVersion: true,
  sealedEmail: true,
  createdAt: true,
  confirmedAt: true,
  decidedAt: true,
  reason: true,
  revision: true,
} as const

const knownReason = (code: string | null): Reason | null =>
  [...refuseReasons, ...unpublishReasons].find((known) => known === code) ?? null

/** One organisation as the team decides on it, with those that may be the same; `null` when there is none. */
export async function findForTeam(id: string | undefined, locale: Locale) {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db().organisation.findUnique({ where: { id }, select: detailColumns })
  if (!row) return null
  const { campaignId, nameKey, siteKey, sealedEmail, logoHash, logoWidth, logoHeight, kind, reason, ...facts } = row
  const [campaign, similar] = await Promise.all([
    db().campaign.findUnique({ where: { id: campaignId }, select: { slug: true } }),
    db().organisation.findMany({
      where: {
        campaignId,
        id: { not: row.id },
        state: { not: 'pending' },
        OR: [{ nameKey }, ...(siteKey === null ? [] : [{ siteKey }])],
      },
      orderBy: { createdAt: 'asc' },
      take: 20,
      select: { id: true, name: true, state: true, website: true },
    }),
  ])
  return {
    ...facts,
    kind: knownKind(kind),
    reason: knownReason(reason),
    campaign: campaign?.slug ?? '',
    place: placeOf(locale, row),
    logo: logoHash && logoWidth && logoHeight ? { width: logoWidth, height: logoHeight } : null,
    fromItsSite: row.website === null ? null : writesFromItsSite(openEmail({ id: row.id, sealedEmail }), row.website),
    similar,
  }
}

export type OrganisationForTeam = NonNullable<Awaited<ReturnType<typeof findForTeam>>>
