import { testimonyStates, type TestimonyState } from './schema.ts'

/** From one state to the next. What stands here is what the commands allow, and nothing else. */
export const moves = {
  submitted: ['asked', 'held', 'proposed', 'declined', 'withdrawn'],
  asked: ['submitted', 'held', 'proposed', 'declined', 'withdrawn'],
  held: ['submitted', 'asked', 'proposed', 'declined', 'withdrawn'],
  proposed: ['submitted', 'asked', 'held', 'published', 'declined', 'withdrawn'],
  published: ['unpublished', 'withdrawn'],
  unpublished: ['submitted', 'asked', 'held', 'proposed', 'declined', 'withdrawn'],
  declined: ['submitted', 'withdrawn'],
  withdrawn: [],
} as const satisfies Record<TestimonyState, readonly TestimonyState[]>

/** The states from which one may come to that state. */
export const statesBefore = (to: TestimonyState): TestimonyState[] =>
  testimonyStates.filter((from) => moves[from].some((state) => state === to))

/** Still in the queue: read, written and decided on by moderators. */
export const waitingStates: TestimonyState[] = ['submitted', 'asked', 'held', 'proposed', 'unpublished']

/**
 * What may appear of a text: the story with the consent to `publish`; its quote with both `quote` and `press`, because the page of
 * the quotes is for the press and a quote has no other place.
 */
export interface Appearing {
  story: boolean
  quote: boolean
}

/** Of the two consents that a quote needs, those that were not given. */
export const quoteLacks = (uses: readonly string[]): ('quote' | 'press')[] =>
  (['quote', 'press'] as const).filter((use) => !uses.includes(use))

/** What of a text may appear with those consents; nothing without one of them. */
export function mayAppear(uses: readonly string[], { hasQuote }: { hasQuote: boolean }): Appearing | null {
  const appearing = {
    story: uses.includes('publish'),
    quote: hasQuote && quoteLacks(uses).length === 0,
  }
  return appearing.story || appearing.quote ? appearing : null
}

/** What may appear now is more than before: a yes that was said to less does not cover it. */
export const appearsMore = (before: Appearing | null, after: Appearing | null): boolean =>
  Boolean((after?.story && !before?.story) || (after?.quote && !before?.quote))

export interface Readings {
  draftVersion: number
  /** Somebody other than its proposer said yes to that version. */
  secondedVersion: number | null
  /** The witness said yes to that version. */
  approvedVersion: number | null
}

/** Two of the team and the witness have said yes to the very text that stands there. */
export const isAgreed = ({ draftVersion, secondedVersion, approvedVersion }: Readings): boolean =>
  secondedVersion === draftVersion && approvedVersion === draftVersion

/** A month that has not come. @param today `YYYY-MM-DD` */
export const isMonthAhead = (period: string | null, today: string): boolean =>
  period !== null && period > today.slice(0, 7)

const smallestBucket = 4096

/**
 * The size a sealed story is filled up to, in bytes: 4 KB, 8 KB, 16 KB … Six sizes in all, so that the size of an envelope
 * says nearly nothing about which story it holds.
 */
export function bucketSize(bytes: number): number {
  let bucket = smallestBucket
  while (bucket < bytes) bucket *= 2
  return bucket
}

/** A title in one line, its bars read as their replacement words. */
export const plainBars = (text: string): string => text.replace(/\[\[([^[\]]*)\]\]/g, '$1')

/** The same where bars cannot be drawn and must be told from the witness's own words. */
export const barsInBrackets = (text: string): string => text.replace(/\[\[([^[\]]*)\]\]/g, '[$1]')
