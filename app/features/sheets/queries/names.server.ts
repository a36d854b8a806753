import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { DeskForm } from '../form.ts'
import { isSheetKind, sheetKinds, type InBoth, type SheetKind } from '../schema.ts'

/** A text by what the public calls it. */
export interface NamedSheet {
  id: number
  kind: SheetKind
  title: InBoth
  /** Of the campaign it belongs to. */
  association: string
}

/** The titles of what is published, in the order of the lists; a draft names nothing. Its slug stands for what is not understood. */
export async function listNamed(ids: readonly number[], forms: readonly DeskForm[]): Promise<NamedSheet[]> {
  const rows = await db().sheet.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ campaignId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      campaignId: true,
      kind: true,
      slug: true,
      versions: { orderBy: { version: 'desc' }, take: 1, select: { content: true } },
    },
  })
  const campaigns = await db().campaign.findMany({
    where: { id: { in: [...new Set(rows.map(({ campaignId }) => campaignId))] } },
    select: { id: true, association: true },
  })
  const associations = new Map(campaigns.map(({ id, association }) => [id, association]))
  return rows.flatMap(({ id, campaignId, kind, slug, versions }) => {
    if (!isSheetKind(kind)) return []
    const read = forms.find((form) => form.kind === kind)?.read(versions[0]?.content, slug)
    const title = read?.ok ? read.title : { fr: slug, en: slug }
    return [{ id, kind, title, association: associations.get(campaignId) ?? '' }]
  })
}

/** The titles of some of them by kind, in one language; kinds without any are left out. */
export const namesByKind = (sheets: readonly NamedSheet[], ids: ReadonlySet<number>, locale: Locale) =>
  sheetKinds
    .map((kind) => ({
      kind,
      titles: sheets.filter((sheet) => sheet.kind === kind && ids.has(sheet.id)).map(({ title }) => title[locale]),
    }))
    .filter(({ titles }) => titles.length > 0)
