import { z } from 'zod'
import type { PublishedTestimony } from '../schema.ts'
import { apart } from './apart.server.ts'

/** Only what may be read by anyone: no query of this file selects a sealed column. */
const publishedColumns = {
  id: true,
  locale: true,
  system: true,
  department: true,
  period: true,
  publishedTitle: true,
  publishedText: true,
  contentWarning: true,
  publishedOn: true,
} as const

interface Row {
  id: string
  locale: string
  system: string
  department: string | null
  period: string | null
  publishedTitle: string | null
  publishedText: string | null
  contentWarning: string | null
  publishedOn: Date | null
}

const asPublished = ({ publishedTitle, publishedText, publishedOn, ...row }: Row): PublishedTestimony[] =>
  publishedTitle !== null && publishedText !== null && publishedOn
    ? [{ ...row, title: publishedTitle, text: publishedText, publishedOn: publishedOn.toISOString().slice(0, 10) }]
    : []

/** A quote may appear without its story: such a testimony has no page. */
const isShown = { state: 'published', publishedText: { not: null } } as const

const newestFirst = [{ publishedOn: 'desc' }, { id: 'asc' }] as const

async function list(campaignId: number, slice: { take: number; skip?: number }): Promise<PublishedTestimony[]> {
  const rows = await apart().testimony.findMany({
    where: { campaignId, ...isShown },
    select: publishedColumns,
    orderBy: [...newestFirst],
    ...slice,
  })
  return rows.flatMap(asPublished)
}

/** The newest published testimonies, for the campaign's page. */
export const listVoices = (campaignId: number, limit: number): Promise<PublishedTestimony[]> =>
  list(campaignId, { take: limit })

const perPage = 20

export interface GalleryPage {
  voices: PublishedTestimony[]
  page: number
  pages: number
  total: number
}

/** One page of the gallery; `null` when there is no such page. */
export async function findGalleryPage(campaignId: number, page: number): Promise<GalleryPage | null> {
  const total = await apart().testimony.count({ where: { campaignId, ...isShown } })
  const pages = Math.max(1, Math.ceil(total / perPage))
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  return { voices: await list(campaignId, { take: perPage, skip: (page - 1) * perPage }), page, pages, total }
}

/** A testimony by its address: `withdrawn` once it has been public and is not any more, whoever took it away, `null` when it never was. */
export async function findPublished(campaignId: number, id: string): Promise<PublishedTestimony | 'withdrawn' | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await apart().testimony.findFirst({
    where: { id, campaignId, publishedOn: { not: null } },
    select: { ...publishedColumns, state: true },
  })
  if (!row) return null
  const { state, ...published } = row
  return state === 'published' ? (asPublished(published)[0] ?? null) : 'withdrawn'
}
