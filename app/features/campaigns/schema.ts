import type { Locale } from '#app/i18n/locale.ts'

/** What every room needs to know of a campaign. */
export interface CampaignSummary {
  id: number
  slug: string
  state: CampaignState
  association: string
  /** Filled with invented data: said on every page. */
  demonstration: boolean
  opensAt: Date
  closesAt: Date | null
}

export const campaignStates = ['draft', 'open', 'closed'] as const
export type CampaignState = (typeof campaignStates)[number]

/** The text a signature stands behind, in one language and version. */
export interface PublishedText {
  version: number
  title: string
  addressee: string
  ask: string
  body: string
  easy: string
  demands: string[]
  consent: string
  publishedAt: Date
}

/** One version with what it takes to check it. */
export interface TextVersion extends PublishedText {
  /** What changed since the version before, in the text's language; empty for the first. */
  note: string
  /** SHA-256 of what a signature binds to, in hexadecimal. */
  hash: string
}

/** A version that is no longer shown, and since when. */
export interface ReplacedText {
  version: number
  at: Date
}

/** The version a page shows now, and those it showed before. */
export interface TextsShown {
  current: number
  replaced: readonly ReplacedText[]
}

/** A number that opens a duty of the association. */
export interface CampaignGoal {
  threshold: number
  dutyFr: string
  dutyEn: string
  reachedAt: Date | null
  /** A day, `YYYY-MM-DD`: the duty was done, and in which words it is told. */
  doneOn: string | null
  doneFr: string
  doneEn: string
}

/** A campaign with the version of its text now shown in each language. */
export interface ShownCampaign extends CampaignSummary {
  textVersions: Partial<Record<Locale, number>>
  replacedTexts: Partial<Record<Locale, readonly ReplacedText[]>>
}
