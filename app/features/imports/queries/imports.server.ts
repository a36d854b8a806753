import { db } from '#app/infra/db/prisma.server.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { encodings, type Encoding } from '../rules/encoding.ts'
import { separatorNames, type Separator } from '../rules/separator.ts'
import { isOwn, needsSecond } from '../rules/steps.ts'
import { fields, importKinds, type Field, type ImportKind, type ImportState } from '../schema.ts'

export interface ImportRow {
  id: number
  state: ImportState
  paused: boolean
  kind: ImportKind | null
  source: string
  uploadedAt: Date
  total: number | null
  position: number
  fresh: number
  known: number
  refused: number
}

const row = {
  id: true,
  state: true,
  paused: true,
  kind: true,
  source: true,
  uploadedAt: true,
  total: true,
  position: true,
  fresh: true,
  known: true,
  refused: true,
} as const

const kindOf = (text: string | null): ImportKind | null => importKinds.find((kind) => kind === text) ?? null

const mostListed = 100

/** The latest imports. What is still coming in is none yet. */
export async function listImports(): Promise<ImportRow[]> {
  const found = await db().dataImport.findMany({
    where: { pieces: { not: null } },
    select: row,
    orderBy: { id: 'desc' },
    take: mostListed,
  })
  return found.map((one) => ({ ...one, kind: kindOf(one.kind) }))
}

export interface ShownImport extends ImportRow {
  sha256: string
  bytes: number
  encoding: Encoding
  separator: Separator
  hasHeader: boolean
  campaignId: number | null
  campaign: string | null
  locale: Locale | null
  dayOrder: string
  mapping: (Field | null)[]
  consentWhere: string
  consentWhen: string
  consentWords: string
  consentPurpose: string
  mayWrite: boolean
  confirmedElsewhere: boolean
  fault: string | null
  faultLine: number | null
  hasFile: boolean
  /** A second person has to agree before it may run, and whether this one may. */
  needsSecond: boolean
  isAsked: boolean
  isApproved: boolean
  mayAgree: boolean
  wave: string | null
  wavePerHour: number | null
  mayAgreeToWave: boolean
  waiting: number
  asked: number
  confirmed: number
}

const isField = (value: unknown): value is Field => fields.some((field) => field === value)

/** One import, for whoever looks at it. Nothing in it is about a person. */
export async function findImport(id: number, actorId: Actor['id'] | null): Promise<ShownImport | null> {
  const found = await db().dataImport.findFirst({ where: { id, pieces: { not: null } } })
  if (!found) return null
  const kind = kindOf(found.kind)
  const campaign =
    found.campaignId === null
      ? null
      : await db().campaign.findUnique({ where: { id: found.campaignId }, select: { slug: true } })
  const above = config().secondApprovalAbove
  const { sha256, locale, mapping, uploadedById, changedById, askedById, approvedById, ...rest } = found
  const hands = { uploadedById, changedById, askedById }
  return {
    ...rest,
    kind,
    campaign: campaign?.slug ?? null,
    sha256: Buffer.from(sha256).toString('hex'),
    encoding: encodings.find((one) => one === found.encoding) ?? 'utf-8',
    separator: separatorNames.find((one) => one === found.separator) ?? 'comma',
    locale: isLocale(locale) ? locale : null,
    mapping: Array.isArray(mapping) ? mapping.map((field) => (isField(field) ? field : null)) : [],
    hasFile: found.fileDeletedAt === null,
    needsSecond: kind !== null && approvedById === null && needsSecond({ ...found, kind, above }),
    isAsked: askedById !== null,
    isApproved: approvedById !== null,
    mayAgree: actorId !== null && !isOwn(actorId, hands),
    mayAgreeToWave: actorId !== null && found.waveAskedById !== actorId,
  }
}

export interface ShownRefusal {
  line: number
  column: number | null
  reason: string
}

/** The first rows that do not come in, in the order of the file. */
export const listRefusals = (importId: number, most = 50): Promise<ShownRefusal[]> =>
  db().importRefusal.findMany({
    where: { importId },
    select: { line: true, column: true, reason: true },
    orderBy: { line: 'asc' },
    take: most,
  })

/** How often each reason was, the most frequent first. */
export async function countReasons(importId: number): Promise<{ reason: string; n: number }[]> {
  const counted = await db().importRefusal.groupBy({ by: ['reason'], where: { importId }, _count: { _all: true } })
  return counted
    .map(({ reason, _count }) => ({ reason, n: _count._all }))
    .toSorted((one, other) => other.n - one.n || (one.reason < other.reason ? -1 : 1))
}

/** People whom files brought to a campaign and who have not confirmed, by where they came from: beside the count, never in it. */
export async function importedApart(campaignId: number): Promise<{ source: string; people: number }[]> {
  const found = await db().dataImport.findMany({
    where: { campaignId, kind: 'signatures', state: { in: ['running', 'done', 'cancelled'] } },
    select: { source: true, waiting: true, asked: true },
  })
  const bySource = new Map<string, number>()
  for (const { source, waiting, asked } of found) bySource.set(source, (bySource.get(source) ?? 0) + waiting + asked)
  return [...bySource].flatMap(([source, people]) => (people > 0 ? [{ source, people }] : []))
}

/** Where one signature, or wish for news, came from: for the copy of a person's data. `null`: from a form of this site. */
export async function provenanceOf(subject: { campaignId: number; id: string }) {
  const person = await db().importedPerson.findFirst({
    where: { campaignId: subject.campaignId, subjectId: subject.id },
    select: { importId: true, agreedOn: true },
  })
  if (!person) return null
  const said = await db().dataImport.findUnique({
    where: { id: person.importId },
    select: { source: true, consentWhere: true, consentWhen: true, consentWords: true, consentPurpose: true },
  })
  return said && { ...said, agreedOn: person.agreedOn?.toISOString().slice(0, 10) ?? null }
}
