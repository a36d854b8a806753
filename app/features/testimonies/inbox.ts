import type { Beside, BesideValue } from './beside.ts'
import type { Appearing } from './rules.ts'
import type { Draft, Story, TestimonyState } from './schema.ts'

/** What a witness may write in one message, and in how many. */
export const longestMessage = 4000
export const mostMessages = 50

/** How a form says what its page told would appear. */
export const appearingWords = ['story', 'quote', 'both'] as const

export const messageKinds = ['question', 'answer', 'decision', 'amendment', 'refusal'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What a step of a witness did. */
export type Deed =
  'sent' | 'amended' | 'refused' | 'approved' | 'published' | 'changed' | 'takenOff' | 'unchanged' | 'withdrawn'

/** The forms in which a witness writes: which of them came back, and why. */
export type WritingForm = 'write' | 'amend' | 'refuse'

interface ThreadMessage {
  id: string
  author: 'team' | 'witness'
  /** `YYYY-MM-DD`. */
  day: string
  kind: MessageKind
  /** For an amendment or a refusal what was said with it; may be empty. `null`: it does not open. */
  text: string | null
  /** The text as the witness would have it. */
  amendment: Draft | null
  /** What they ask to leave out beside it, as `itemOf` names it. */
  leaveOut: string[]
}

/** The text that the team would publish, for the witness to read. */
export interface Proposal {
  version: number
  draft: Draft
  /** What of the answers would stand with it, and what of them is left out. */
  beside: Beside
  leftOut: BesideValue[]
  /** The witness said yes to this version. */
  approved: boolean
  /** A second person of the team said yes to it: with the witness's yes it appears. */
  seconded: boolean
  /** With the consents of now. `null`: nothing may. */
  appears: Appearing | null
}

/** What a witness joined. */
interface JoinedFile {
  file: number
  pages: number
}

/** A group of a code as it was read; doubtful where a slip can be seen in it. */
export interface ReadGroup {
  symbols: string
  doubtful: boolean
}

/** One page of what a witness joined, to look at. */
export interface ShownPage {
  file: number
  /** From 1, and how many there are in that file. */
  page: number
  pages: number
  width: number
  height: number
  /** The image itself, as an address that holds it: the page asks the server for nothing more. */
  src: string
}

/** A testimony as its receipt shows it. */
export interface Inbox {
  state: TestimonyState
  /** `YYYY-MM-DD`: the Monday of the week in which it arrived. */
  receivedWeek: string
  /** `YYYY-MM-DD`: the last step that changed something for the witness; `null` before the first. */
  since: string | null
  /** The language of the story. */
  locale: string
  /** Its receipt opens the texts. Not for what was deposited before receipts opened anything, nor once withdrawn. */
  readable: boolean
  /** `null`: its time is over, or this receipt opens nothing. */
  original: Story | null
  proposal: Proposal | null
  /** What stands on the site now. */
  published: {
    title: string | null
    text: string | null
    quote: string | null
    contentWarning: string | null
    beside: Beside
  } | null
  /** Address of its public page, without the language. */
  publicPath: string | null
  messages: ThreadMessage[]
  messagesLeft: number
  files: JoinedFile[]
  uses: string[]
}
