import type { Draft, Story, TestimonyState } from '#app/features/testimonies/schema.ts'
import type { Beside } from '#app/features/testimonies/beside.ts'
import type { Rarity } from '#app/features/testimonies/queries/rarity.server.ts'
import type { ClaimState } from './rules.ts'

export interface HistoryEntry {
  id: string
  kind: string
  reason: string | null
  note: string | null
  draftVersion: number
  at: Date
  /** The last signs of a colleague's number; `null` for the person who looks; `witness`. */
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
  consequences: string[]
  attempts: string[]
  uses: string[]
  receivedWeek: Date
  state: TestimonyState
  /** `null`: this session opens nothing, or nothing is left. */
  original: Story | null
  /** The text that is to appear; a copy of the original until someone writes one. */
  draft: Draft | null
  /** What is to appear with it of the answers above; all that always did until someone chooses. */
  beside: Beside
  /** What the witness asks to leave out beside the text that stands there, as `itemOf` names it. */
  askedOut: string[]
  /** How many others on the site say the same of place and time. */
  rarity: Rarity
  /** The text that was proposed before this one. */
  before: (Draft & { version: number; beside: Beside }) | null
  draftVersion: number
  secondedVersion: number | null
  approvedVersion: number | null
  claim: ClaimState
  minutesLeft: number | null
  proposedBy: 'nobody' | 'me' | 'another'
  publishedOn: Date | null
  urgent: boolean
  /** The witness wrote, and nobody has looked. */
  unreadByTeam: boolean
  heldUntil: Date | null
  /** Somebody else's claim, left alone for long enough. */
  mayTakeOver: boolean
  history: HistoryEntry[]
}

/** One that this session can read. */
export type ReadableTestimony = OpenedTestimony & { original: Story; draft: Draft }

export const isReadable = (testimony: OpenedTestimony): testimony is ReadableTestimony =>
  testimony.original !== null && testimony.draft !== null

/** The version that the witness said no to, when its words are those that stand there or those proposed before; `null`: none. */
export const refusedVersion = ({
  history,
  draftVersion,
  before,
}: Pick<OpenedTestimony, 'history' | 'draftVersion' | 'before'>): number | null =>
  history.findLast(
    (entry) =>
      entry.kind === 'refused' && (entry.draftVersion === draftVersion || entry.draftVersion === before?.version),
  )?.draftVersion ?? null

export interface QueuedTestimony {
  id: string
  /** `null` when the seal does not open: a damaged row must not hide the others. */
  title: string | null
  campaignSlug: string
  locale: string
  system: string
  department: string | null
  weeks: number
  state: TestimonyState
  draftVersion: number
  urgent: boolean
  /** The last word of the thread is the witness's. */
  answered: boolean
  /** `YYYY-MM-DD` */
  heldUntil: string | null
  /** A second person agreed: it waits for the witness alone. */
  seconded: boolean
  claim: ClaimState
  proposedBy: OpenedTestimony['proposedBy']
  mayAppear: boolean
  hasWarning: boolean
}

/** One message between team and witness. */
export interface ThreadMessage {
  id: string
  author: 'team' | 'witness'
  kind: string
  /** `null`: the seal does not open. */
  text: string | null
  /** Of a correction: what is to be left out beside the text. */
  leaveOut: string[]
  /** `YYYY-MM-DD` */
  day: string
}

/** A page that a witness joined. */
export interface JoinedPage {
  id: string
  file: number
  page: number
  width: number
  height: number
}

/** Another one that says nearly the same. */
export interface Similar {
  id: string
  title: string
  /** 0 to 1 */
  share: number
}
