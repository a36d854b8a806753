/** The shapes of a campaign written ahead of time: plain data, no runtime import, so that a seed or a test can read it. */

export interface TextContent {
  /** One word or phrase may stand between *asterisks*: it is set in the colour of the voice. */
  title: string
  addressee: string
  /** One short paragraph, at most 320 characters. */
  ask: string
  /** Markdown: the whole text a signature binds to. */
  body: string
  /** Markdown: the easy-to-read version. */
  easy: string
  demands: string[]
  /** Easy-to-read text of what ticking the consent box means. */
  consent: string
}

export interface GoalContent {
  threshold: number
  fr: string
  en: string
  /** In the demonstration, how many days after reaching it the duty was done, and in which words that is told. */
  done?: { days: number; fr: string; en: string }
}

export interface TimelineContent {
  day: string
  sourceUrl: string | null
  fr: string
  en: string
}

export interface QuestionText {
  question: string
  answer: string
}

export interface QuestionContent {
  slug: string
  theme: 'act' | 'understand' | 'debate' | 'campaign'
  fr: QuestionText
  en: QuestionText
}

export interface TestimonyContent {
  locale: 'fr' | 'en'
  system: 'suspicion' | 'employability' | 'control' | 'label' | 'sanction' | 'other'
  department: string
  period: string
  title: string
  original: string
  /** What may appear; a removed passage is written as its neutral replacement in double brackets: [[mon agence]]. */
  redacted: string | null
  contentWarning: string | null
  uses: ('internal' | 'statistics' | 'quote' | 'publish' | 'press')[]
  state: 'published' | 'submitted' | 'proposed' | 'declined'
  /** A sentence of the text that may appear, to be quoted alone: of whoever consents to `quote` and to `press`. */
  quote?: string
}

export interface UpdateText {
  subject: string
  body: string
}

export interface UpdateContent {
  fr: UpdateText
  en: UpdateText
}

export interface CampaignContent {
  slug: 'score'
  association: string
  targets: { fr: string; en: string }
  verifiedOn: string
  texts: { fr: TextContent; en: TextContent }
  goals: GoalContent[]
  timeline: TimelineContent[]
  questions: QuestionContent[]
  testimonies: TestimonyContent[]
  update: UpdateContent
}
