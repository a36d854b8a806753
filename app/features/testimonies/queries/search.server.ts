import { Prisma } from '#app/infra/db/generated/client.ts'
import { mostResults, perPage, type GalleryQuestion } from '../gallery-question.ts'
import { wordsLike } from '../marks.ts'
import { apart } from './apart.server.ts'

/** The stems of what was typed, in each language of a story. */
export interface Sought {
  fr: string[]
  en: string[]
}

/** `null` when nothing was typed. */
async function sought(q: string): Promise<Sought | null> {
  if (q === '') return null
  const [row] = await apart().$queryRaw<Sought[]>`
    select testimonies.stems('fr', ${q}) as fr, testimonies.stems('en', ${q}) as en`
  return row ?? { fr: [], en: [] }
}

/** Whole years and months are ranges of the same text. A year holds those that say no more than the year, too. */
const boundsOf = (period: string | null) => ({ since: period, until: period?.length === 4 ? `${period}-12` : period })

function whenOf(period: string) {
  const { since, until } = boundsOf(period)
  return Prisma.sql`s.period >= ${since} and s.period <= ${until}`
}

function filters(campaignId: number, question: GalleryQuestion): Prisma.Sql {
  const { system, consequence, department, period, language } = question
  return Prisma.join(
    [
      Prisma.sql`s.campaign_id = ${campaignId}`,
      ...(system ? [Prisma.sql`s.system = ${system}`] : []),
      ...(department ? [Prisma.sql`s.department = ${department}`] : []),
      ...(period ? [whenOf(period)] : []),
      ...(language ? [Prisma.sql`s.locale = ${language}`] : []),
      ...(consequence ? [Prisma.sql`s.consequences @> ${[consequence]}::text[]`] : []),
    ],
    ' and ',
  )
}

export interface Found {
  /** Those of the asked page, the newest first. */
  ids: string[]
  /** Exact as far as `mostResults`; above, any larger number. */
  total: number
  words: Sought | null
}

async function narrowed(campaignId: number, question: GalleryQuestion, skipped: number): Promise<Omit<Found, 'words'>> {
  const where = filters(campaignId, question)
  const [counted, rows] = await Promise.all([
    apart().$queryRaw<{ total: number }[]>`
      select count(*)::int as total from (select from testimonies.shown s where ${where} limit ${mostResults + 1}) found`,
    apart().$queryRaw<{ id: string }[]>`
      select s.testimony_id as id from testimonies.shown s where ${where}
      order by s.published_on desc, s.testimony_id desc limit ${perPage} offset ${skipped}`,
  ])
  return { ids: rows.map(({ id }) => id), total: counted[0]?.total ?? 0 }
}

/** Words of nothing but articles find nothing, rather than everything. */
const asKept = (language: string, stems: readonly string[]): string[] | null =>
  stems.length === 0 ? null : stems.map((stem) => `${language}:${stem}`)

async function saying(
  campaignId: number,
  question: GalleryQuestion,
  { fr, en }: Sought,
): Promise<Omit<Found, 'words'>> {
  const { system, consequence, department, period, language, page } = question
  const { since, until } = boundsOf(period)
  const [found] = await apart().$queryRaw<Omit<Found, 'words'>[]>`
    select total, ids from testimonies.find(${campaignId}::int, ${asKept('fr', fr)}::text[], ${asKept('en', en)}::text[],
      ${system}::text, ${consequence}::text, ${department}::text, ${since}::text, ${until}::text, ${language}::text,
      ${perPage}::int, ${(page - 1) * perPage}::int)`
  return found ?? { ids: [], total: 0 }
}

/** Which testimonies answer a question, and how many: from the narrow table alone. */
export async function search(campaignId: number, question: GalleryQuestion): Promise<Found> {
  const words = await sought(question.q)
  const found = words
    ? await saying(campaignId, question, words)
    : await narrowed(campaignId, question, (question.page - 1) * perPage)
  return { ...found, words }
}

/** The periods that stories tell of, the latest first: months, and years alone, leapt through in their index. */
export async function listPeriods(campaignId: number): Promise<string[]> {
  const rows = await apart().$queryRaw<{ period: string }[]>`
    with recursive months as (
      (select s.period from testimonies.shown s where s.campaign_id = ${campaignId} and s.period is not null order by s.period desc limit 1)
      union all
      select (select s.period from testimonies.shown s where s.campaign_id = ${campaignId} and s.period < m.period order by s.period desc limit 1)
      from months m where m.period is not null
    )
    select period from months where period is not null limit 240`
  return rows.map(({ period }) => period)
}

/** Of the words that stand in these texts, those that a search found: folded, to be marked where they stand. */
export async function foundWords(texts: readonly string[], { fr, en }: Sought): Promise<string[]> {
  const likely = wordsLike(texts, [...fr, ...en])
  if (likely.length === 0) return []
  const rows = await apart().$queryRaw<{ word: string }[]>`
    select word from unnest(${likely}::text[]) word
    where testimonies.stems('fr', word) && ${fr}::text[] or testimonies.stems('en', word) && ${en}::text[]`
  return rows.map(({ word }) => word.toLowerCase())
}
