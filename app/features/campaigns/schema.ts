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

/** A number that opens a duty of the association. */
export interface CampaignGoal {
  threshold: number
  dutyFr: string
  dutyEn: string
  reachedAt: Date | null
}

/** A campaign with the version of its text now shown in each language. */
export interface ShownCampaign extends CampaignSummary {
  textVersions: Partial<Record<Locale, number>>
}
