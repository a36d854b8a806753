import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import { confirmationDays, perPage } from './rules.ts'
import { organisationKinds, type OrganisationKind, type ShownOrganisation } from './schema.ts'
import { openPerson, type Representative } from './sealed-person.server.ts'

/** Only what may be read by anyone: no sealed column, and no bytes of a logo. */
const shownColumns = {
  id: true,
  name: true,
  kind: true,
  scope: true,
  town: true,
  country: true,
  website: true,
  textVersion: true,
  logoHash: true,
  logoWidth: true,
  logoHeight: true,
} as const

interface Row {
  id: string
  name: string
  kind: string
  scope: string
  town: string | null
  country: string
  website: string | null
  textVersion: number
  logoHash: string | null
  logoWidth: number | null
  logoHeight: number | null
}

/** What was written by an older version under a kind we no longer know is "other". */
export const knownKind = (kind: string): OrganisationKind =>
  organisationKinds.find((known) => known === kind) ?? 'other'

const asShown = ({ logoHash, logoWidth, logoHeight, kind, ...row }: Row): ShownOrganisation => ({
  ...row,
  kind: knownKind(kind),
  logo: logoHash && logoWidth && logoHeight ? { hash: logoHash, width: logoWidth, height: logoHeight } : null,
})

/** How many organisations stand behind a campaign, confirmed and approved. Never added to the number of people. */
export const countOrganisations = (campaignId: number): Promise<number> =>
  db().organisation.count({ where: { campaignId, state: 'approved' } })

export interface OrganisationsPage {
  organisations: ShownOrganisation[]
  page: number
  pages: number
  total: number
}

/** One page of the public list, by name; `null` when there is no such page. */
export async function findOrganisationsPage(campaignId: number, page: number): Promise<OrganisationsPage | null> {
  const total = await countOrganisations(campaignId)
  const pages = Math.max(1, Math.ceil(total / perPage))
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  const rows = await db().organisation.findMany({
    where: { campaignId, state: 'approved' },
    select: shownColumns,
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    take: perPage,
    skip: (page - 1) * perPage,
  })
  return { organisations: rows.map(asShown), page, pages, total }
}

/** The logo of an organisation that is shown, by its address. */
export async function findLogo(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!/^[\da-f]{64}$/.test(hash)) return null
  const row = await db().organisation.findFirst({
    where: { logoHash: hash, state: 'approved' },
    select: { logo: true },
  })
  return row?.logo ?? null
}

/** The logo of any organisation, for the team. */
export async function findLogoForTeam(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db().organisation.findUnique({ where: { id }, select: { logo: true } })
  return row?.logo ?? null
}

/** What pressing the button will record: shown before it is pressed, because anybody could have sent the form. */
export interface ConfirmableOrganisation extends ShownOrganisation {
  campaignId: number
  confirmed: boolean
  /** `null` once it is confirmed: an old link has no more to say about anybody. */
  person: Representative | null
  /** It asked for news as well. */
  news: boolean
}

const day = 86_400_000

/** What a link confirms, or has confirmed; `null` for unknown and expired ones alike. */
export async function findConfirmableOrganisation(token: string, now: Date): Promise<ConfirmableOrganisation | null> {
  const target = readLinkToken('confirm-organisation', token)
  if (!target) return null
  const since = new Date(now.getTime() - confirmationDays * day)
  const row = await db().organisation.findFirst({
    where: { ...target, OR: [{ state: { not: 'pending' } }, { mailedAt: { gt: since } }] },
    select: {
      ...shownColumns,
      campaignId: true,
      state: true,
      sealedEmail: true,
      sealedName: true,
      sealedRole: true,
      wantsNews: true,
    },
  })
  if (!row) return null
  const { campaignId, state, wantsNews, sealedEmail, sealedName, sealedRole, ...shown } = row
  return {
    ...asShown(shown),
    campaignId,
    confirmed: state !== 'pending',
    news: wantsNews,
    person: state !== 'pending' ? null : openPerson({ id: row.id, sealedEmail, sealedName, sealedRole }),
  }
}
