import { z } from 'zod'

/** What a sheet is about. Each room that has sheets owns one kind or two. */
export const sheetKinds = [
  'law',
  'letter',
  'path',
  'system',
  'claim',
  'commitment',
  'channel',
  'press',
  'scoring',
] as const
export type SheetKind = (typeof sheetKinds)[number]

export const isSheetKind = (text: string): text is SheetKind => sheetKinds.some((kind) => kind === text)

/** Why there is another version: the one before was wrong, or what it speaks of has moved on. */
export const sheetChanges = ['correction', 'update'] as const
export type SheetChange = (typeof sheetChanges)[number]

export const isSheetSlug = (text: string): boolean => text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

/** A text in both languages. */
export interface InBoth {
  fr: string
  en: string
}

/** A sheet as the public may read it. Days are `YYYY-MM-DD`. */
export interface Sheet<T> {
  id: number
  slug: string
  position: number
  version: number
  content: T
  verifiedOn: string
  checkBy: string
  publishedOn: string
}

export interface SheetVersion<T> {
  version: number
  content: T
  change: SheetChange | 'first'
  note: InBoth
  publishedOn: string
}

/** What a sheet was before anybody touched it. */
export interface SheetSeed<T> {
  slug: string
  content: T
  verifiedOn: string
  checkBy: string
}

/** A day typed or kept: `2026-02-30` is none. */
export const sheetDay = z
  .string({ error: 'sheets.errors.day' })
  .trim()
  .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isRealDay(typed), 'sheets.errors.day')

function isRealDay(typed: string): boolean {
  const instant = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(typed)
}

/** What no address has: blanks, what nobody sees, quotes and brackets that might end the attribute it stands in. */
const noAddress = /[\s\p{C}<>"\\]/u

function isWebAddress(typed: string, scheme: RegExp): boolean {
  if (!scheme.test(typed) || noAddress.test(typed) || !URL.canParse(typed)) return false
  const { username, password } = new URL(typed)
  // `https://france-travail.fr@elsewhere.example` leads elsewhere than it seems to.
  return username === '' && password === ''
}

const address = (scheme: RegExp) =>
  z
    .string({ error: 'sheets.errors.url' })
    .trim()
    .max(1000)
    .refine((typed) => isWebAddress(typed, scheme), 'sheets.errors.url')

/** A page of the web, `https://…`: nothing that a browser would run, nothing that hides where it leads. */
export const sheetUrl = address(/^https:\/\//i)

/** A source, some of which exist without https alone: old bulletins of public services. */
export const sheetSourceUrl = address(/^https?:\/\//i)

/** What a sheet holds, as it is kept: a JSON object. */
export const sheetJson = z.record(z.string(), z.json())
export type SheetJson = z.infer<typeof sheetJson>
