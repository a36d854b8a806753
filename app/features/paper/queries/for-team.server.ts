import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import { isLocale, locales, type Locale } from '#app/i18n/locale.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { mayVerify } from '../rules.ts'
import { correctionReasons, declineReasons, type BatchFilter, type BatchReason, type BatchState } from '../schema.ts'

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)

const statesOf: Record<BatchFilter, BatchState[]> = {
  waiting: ['entered'],
  counted: ['verified'],
  closed: ['declined', 'replaced'],
}

const columns = {
  id: true,
  campaignId: true,
  state: true,
  locale: true,
  textVersion: true,
  valid: true,
  refused: true,
  department: true,
  collectedFrom: true,
  collectedTo: true,
  scanHash: true,
  enteredById: true,
  enteredAt: true,
  decidedAt: true,
  reason: true,
  correctsId: true,
} as const

interface Row {
  campaignId: number
  locale: string
  collectedFrom: Date
  collectedTo: Date
  scanHash: Uint8Array
  enteredById: string
  reason: string | null
}

const knownReason = (code: string | null): BatchReason | null =>
  [...declineReasons, ...correctionReasons].find((known) => known === code) ?? null

interface Reader {
  actor: Pick<Actor, 'id'>
  slugs: ReadonlyMap<number, string>
}

const asSeen = <R extends Row>(row: R, { actor, slugs }: Reader) => {
  const { scanHash, enteredById, reason, ...facts } = row
  const locale: Locale = isLocale(row.locale) ? row.locale : 'fr'
  return {
    ...facts,
    locale,
    campaign: slugs.get(row.campaignId) ?? '',
    collectedFrom: isoDay(row.collectedFrom),
    collectedTo: isoDay(row.collectedTo),
    sha256: Buffer.from(scanHash).toString('hex'),
    reason: knownReason(reason),
    /** Entered by whoever reads: somebody else has to verify it. */
    mine: !mayVerify(actor.id, enteredById),
  }
}

async function slugsOf(): Promise<Map<number, string>> {
  const campaigns = await db().campaign.findMany({ select: { id: true, slug: true } })
  return new Map(campaigns.map(({ id, slug }) => [id, slug]))
}

const most = 500

/** The batches of one drawer; those that wait longest first, of the others the newest. */
export async function listBatches(filter: BatchFilter, actor: Pick<Actor, 'id'>) {
  const order = filter === 'waiting' ? 'asc' : 'desc'
  const [rows, slugs] = await Promise.all([
    db().paperBatch.findMany({
      where: { state: { in: statesOf[filter] } },
      orderBy: [{ enteredAt: order }, { id: order }],
      take: most,
      select: columns,
    }),
    slugsOf(),
  ])
  return rows.map((row) => asSeen(row, { actor, slugs }))
}

export type SeenBatch = Awaited<ReturnType<typeof listBatches>>[number]

/** How many batches wait for the eyes of this person: those that somebody else entered. */
export const countBatchesFor = (actor: Pick<Actor, 'id'>): Promise<number> =>
  db().paperBatch.count({ where: { state: 'entered', enteredById: { not: actor.id } } })

/** One batch with what it corrects and what corrects it; `null` when there is none. */
export async function findBatch(id: string | undefined, actor: Pick<Actor, 'id'>) {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db().paperBatch.findUnique({ where: { id }, select: columns })
  if (!row) return null
  const [slugs, corrections] = await Promise.all([
    slugsOf(),
    db().paperBatch.findMany({
      where: { correctsId: row.id, state: { not: 'declined' } },
      select: { id: true, state: true },
    }),
  ])
  return { ...asSeen(row, { actor, slugs }), correction: corrections[0] ?? null }
}

export type FoundBatch = NonNullable<Awaited<ReturnType<typeof findBatch>>>

export interface TextChoice {
  campaignId: number
  slug: string
  locale: Locale
  version: number
}

/** Every text that people may have signed on paper: all versions of all campaigns, the newest first. */
export async function listSignableTexts(): Promise<TextChoice[]> {
  const texts = await db().campaignText.findMany({
    where: { campaign: { state: { not: 'draft' } }, locale: { in: [...locales] } },
    orderBy: [{ campaignId: 'desc' }, { version: 'desc' }, { locale: 'desc' }],
    select: { campaignId: true, locale: true, version: true, campaign: { select: { slug: true } } },
  })
  return texts.map(({ campaign, locale, ...text }) => ({
    ...text,
    slug: campaign.slug,
    locale: isLocale(locale) ? locale : 'fr',
  }))
}

/** Every campaign that is not a draft, with the address its sheets are sent to. */
export async function listAddresses() {
  const [campaigns, addresses] = await Promise.all([
    db().campaign.findMany({
      where: { state: { not: 'draft' } },
      orderBy: { id: 'desc' },
      select: { id: true, slug: true },
    }),
    db().paperAddress.findMany({ select: { campaignId: true, lines: true } }),
  ])
  return campaigns.map(({ id, slug }) => ({
    id,
    slug,
    lines: addresses.find(({ campaignId }) => campaignId === id)?.lines ?? '',
  }))
}
