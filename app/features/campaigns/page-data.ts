import type { Locale } from '#app/i18n/locale.ts'

/** How many answers stand on a campaign's page; all of them have a page of their own. */
export const questionsShown = 6

/** What a campaign page shows, in one language. Days are `YYYY-MM-DD`. */
export interface CampaignPageData {
  version: number
  publishedAt: string
  /** One phrase may stand between asterisks: it is set in the colour of the voice. */
  title: string
  addressee: string
  ask: string
  demands: string[]
  consent: string
  bodyHtml: string
  easyHtml: string
  target: string
  goals: ShownGoal[]
  timeline: ShownEvent[]
  /** The first ones, in the language of the page or else in the other: `lang` says which. */
  questions: { slug: string; question: string; answerHtml: string; lang: Locale }[]
}

export interface ShownGoal {
  threshold: number
  duty: string
  reachedOn: string | null
  /** When the duty was done, and how. */
  doneOn: string | null
  done: string
}

export interface ShownEvent {
  id: number
  /** `YYYY-MM` when only the month is known. */
  day: string
  sourceUrl: string | null
  text: string
}
