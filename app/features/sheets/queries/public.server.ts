import { dayRead } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import type { SheetForm } from '../form.ts'
import { isExpired } from '../rules.ts'
import type { InBoth, Sheet, SheetChange, SheetKind, SheetVersion } from '../schema.ts'

const shown = { id: true, slug: true, position: true, version: true, verifiedOn: true, checkBy: true } as const
const lastVersion = {
  orderBy: { version: 'desc' },
  take: 1,
  select: { content: true, publishedOn: true },
} as const

interface Row {
  id: number
  slug: string
  position: number
  version: number
  verifiedOn: Date
  checkBy: Date
  versions: { content: unknown; publishedOn: Date }[]
}

/** What was kept by an older program and is no longer understood is not shown, and said in the log. */
function typed<T>(row: Row, form: SheetForm<T>): Sheet<T> | null {
  const [version] = row.versions
  const read = form.content.safeParse(version?.content)
  if (!version || !read.success) {
    log.error('a sheet is not understood', { id: `${form.kind}:${row.id}` })
    return null
  }
  const { id, slug, position, verifiedOn, checkBy } = row
  return {
    id,
    slug,
    position,
    version: row.version,
    content: read.data,
    verifiedOn: dayRead(verifiedOn),
    checkBy: dayRead(checkBy),
    publishedOn: dayRead(version.publishedOn),
  }
}

/** A text that is being verified again: its name and since when, never its words. */
export interface ExpiredSheet {
  slug: string
  title: InBoth
  checkBy: string
  /** Its heading, of a kind that stands under several. */
  part?: string
}

const expiredOf = <T>({ slug, content, checkBy }: Sheet<T>, form: SheetForm<T>): ExpiredSheet => ({
  slug,
  title: { fr: form.title(content, 'fr'), en: form.title(content, 'en') },
  checkBy,
  ...(form.part && { part: form.part(content) }),
})

const published = { retired: false, version: { gt: 0 } } as const

/** The sheets of a kind that are on the site, in their order; apart from them those whose day to be verified has passed. */
export async function listSheets<T>(
  campaignId: number,
  form: SheetForm<T>,
  today: string,
): Promise<{ current: Sheet<T>[]; expired: ExpiredSheet[] }> {
  const rows = await db().sheet.findMany({
    where: { campaignId, kind: form.kind, ...published },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { ...shown, versions: lastVersion },
  })
  const sheets = rows.flatMap((row) => typed(row, form) ?? [])
  return {
    current: sheets.filter((sheet) => !isExpired(sheet, today)),
    expired: sheets.filter((sheet) => isExpired(sheet, today)).map((sheet) => expiredOf(sheet, form)),
  }
}

export type FoundSheet<T> =
  { found: 'current'; sheet: Sheet<T> } | ({ found: 'expired' } & ExpiredSheet) | { found: 'none' }

/** One sheet by its slug. */
export async function findSheet<T>(
  campaignId: number,
  form: SheetForm<T>,
  { slug, today }: { slug: string; today: string },
): Promise<FoundSheet<T>> {
  const row = await db().sheet.findFirst({
    where: { campaignId, kind: form.kind, slug, ...published },
    select: { ...shown, versions: lastVersion },
  })
  const sheet = row && typed(row, form)
  if (!sheet) return { found: 'none' }
  return isExpired(sheet, today) ? { found: 'expired', ...expiredOf(sheet, form) } : { found: 'current', sheet }
}

const isChange = (text: string): text is SheetChange | 'first' =>
  text === 'first' || text === 'correction' || text === 'update'

const ofVersion = {
  version: true,
  content: true,
  change: true,
  noteFr: true,
  noteEn: true,
  publishedOn: true,
} as const

interface VersionRow {
  version: number
  content: unknown
  change: string
  noteFr: string
  noteEn: string
  publishedOn: Date
}

const readVersions = <T>(rows: readonly VersionRow[], form: SheetForm<T>): SheetVersion<T>[] =>
  rows.flatMap(({ version, content, change, noteFr, noteEn, publishedOn }) => {
    const read = form.content.safeParse(content)
    if (!read.success || !isChange(change)) return []
    const note = { fr: noteFr, en: noteEn }
    return [{ version, content: read.data, change, note, publishedOn: dayRead(publishedOn) }]
  })

/** Every version that was ever published, the newest first: the history of a sheet is public as long as it is. */
export async function listVersions<T>(
  campaignId: number,
  form: SheetForm<T>,
  slug: string,
): Promise<SheetVersion<T>[]> {
  const rows = await db().sheetVersion.findMany({
    where: { sheet: { campaignId, kind: form.kind, slug, retired: false } },
    orderBy: { version: 'desc' },
    select: ofVersion,
  })
  return readVersions(rows, form)
}

/** Every published version of every sheet of a kind, by slug; the newest first. */
export async function listAllVersions<T>(
  campaignId: number,
  form: SheetForm<T>,
): Promise<ReadonlyMap<string, SheetVersion<T>[]>> {
  const rows = await db().sheetVersion.findMany({
    where: { sheet: { campaignId, kind: form.kind, retired: false } },
    orderBy: { version: 'desc' },
    select: { ...ofVersion, sheet: { select: { slug: true } } },
  })
  const bySlug = new Map<string, SheetVersion<T>[]>()
  for (const row of rows)
    bySlug.set(row.sheet.slug, [...(bySlug.get(row.sheet.slug) ?? []), ...readVersions([row], form)])
  return bySlug
}

/** Which kinds of sheets a campaign shows: what it has none of is not linked. */
export async function kindsShown(campaignId: number): Promise<ReadonlySet<string>> {
  const rows = await db().sheet.groupBy({ by: ['kind'], where: { campaignId, ...published } })
  return new Set(rows.map(({ kind }) => kind))
}

/** Whether a campaign shows sheets of a kind. */
export const showsKind = async (campaignId: number, kind: SheetKind): Promise<boolean> =>
  (await kindsShown(campaignId)).has(kind)
