import type { Story, TestimonyState } from '#app/features/testimonies/schema.ts'
import type { ClaimState } from './rules.ts'

export interface HistoryEntry {
  id: string
  kind: string
  reason: string | null
  note: string | null
  draftVersion: number
  at: Date
  /** The last signs of a colleague's number; `null` for the person who looks. */
  who: string | null
}

/** A testimony on the workbench of one moderator. */
export interface OpenedTestimony {
  id: string
  campaignSlug: string
  locale: string
  system: string
  department: string | null
  period: string | null
  uses: string[]
  receivedWeek: Date
  state: TestimonyState
  original: Story
  /** The text that is to appear; a copy of the original until someone writes one. */
  draft: Story
  draftVersion: number
  claim: ClaimState
  minutesLeft: number | null
  proposedBy: 'nobody' | 'me' | 'another'
  publishedOn: Date | null
  history: HistoryEntry[]
}

export interface QueuedTestimony {
  id: string
  /** `null` when the seal does not open: a damaged row must not hide the others. */
  title: string | null
  campaignSlug: string
  system: string
  department: string | null
  weeks: number
  state: TestimonyState
  claim: ClaimState
  proposedBy: OpenedTestimony['proposedBy']
  mayAppear: boolean
  hasWarning: boolean
}
