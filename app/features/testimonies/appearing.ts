import { besideQuote, nothingBeside, type Beside } from './beside.ts'
import { mayAppear } from './rules.ts'
import type { Draft } from './schema.ts'
import { dayOf } from './week.ts'

const besideColumns = ({ system, department, period, consequences, attempts }: Beside) => ({
  publishedSystem: system,
  publishedDepartment: department,
  publishedPeriod: period,
  publishedConsequences: consequences,
  publishedAttempts: attempts,
})

/**
 * What the public columns hold once a text appears: of story and quote, what the witness consents to, with what that version
 * shows beside it. `null`: nothing may.
 */
export function appearing({ beside, ...draft }: Draft & { beside: Beside }, uses: readonly string[], now: Date) {
  const may = mayAppear(uses, { hasQuote: draft.quote !== null })
  if (!may) return null
  return {
    state: 'published' as const,
    publishedTitle: may.story ? draft.title : null,
    publishedText: may.story ? draft.text : null,
    contentWarning: may.story ? draft.contentWarning : null,
    publishedQuote: may.quote ? draft.quote : null,
    ...besideColumns(may.story ? beside : besideQuote(beside)),
    publishedOn: dayOf(now),
    claimedById: null,
    claimedUntil: null,
    settledOn: dayOf(now),
  }
}

/** What the public columns hold when nothing appears any more. The day stays, for the legal clocks that run from it. */
export const nothingAppears = {
  publishedTitle: null,
  publishedText: null,
  contentWarning: null,
  publishedQuote: null,
  ...besideColumns(nothingBeside),
}

/** What goes when a story leaves and its quote stays: the credit of a quote says neither what followed nor what was tried. */
export const storyLeaves = {
  publishedTitle: null,
  publishedText: null,
  contentWarning: null,
  publishedConsequences: [],
  publishedAttempts: [],
}

/** The witness asks for another text, or refuses this one: what had been agreed on is over, every yes is taken back. */
export const backToTheTeam = {
  state: 'submitted' as const,
  proposedById: null,
  approvedVersion: null,
  secondedById: null,
  secondedVersion: null,
}
