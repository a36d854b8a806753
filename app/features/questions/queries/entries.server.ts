import { dayKept, dayRead, plusDays } from '#app/i18n/calendar.ts'
import { daysOfWarning } from '#app/features/sheets/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { entryStanding, type EntryStanding, type Version } from '../rules/entry.ts'
import { themes, wordsIn, type EntryState, type EntryWords, type Theme } from '../schema.ts'

/** An entry in the list of a campaign. */
export interface ListedEntry {
  id: number
  slug: string
  state: EntryState
  theme: Theme
  question: string
  languages: Locale[]
  verifiedOn: string | null
  checkBy: string | null
  standing: EntryStanding
  /** How often somebody said that it answers them. */
  helped: number
}

const knownTheme = (theme: string): Theme => themes.find((one) => one === theme) ?? 'understand'
const day = (kept: Date | null) => kept && dayRead(kept)
const words = { questionFr: true, answerFr: true, questionEn: true, answerEn: true } as const
const languagesOf = (row: EntryWords): Locale[] =>
  (['fr', 'en'] as const).filter((locale) => wordsIn(row, locale).question !== '')

/** Every entry of a campaign: what is proposed first, then the site in its order, then what left it. */
export async function listEntries(campaignId: number, locale: Locale, today: string): Promise<ListedEntry[]> {
  const rows = await db().question.findMany({
    where: { campaignId },
    orderBy: [{ state: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      slug: true,
      state: true,
      theme: true,
      ...words,
      verifiedOn: true,
      checkBy: true,
      _count: { select: { helps: true } },
    },
  })
  const warnFrom = plusDays(today, daysOfWarning)
  return rows.map((row) => {
    const languages = languagesOf(row)
    const shown = languages.includes(locale) ? locale : (languages[0] ?? locale)
    const checkBy = day(row.checkBy)
    return {
      id: row.id,
      slug: row.slug,
      state: row.state,
      theme: knownTheme(row.theme),
      question: wordsIn(row, shown).question,
      languages,
      verifiedOn: day(row.verifiedOn),
      checkBy,
      standing: entryStanding({ state: row.state, checkBy }, { today, warnFrom }),
      helped: row._count.helps,
    }
  })
}

export interface EntryForDesk extends EntryWords {
  id: number
  slug: string
  state: EntryState
  theme: Theme
  revision: number
  version: number
  verifiedOn: string | null
  checkBy: string | null
  versions: Version[]
  /** How many visitors wait for this entry, or were sent to it. */
  asked: number
}

/** One entry with all that it ever said. */
export async function findEntry(campaignId: number, id: number): Promise<EntryForDesk | null> {
  const row = await db().question.findFirst({
    where: { id, campaignId },
    select: {
      id: true,
      slug: true,
      state: true,
      theme: true,
      revision: true,
      version: true,
      ...words,
      verifiedOn: true,
      checkBy: true,
      versions: { orderBy: { version: 'desc' } },
      _count: { select: { asked: true } },
    },
  })
  if (!row) return null
  const { _count, versions, ...entry } = row
  return {
    ...entry,
    theme: knownTheme(row.theme),
    verifiedOn: day(row.verifiedOn),
    checkBy: day(row.checkBy),
    versions: versions.map((one) => ({ ...one, publishedOn: dayRead(one.publishedOn) })),
    asked: _count.asked,
  }
}

interface EntriesToDo {
  proposed: number
  /** Hidden until somebody has verified them again. */
  overdue: number
  /** Still shown, and to be verified within `daysOfWarning`. */
  soon: number
  /** Of a campaign where there is something; `null`: there is nothing. */
  slug: string | null
}

/** What campaigners have to do about answers, over all campaigns. Days are `YYYY-MM-DD`. */
export async function countEntriesToDo(today: string): Promise<EntriesToDo> {
  const [day, warnFrom] = [dayKept(today), dayKept(plusDays(today, daysOfWarning))]
  const published = { state: 'published' as const }
  const count = (where: object) =>
    db().question.groupBy({ by: ['campaignId'], where, orderBy: { campaignId: 'asc' }, _count: true })
  const [proposed, overdue, soon] = await Promise.all([
    count({ state: 'proposed' }),
    count({ ...published, checkBy: { lt: day } }),
    count({ ...published, checkBy: { gte: day, lte: warnFrom } }),
  ])
  const [first] = [...overdue, ...proposed, ...soon]
  const campaign =
    first && (await db().campaign.findUnique({ where: { id: first.campaignId }, select: { slug: true } }))
  const sum = (rows: readonly { _count: number }[]) => rows.reduce((n, row) => n + row._count, 0)
  return { proposed: sum(proposed), overdue: sum(overdue), soon: sum(soon), slug: campaign?.slug ?? null }
}
