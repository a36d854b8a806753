import { findQuotes } from '#app/features/testimonies/queries/published.server.ts'
import { dayRead } from '#app/i18n/calendar.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { zipName } from '../document/names.ts'
import { archiveOf } from '../pack/archive.server.ts'
import { isHandoverState, standingOf, type Standing } from '../rules.ts'
import { clockOf, isBasis, type Basis, type Clock } from '../rules/clock.ts'
import { hands, ways, type Hand, type Way } from '../schema.ts'

const isPublic = { state: { in: ['sealed', 'delivered'] } }

const shown = {
  id: true,
  state: true,
  plannedOn: true,
  sealedAt: true,
  addresseeFr: true,
  addresseeEn: true,
  confirmed: true,
  onPaper: true,
  organisations: true,
  headSize: true,
  headRoot: true,
  headNote: true,
  zipHash: true,
  zipBytes: true,
  deliveredOn: true,
  deliveredHow: true,
  deliveredBy: true,
  dueOn: true,
  dueBasis: true,
  dueSourceFr: true,
  dueSourceEn: true,
  dueSourceUrl: true,
  answeredOn: true,
  answerUrl: true,
  answerFr: true,
  answerEn: true,
} as const

const rowsOf = (campaignId: number, most?: number) =>
  db().handover.findMany({
    where: { campaignId, ...isPublic },
    orderBy: [{ sealedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: shown,
  })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const day = (kept: Date | null) => kept && dayRead(kept)
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex')

export interface PublicHandover {
  id: number
  standing: Standing
  addressee: string
  plannedOn: string
  sealedAt: Date
  confirmed: number
  onPaper: number
  organisations: number
  deliveredOn: string | null
  how: Way | null
  by: Hand | null
  dueOn: string | null
  due: { basis: Basis | null; source: string; url: string | null }
  /** How long it has been; `null` before the delivery. */
  clock: Clock | null
  answeredOn: string | null
  answerUrl: string | null
  answer: string
}

/** What anyone may know: no name of anybody of the team is read. */
function asPublic(row: Row, locale: Locale, today: string): PublicHandover {
  const [deliveredOn, dueOn, answeredOn] = [day(row.deliveredOn), day(row.dueOn), day(row.answeredOn)]
  const state = isHandoverState(row.state) ? row.state : 'sealed'
  return {
    id: row.id,
    standing: standingOf({ state, dueOn, answeredOn }, today),
    addressee: locale === 'fr' ? row.addresseeFr : row.addresseeEn,
    plannedOn: dayRead(row.plannedOn),
    sealedAt: row.sealedAt ?? row.plannedOn,
    confirmed: row.confirmed ?? 0,
    onPaper: row.onPaper ?? 0,
    organisations: row.organisations ?? 0,
    deliveredOn,
    how: ways.find((way) => way === row.deliveredHow) ?? null,
    by: hands.find((hand) => hand === row.deliveredBy) ?? null,
    dueOn,
    due: {
      basis: isBasis(row.dueBasis) ? row.dueBasis : null,
      source: locale === 'fr' ? row.dueSourceFr : row.dueSourceEn,
      url: row.dueSourceUrl,
    },
    clock: state === 'delivered' ? clockOf({ deliveredOn, dueOn, answeredOn }, today) : null,
    answeredOn,
    answerUrl: row.answerUrl,
    answer: locale === 'fr' ? row.answerFr : row.answerEn,
  }
}

/** Every sealed pack of a campaign, the latest first. */
export async function listPublicHandovers(
  campaignId: number,
  locale: Locale,
  today: string,
): Promise<PublicHandover[]> {
  return (await rowsOf(campaignId)).map((row) => asPublic(row, locale, today))
}

const mostLooked = 20

/** The latest that was delivered, or else the one that will be; `null` when there is none: most campaigns, most of the time. */
export async function latestHandover(
  campaignId: number,
  locale: Locale,
  today: string,
): Promise<PublicHandover | null> {
  const all = (await rowsOf(campaignId, mostLooked)).map((row) => asPublic(row, locale, today))
  return all.find(({ deliveredOn }) => deliveredOn !== null) ?? all[0] ?? null
}

/** Whether everyone who is quoted still agrees to it. */
async function isStillSaid(campaignId: number, id: number): Promise<boolean> {
  const quoted = await db().handoverQuote.findMany({ where: { handoverId: id }, select: { testimonyId: true } })
  if (quoted.length === 0) return true
  const ids = quoted.map(({ testimonyId }) => testimonyId)
  return (await findQuotes(campaignId, ids)).length === ids.length
}

/** One sealed pack, with the marks of its files and the head it was sealed with; `null` when there is none of that number. */
export async function findPublicHandover(asked: { campaignId: number; id: number; locale: Locale; today: string }) {
  const { campaignId, id, locale, today } = asked
  const row = await db().handover.findFirst({
    where: { id, campaignId, ...isPublic },
    select: { ...shown, letterFr: true, letterEn: true },
  })
  if (!row) return null
  const [files, kept, said] = await Promise.all([
    db().handoverFile.findMany({
      where: { handoverId: id },
      orderBy: { position: 'asc' },
      select: { name: true, bytes: true, hash: true, mayGo: true },
    }),
    db().handoverFile.count({ where: { handoverId: id, content: null } }),
    isStillSaid(campaignId, id),
  ])
  const gone = kept > 0 || !said
  return {
    ...asPublic(row, locale, today),
    /** What went along, in Markdown; empty when nothing did. */
    letter: locale === 'fr' ? row.letterFr : row.letterEn,
    files: files.map(({ hash, mayGo, ...file }) => ({ ...file, sha256: hex(hash), gone: mayGo && gone })),
    head: {
      size: Number(row.headSize ?? 0),
      root: Buffer.from(row.headRoot ?? []).toString('base64'),
      note: row.headNote ?? '',
    },
    zip: { sha256: hex(row.zipHash), bytes: row.zipBytes ?? 0 },
  }
}

export interface Download {
  name: string
  type: string
  content: Uint8Array<ArrayBuffer>
}

/** A file of a sealed pack by its name, or the whole as `pack.zip`. `gone`: words that were taken back. */
export async function findDownload(
  campaign: { id: number; slug: string },
  { id, name }: { id: number; name: string },
): Promise<Download | 'gone' | null> {
  const where = { id, campaignId: campaign.id, ...isPublic }
  const row = await db().handover.findFirst({ where, select: { plannedOn: true } })
  if (!row) return null
  const whole = name === 'pack.zip'
  const [files, said] = await Promise.all([
    db().handoverFile.findMany({
      where: { handoverId: id, ...(whole ? {} : { name }) },
      orderBy: { position: 'asc' },
      select: { name: true, type: true, mayGo: true, content: true },
    }),
    isStillSaid(campaign.id, id),
  ])
  const kept = files.flatMap(({ content, ...file }) => (content && (said || !file.mayGo) ? [{ ...file, content }] : []))
  if (whole)
    return { name: zipName(campaign.slug, dayRead(row.plannedOn)), type: 'application/zip', content: archiveOf(kept) }
  const [file] = kept
  return file ?? (files.length > 0 ? 'gone' : null)
}
