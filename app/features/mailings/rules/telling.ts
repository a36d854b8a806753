import type { MailingState } from '../schema.ts'

/**
 * How far the letter about something that happened is: nobody decided (`open`), a draft waits for its two people (`prepared`), it
 * went out or is going out (`told`), or somebody said why none is written (`aside`).
 */
export type TellingState = 'open' | 'prepared' | 'told' | 'aside'

interface Decided {
  /** `null`: no letter was prepared. */
  mailing: MailingState | null
  /** `null`: none was set aside. */
  asideBecause: string | null
}

const of = {
  draft: 'prepared',
  scheduled: 'prepared',
  paused: 'prepared',
  sending: 'told',
  sent: 'told',
  // A letter that was dropped told nobody: it is offered again.
  cancelled: 'open',
} as const satisfies Record<MailingState, TellingState>

export function tellingState(decided: Decided | null): TellingState {
  if (!decided) return 'open'
  if (decided.asideBecause !== null) return 'aside'
  return decided.mailing === null ? 'open' : of[decided.mailing]
}

/** It stays in the list of what waits until a letter left or somebody said why none does. */
export const isUntold = (state: TellingState): boolean => state === 'open' || state === 'prepared'

export const longestReason = 500
