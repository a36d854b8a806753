import { dayRead } from '#app/i18n/calendar.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { renderMarkdown } from '#emails/markdown.ts'
import { factsChanged, isOverdue, type FactsChanged, type Version } from '../rules/entry.ts'
import { indexOf, nearestIn, type Findable, type Index } from '../near.ts'
import { themes, wordsIn, type Change, type EntryWords, type Theme } from '../schema.ts'

/** Far more than a page of answers has; a bound all the same. */
const mostEntries = 300

/** A change of facts, for everyone to see. */
export interface ShownChange {
  on: string
  change: Change
  note: string
  /** What was said before. */
  question: string
  answerHtml: string
}

/** An answer as anyone reads it. Days are `YYYY-MM-DD`. */
export interface ShownEntry {
  slug: string
  theme: Theme
  question: string
  answerHtml: string
  /** The language of the words: another than the page's when there are none in that. */
  lang: Locale
  publishedOn: string | null
  updatedOn: string | null
  verifiedOn: string | null
  history: ShownChange[]
}

/** Past its day: the public is told that it is verified again, and since when. */
export interface OverdueEntry {
  slug: string
  theme: Theme
  question: string
  lang: Locale
  since: string
}

const shown = {
  slug: true,
  theme: true,
  questionFr: true,
  answerFr: true,
  questionEn: true,
  answerEn: true,
  publishedOn: true,
  updatedOn: true,
  verifiedOn: true,
  checkBy: true,
} as const

/** In the order of the team; all or some. */
const published = (campaignId: number, slugs?: string[]) => ({
  where: { campaignId, state: 'published' as const, slug: { in: slugs } },
  orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
  take: mostEntries,
})

const rowsOf = (campaignId: number) => db().question.findMany({ ...published(campaignId), select: shown })
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const withVersions = (campaignId: number, slugs?: string[]) =>
  db().question.findMany({ ...published(campaignId, slugs), select: { ...shown, versions: true } })
type RowWithVersions = Awaited<ReturnType<typeof withVersions>>[number]

const other = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr')
const hasWords = (words: EntryWords, locale: Locale) => wordsIn(words, locale).question !== ''
const languageOf = (words: EntryWords, locale: Locale): Locale => (hasWords(words, locale) ? locale : other(locale))
const day = (kept: Date | null) => kept && dayRead(kept)
const knownTheme = (theme: string): Theme => themes.find((one) => one === theme) ?? 'understand'
const html = (markdown: string) => renderMarkdown(markdown).siteHtml

function shownChange({ version, before }: FactsChanged, lang: Locale): ShownChange[] {
  // In a language that was added later there was nothing before.
  const said = wordsIn(before, lang)
  if (said.question === '') return []
  const note = lang === 'fr' ? version.noteFr : version.noteEn
  return [
    { on: version.publishedOn, change: version.change, note, question: said.question, answerHtml: html(said.answer) },
  ]
}

function shownEntry(row: RowWithVersions, locale: Locale): ShownEntry {
  const lang = languageOf(row, locale)
  const { question, answer } = wordsIn(row, lang)
  const versions = row.versions.map((one): Version => ({ ...one, publishedOn: dayRead(one.publishedOn) }))
  return {
    slug: row.slug,
    theme: knownTheme(row.theme),
    question,
    answerHtml: html(answer),
    lang,
    publishedOn: day(row.publishedOn),
    updatedOn: day(row.updatedOn),
    verifiedOn: day(row.verifiedOn),
    history: factsChanged(versions).flatMap((one) => shownChange(one, lang)),
  }
}

const findableOf = (row: Row): Findable[] =>
  (['fr', 'en'] as const).flatMap((locale) => {
    const { question, answer } = wordsIn(row, locale)
    return question === '' ? [] : [{ id: row.slug, question, answer }]
  })

const isCurrent = (today: string) => (row: Row) => !isOverdue({ checkBy: day(row.checkBy) }, today)

interface Reading {
  campaignId: number
  locale: Locale
  today: string
}

/** Everything that is answered, in the order of the team; and what is being verified again. */
export async function findFaq({ campaignId, locale, today }: Reading) {
  const rows = await withVersions(campaignId)
  return {
    entries: rows.filter(isCurrent(today)).map((row) => shownEntry(row, locale)),
    overdue: rows.flatMap((row): OverdueEntry[] => {
      const checkBy = day(row.checkBy)
      if (checkBy === null || !isOverdue({ checkBy }, today)) return []
      const lang = languageOf(row, locale)
      const { slug, theme } = row
      return [{ slug, theme: knownTheme(theme), question: wordsIn(row, lang).question, lang, since: checkBy }]
    }),
  }
}

interface Ready {
  things: readonly Findable[]
  index: Index
}
/** By campaign, what is published there and made ready to be searched. What anyone reads; nothing that somebody searched. */
const readied = () => singleton('faq-index', () => new Map<number, Ready>())

const isSame = (one: Findable, other: Findable | undefined): boolean =>
  one.id === other?.id && one.question === other.question && one.answer === other.answer

/** Kept for as long as the words are the same: making it costs more than comparing them. */
function readyIndex(campaignId: number, things: readonly Findable[]): Index {
  const known = readied().get(campaignId)
  if (known?.things.length === things.length && known.things.every((one, at) => isSame(one, things[at])))
    return known.index
  const index = indexOf(things)
  readied().set(campaignId, { things, index })
  return index
}

/** The answers nearest to a text, the nearest first. Neither the text nor a word of it goes to the database; of the answers only those found are made to be shown. */
export async function findNearAnswers(
  text: string,
  most: number,
  { campaignId, locale, today }: Reading,
): Promise<ShownEntry[]> {
  const rows = (await rowsOf(campaignId)).filter(isCurrent(today))
  const found = nearestIn(text, readyIndex(campaignId, rows.flatMap(findableOf)), most)
  if (found.length === 0) return []
  const whole = await withVersions(
    campaignId,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id }) => {
    const row = whole.find(({ slug }) => slug === id)
    return row ? [shownEntry(row, locale)] : []
  })
}

/** An answer for programs, in each language that it has. */
export interface EntryForPrograms {
  slug: string
  theme: Theme
  fr: { question: string; answer: string } | null
  en: { question: string; answer: string } | null
  publishedOn: string | null
  updatedOn: string | null
  verifiedOn: string | null
}

/** The same for programs: Markdown, both languages. */
export async function listForPrograms(campaignId: number, today: string): Promise<EntryForPrograms[]> {
  const rows = (await rowsOf(campaignId)).filter(isCurrent(today))
  const said = (row: Row, locale: Locale) => (hasWords(row, locale) ? wordsIn(row, locale) : null)
  return rows.map((row) => ({
    slug: row.slug,
    theme: knownTheme(row.theme),
    fr: said(row, 'fr'),
    en: said(row, 'en'),
    publishedOn: day(row.publishedOn),
    updatedOn: day(row.updatedOn),
    verifiedOn: day(row.verifiedOn),
  }))
}

/** The newest answers, by the day they appeared or last changed. */
export async function listNewest({ campaignId, locale, today }: Reading, most: number): Promise<ShownEntry[]> {
  const { entries } = await findFaq({ campaignId, locale, today })
  const at = ({ updatedOn, publishedOn }: ShownEntry) => updatedOn ?? publishedOn ?? ''
  return entries.toSorted((one, another) => at(another).localeCompare(at(one))).slice(0, most)
}
