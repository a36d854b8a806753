import type { Locale } from '#app/i18n/locale.ts'

/** A number, or `<10` where an exact one could point to somebody. */
type PublicNumber = number | '<10'

export interface PlaceRow {
  key: string
  label: string
  confirmed: PublicNumber
}

/** One version of the text in one language, and how many of those who count signed it. */
export interface PackText {
  locale: Locale
  version: number
  title: string
  addressee: string
  ask: string
  demands: readonly string[]
  body: string
  consent: string
  /** In hexadecimal. */
  hash: string
  /** A day, `YYYY-MM-DD`. */
  publishedOn: string
  signed: number
}

export interface PackOrganisation {
  name: string
  /** Its kind in words. */
  kind: string
  place: string
}

export interface PackQuote {
  id: string
  quote: string
  credit: string
  lang: string
}

/** The head of the log at the instant of sealing. */
export interface PackHead {
  size: number
  root: string
  note: string
  /** To check the note with. */
  key: string
  confirmed: number
  withdrawn: number
  invalidated: number
  restored: number
}

export interface PackFile {
  name: string
  type: string
  /** Words that may be taken back are in here. */
  mayGo: boolean
  content: Buffer
}

/** Everything that a pack says, in one language. The same facts make the same bytes. */
export interface PackFacts {
  locale: Locale
  id: number
  slug: string
  association: string
  demonstration: boolean
  title: string
  addressee: string
  /** `YYYY-MM-DD` */
  plannedOn: string
  /** `null`: a preview. */
  sealedAt: Date | null
  /** Since when the petition can be signed, `YYYY-MM-DD`. */
  openedOn: string
  /** Markdown; may be empty. */
  letter: string
  /** People, on line. */
  confirmed: number
  onPaper: number
  organisationCount: number
  texts: readonly PackText[]
  days: readonly { key: string; confirmed: number }[]
  departments: readonly PlaceRow[]
  countries: readonly PlaceRow[]
  languages: readonly PlaceRow[]
  /** `null`: the team left them out. */
  organisations: readonly PackOrganisation[] | null
  /** How many sentences the annex holds; `null`: left out. */
  quotes: number | null
  head: PackHead | null
  /** Of this pack on the site. */
  pageUrl: string
  proofUrl: string
  ledgerUrl: string
  /** Files beside this one, with their marks. */
  companions: readonly { name: string; bytes: number; sha256: string }[]
}
