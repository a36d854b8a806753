import { plusDays, plusMonths } from '#app/i18n/calendar.ts'
import type { TestimonyState } from '../schema.ts'

/**
 * How long something is kept. original: what was deposited, its attachments, the thread and the notes, after the last decision ·
 * draft: the text that the team had written, after a refusal · review: what has been public for so long is looked at again, and
 * stays if nobody objects · case: what a notice or a right of reply said, after its decision.
 */
export const termNames = ['original', 'draft', 'review', 'case'] as const
export type TermName = (typeof termNames)[number]
export type Terms = Record<TermName, number>

export const termUnits = {
  original: 'months',
  draft: 'days',
  review: 'months',
  case: 'months',
} as const satisfies Record<TermName, 'months' | 'days'>

export const usualTerms: Terms = { original: 6, draft: 30, review: 24, case: 12 }

/** What the team may choose. An original is kept for a month at least: whoever was refused may still ask why. */
export const termBounds: Record<TermName, { least: number; most: number }> = {
  original: { least: 1, most: 24 },
  draft: { least: 1, most: 365 },
  review: { least: 3, most: 60 },
  case: { least: 6, most: 72 },
}

export interface Settled {
  state: TestimonyState
  /** The day of the last decision; `null`: it waits for one. */
  settledOn: string | null
}

/** The day on which the original goes; `null`: not as long as nobody has decided, or nothing is left. */
export function keptUntil({ state, settledOn }: Settled, { original }: Terms): string | null {
  if (settledOn === null || !settledStates.includes(state)) return null
  return plusMonths(settledOn, original)
}

/** The day on which the text that nobody published goes. */
export const draftKeptUntil = ({ state, settledOn }: Settled, { draft }: Terms): string | null =>
  settledOn === null || state !== 'declined' ? null : plusDays(settledOn, draft)

/** Decided: time runs. All others wait for somebody, for as long as it takes. */
export const settledStates: TestimonyState[] = ['published', 'unpublished', 'declined']
