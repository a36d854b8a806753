import { departments } from '#app/features/campaigns/departments.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { consequences, isMonth, systems, type Consequence, type System } from './schema.ts'

/** What a reader asks of the gallery. All of it is public, so it stands in the address. */
export interface GalleryQuestion {
  /** As typed, in one line. Every word must occur; there is no syntax. */
  q: string
  system: System | null
  consequence: Consequence | null
  department: string | null
  /** `YYYY` or `YYYY-MM`. */
  period: string | null
  language: Locale | null
  /** From 1. */
  page: number
}

export const longestSearch = 100
/** More results than this are neither counted nor leafed through: who has that many asks more precisely. */
export const mostResults = 10_000
export const perPage = 20
export const mostPages = mostResults / perPage

const among = <V extends string>(list: readonly V[], value: string | null): V | null =>
  list.find((one) => one === value) ?? null

const codes = departments.map(({ code }) => code)
const isPeriod = (value: string): boolean => /^(?:19|20)\d\d$/.test(value) || isMonth(value)

/** One line, accents composed, and nothing that no database keeps or no page shows. */
function tidy(typed: string): string {
  const line = typed
    .slice(0, 4 * longestSearch)
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, longestSearch).join('').trim()
}

/** Reads an address. What it does not understand it leaves out: a mistyped filter shows more, never an error. */
export function readGalleryQuestion(asked: URLSearchParams): GalleryQuestion {
  const period = asked.get('period')
  const language = asked.get('language')
  const page = asked.get('page') ?? ''
  return {
    q: tidy(asked.get('q') ?? ''),
    system: among(systems, asked.get('system')),
    consequence: among(consequences, asked.get('consequence')),
    department: among(codes, asked.get('department')),
    period: period !== null && isPeriod(period) ? period : null,
    language: language !== null && isLocale(language) ? language : null,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

/** The same question as part of an address, always spelled alike: `?q=…&page=2`, or nothing. */
export function galleryQuery(question: Partial<GalleryQuestion>): string {
  const { q = '', system, consequence, department, period, language, page = 1 } = question
  const given = [
    ['q', q],
    ['system', system],
    ['consequence', consequence],
    ['department', department],
    ['period', period],
    ['language', language],
    ['page', page > 1 ? String(page) : ''],
  ].flatMap(([name, value]) => (name && value ? [[name, value]] : []))
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''
}

/** Anything but "all of them": such a page is for who asked, not for a search engine. */
export const isNarrowed = (question: GalleryQuestion): boolean => galleryQuery({ ...question, page: 1 }) !== ''
