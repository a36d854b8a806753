import { z } from 'zod'
import { dayRead } from '#app/i18n/calendar.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { besideQuote } from '../beside.ts'
import { excerptOf, longestExcerpt } from '../excerpt.ts'
import { mostPages, mostResults, perPage, type GalleryQuestion } from '../gallery-question.ts'
import type { PublishedTestimony } from '../schema.ts'
import { apart } from './apart.server.ts'
import { asPublished, besideIn, publishedColumns } from './published-row.ts'
import { foundWords, search } from './search.server.ts'

/** A quote may appear without its story: such a testimony has no page. */
const isShown = { state: 'published', publishedText: { not: null }, uses: { has: 'publish' } } as const

/** The texts of these testimonies, in their order; those that are gone meanwhile are left out. */
async function textsOf(ids: readonly string[]): Promise<PublishedTestimony[]> {
  if (ids.length === 0) return []
  const rows = await apart().testimony.findMany({
    where: { id: { in: [...ids] }, ...isShown },
    select: publishedColumns,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? asPublished(row) : []
  })
}

/** The ids after a testimony in the order of the gallery, the newest first; from the beginning without one. */
async function idsAfter(campaignId: number, after: string | null, limit: number): Promise<string[]> {
  const rows = after
    ? await apart().$queryRaw<{ id: string }[]>`
        select s.testimony_id as id from testimonies.shown s, testimonies.testimony t
        where s.campaign_id = ${campaignId} and t.id = ${after}::uuid and (s.published_on, s.testimony_id) < (t.published_on, t.id)
        order by s.published_on desc, s.testimony_id desc limit ${limit}`
    : await apart().$queryRaw<{ id: string }[]>`
        select s.testimony_id as id from testimonies.shown s where s.campaign_id = ${campaignId}
        order by s.published_on desc, s.testimony_id desc limit ${limit}`
  return rows.map(({ id }) => id)
}

/** The newest published testimonies, for the campaign's page. */
export const listVoices = async (campaignId: number, limit: number): Promise<PublishedTestimony[]> =>
  textsOf(await idsAfter(campaignId, null, limit))

export interface GalleryVoice extends PublishedTestimony {
  /** The text goes on at the testimony's own address. */
  cut: boolean
}

export interface GalleryPage {
  voices: GalleryVoice[]
  page: number
  pages: number
  /** Exact up to `mostResults`. */
  total: number
  /** There are more than are counted. */
  more: boolean
  /** Words to mark, in small letters. */
  marks: string[]
}

/** One page of the gallery; `null` when there is no such page. */
export async function findGalleryPage(campaignId: number, question: GalleryQuestion): Promise<GalleryPage | null> {
  const { page } = question
  if (page > mostPages) return null
  const found = await search(campaignId, question)
  const total = Math.min(found.total, mostResults)
  const pages = Math.max(1, Math.ceil(total / perPage))
  if (page > pages) return null
  const texts = await textsOf(found.ids)
  const marks = found.words
    ? await foundWords(
        texts.map(({ title, text }) => `${title}\n${text}`),
        found.words,
      )
    : []
  const marked = new Set(marks)
  const voices = texts.map((voice) => ({
    ...voice,
    ...excerptOf(voice.text, marked),
    cut: voice.text.length > longestExcerpt,
  }))
  return { voices, page, pages, total, more: found.total > mostResults, marks }
}

const isId = (typed: string): boolean => z.uuid().safeParse(typed).success

/** A testimony by its address: `withdrawn` once it has been public and is not any more, whoever took it away, `null` when it never was. */
export async function findPublished(campaignId: number, id: string): Promise<PublishedTestimony | 'withdrawn' | null> {
  if (!isId(id)) return null
  const row = await apart().testimony.findFirst({
    where: { id, campaignId, publishedOn: { not: null } },
    select: {
      ...publishedColumns,
      state: true,
      uses: true,
      decisions: { where: { kind: 'uses-changed' }, select: { at: true } },
    },
  })
  if (!row?.publishedOn) return null
  const { state, uses, decisions, publishedOn, ...published } = row
  if (state !== 'published') return 'withdrawn'
  const [shown] = asPublished({ ...published, publishedOn })
  if (shown) return uses.includes('publish') ? shown : 'withdrawn'
  // A quote stands alone: its story never had this address, or left it when its witness took that consent back.
  return decisions.some(({ at }) => at >= publishedOn) ? 'withdrawn' : null
}

export interface Neighbours {
  newer: { id: string; title: string; locale: string } | null
  older: { id: string; title: string; locale: string } | null
}

/** What stands before and after a published testimony in the gallery. */
export async function findNeighbours(campaignId: number, id: string): Promise<Neighbours> {
  const [newer, [older]] = await Promise.all([
    apart().$queryRaw<{ id: string }[]>`
      select s.testimony_id as id from testimonies.shown s, testimonies.shown here
      where s.campaign_id = ${campaignId} and here.testimony_id = ${id}::uuid
        and (s.published_on, s.testimony_id) > (here.published_on, here.testimony_id)
      order by s.published_on, s.testimony_id limit 1`,
    idsAfter(campaignId, id, 1),
  ])
  const texts = await textsOf([newer[0]?.id, older].flatMap((one) => (one ? [one] : [])))
  const named = (one: string | undefined) => {
    const found = texts.find((text) => text.id === one)
    return found ? { id: found.id, title: found.title, locale: found.locale } : null
  }
  return { newer: named(newer[0]?.id), older: named(older) }
}

export interface Stretch {
  voices: PublishedTestimony[]
  /** Where the next stretch begins; `null` at the end. */
  next: string | null
}

/** A stretch of the gallery for programs, after a testimony that is or was public; `null` when that never was. */
export async function findStretch(campaignId: number, after: string | null, limit: number): Promise<Stretch | null> {
  if (after !== null && (await findPublished(campaignId, after)) === null) return null
  const ids = await idsAfter(campaignId, after, limit + 1)
  return { voices: await textsOf(ids.slice(0, limit)), next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
}

export interface Quote {
  id: string
  locale: string
  quote: string
  system: string | null
  department: string | null
  period: string | null
  publishedOn: string
  /** Its story can be read here. */
  hasPage: boolean
}

const mostQuotes = 200

const isQuoted = {
  state: 'published',
  publishedQuote: { not: null },
  publishedOn: { not: null },
  uses: { hasEvery: ['quote', 'press'] },
} satisfies Prisma.TestimonyWhereInput

/** Sentences for the press: of those who consent to being quoted and to the press, both. The newest first. */
export const listQuotes = (campaignId: number): Promise<Quote[]> => quotesWhere({ campaignId })

/** Those of the given numbers that may be quoted now. */
export const findQuotes = (campaignId: number, ids: readonly string[]): Promise<Quote[]> =>
  quotesWhere({ campaignId, id: { in: ids.filter(isId) } })

async function quotesWhere(which: Prisma.TestimonyWhereInput): Promise<Quote[]> {
  const rows = await apart().testimony.findMany({
    where: { ...which, ...isQuoted },
    select: { ...publishedColumns, publishedQuote: true, uses: true },
    orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
    take: mostQuotes,
  })
  return rows.flatMap(({ publishedQuote: quote, publishedOn, publishedText, uses, id, locale, ...row }) => {
    if (quote === null || !publishedOn) return []
    const { system, department, period } = besideQuote(besideIn(row))
    const hasPage = publishedText !== null && uses.includes('publish')
    return [{ id, locale, quote, system, department, period, publishedOn: dayRead(publishedOn), hasPage }]
  })
}

/** What on the site somebody may contest: a story on its page, or a sentence that stands alone among the quotes. */
export interface Contestable {
  id: string
  locale: string
  /** Empty for a sentence. */
  title: string
  text: string
  publishedOn: string
  /** Otherwise its place is the page of the quotes. */
  hasPage: boolean
}

/** What stands on the site under that number; `withdrawn` and `null` as of `findPublished`. */
export async function findContestable(campaignId: number, id: string): Promise<Contestable | 'withdrawn' | null> {
  const story = await findPublished(campaignId, id)
  if (story !== null && story !== 'withdrawn') return { ...story, hasPage: true }
  if (!isId(id)) return null
  const row = await apart().testimony.findFirst({
    where: { id, campaignId, ...isQuoted },
    select: { locale: true, publishedQuote: true, publishedOn: true },
  })
  if (!row?.publishedOn || row.publishedQuote === null) return story
  const { locale, publishedQuote: text, publishedOn } = row
  return { id, locale, title: '', text, publishedOn: dayRead(publishedOn), hasPage: false }
}
