import type { Locale } from '#app/i18n/locale.ts'

/** `day` as `YYYY-MM-DD`. */
export interface DayValue {
  day: string
  value: number
}

interface Table {
  kind: 'table'
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** Which columns hold numbers. */
  numeric: readonly number[]
  /** Drawn behind the last column, as shares of the widest; says nothing that the number does not say. */
  bars?: readonly number[]
}

/** What a pack is made of, before it is drawn or written: both say the same because both are made from this. */
export type PackBlock =
  | { kind: 'heading'; level: 3 | 4; text: string }
  | { kind: 'paragraph'; text: string; small?: boolean }
  | { kind: 'list'; ordered: boolean; items: readonly string[] }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** To the letter: a hash, a note. */
  | { kind: 'exact'; label: string; text: string }
  | Table
  | { kind: 'chart'; title: string; points: readonly DayValue[]; summary: string }
  | { kind: 'quote'; text: string; credit: string; lang: string }
  | { kind: 'code'; url: string; alt: string; caption: string }

export interface PackSection {
  id: string
  title: string
  /** Begins a page of its own. */
  apart: boolean
  blocks: readonly PackBlock[]
}

export interface PackDocument {
  locale: Locale
  association: string
  title: string
  kicker: string
  /** What the document is: "Delivery of the petition". */
  subtitle: string
  /** Whom, when, who: under the title. */
  facts: readonly (readonly [label: string, value: string])[]
  figure: { value: string; label: string } | null
  /** Said before everything else: a preview, a demonstration. */
  warnings: readonly string[]
  contents: string
  /** At the head of every page but the first. */
  running: string
  /** At the foot of every page. */
  foot: string
  pageOf: (page: number, pages: number) => string
  /** Kept in the file: the same pack makes the same bytes. */
  dated: Date
  sections: readonly PackSection[]
}
