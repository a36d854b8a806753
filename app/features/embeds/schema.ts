import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What other sites may show of a campaign, in one language. */
export interface Embedded {
  campaign: CampaignSummary
  locale: Locale
  /** As it was written: asterisks mark what is set in the colour of the voice. */
  title: string
  addressee: string
  ask: string
  consent: string
  textVersion: number
  confirmed: number
  goal: { threshold: number; duty: string } | undefined
  open: boolean
}

/** What its pictures say. */
export interface Pictured {
  locale: Locale
  title: string
  addressee: string
  association: string
  confirmed: number
  /** The threshold to reach next. */
  goal: number | undefined
  open: boolean
  /** Invented: said wherever it is shown. */
  demonstration: boolean
}
