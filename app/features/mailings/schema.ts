export const mailingStates = ['draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled'] as const
export type MailingState = (typeof mailingStates)[number]

/** What may become of a mailing. Nothing leads back to a draft once it began: some already have it. */
export const moves = {
  draft: ['scheduled', 'sending', 'cancelled'],
  scheduled: ['draft', 'sending', 'cancelled'],
  sending: ['paused', 'cancelled', 'sent'],
  paused: ['sending', 'cancelled'],
  sent: [],
  cancelled: [],
} as const satisfies Record<MailingState, readonly MailingState[]>

export type DeliveryKind =
  | 'confirmation'
  | 'reminder'
  | 'already-signed'
  | 'update'
  | 'organisation'
  | 'renewal'
  | 'renewal-reminder'
  | 'target'
  | 'news-link'
  | 'receipt'
  | 'news-consent'

/** Asks once a year whether news are still wanted. */
export const isRenewal = (kind: DeliveryKind): kind is 'renewal' | 'renewal-reminder' =>
  kind === 'renewal' || kind === 'renewal-reminder'

/** Letters that nobody asked for at that moment: they go behind, to active readers only, and never twice. */
export const isNews = (kind: DeliveryKind): boolean => kind === 'update' || isRenewal(kind)

/** They let all others go first. */
export const goesBehind = (kind: DeliveryKind): boolean => isNews(kind) || kind === 'receipt'

/** Its subject is a wish for news, whose name and address it goes by; of the others a signature, or an organisation. */
export const isOfWish = (kind: DeliveryKind): boolean => isNews(kind) || kind === 'news-link' || kind === 'news-consent'

export type DeliveryState = 'queued' | 'claimed' | 'handed-over' | 'deferred' | 'failed' | 'unknown' | 'suppressed'

/** How far a mailing is. The states of its deliveries add up to the total; what is left waits. */
export interface Progress {
  total: number
  sent: number
  deferred: number
  /** For good, at the door or by what came back. */
  failed: number
  unknown: number
  suppressed: number
  /** Of those that failed: taken by a server first, and sent back by it or another one. */
  returned: number
  /** Somebody called it spam. It arrived: it is counted with those that were sent too. */
  complained: number
}

export interface MailingText {
  subject: string
  body: string
}

/** Both languages: nobody is written to in a language they did not choose. */
export interface MailingTexts {
  fr: MailingText
  en: MailingText
}

export const longestSubject = 150
export const longestBody = 50_000

/**
 * Why nothing is sent: this data directory is none that the database knows; the database is a copy, on another server or beside the
 * first; the directory is a copy; the database knows less than the directory, and was set back.
 */
export const lockReasons = ['unknown-place', 'other-database', 'copied', 'went-back'] as const
export type LockReason = (typeof lockReasons)[number]
export const isLockReason = (text: string | null | undefined): text is LockReason =>
  lockReasons.some((reason) => reason === text)

/** Why a mailing stopped by itself. */
export const pauseReasons = ['refused', 'late', 'quote'] as const
export type PauseReason = (typeof pauseReasons)[number]
export const isPauseReason = (text: string | null | undefined): text is PauseReason =>
  pauseReasons.some((reason) => reason === text)

/** Two subjects are tried, and the rest waits for the outcome. */
export interface RunningTrial {
  /** For letters that are still to go, for a person to choose, or for the clock. */
  waitsFor: 'letters' | 'choice' | 'clock'
  /** Letters that wait for the outcome. */
  held: number
  /** When the clock chooses; `null`: a person does. */
  at: string | null
}

/** How a mailing goes out at this moment. */
export interface Run {
  /** `null`: dropped before it began. */
  startedAt: string | null
  finishedAt: string | null
  /** `null`: it runs, or somebody paused it. */
  pausedBecause: PauseReason | null
  /** Since when it stands still, and who of the team did that. `null`: it runs, or nobody knows any more. */
  pausedAt: string | null
  pausedBy: string | null
  /** `null`: one subject, or nobody waits for the outcome any more. */
  trial: RunningTrial | null
  /** `null`: as fast as it goes. */
  lettersPerHour: number | null
  resendsDoubtful: boolean
  /** The list of who receives it is still being written. */
  isFreezing: boolean
  /** Letters handed over, over the last minutes. */
  perMinute: number
  /** Letters that may have arrived, the latest first. */
  doubtful: readonly { id: string; since: string }[]
  /** Readers who had the letter and ended their news within a month of its start. */
  left: number
}

/** A mailing that stands still although nobody of the team stopped it. */
export interface PausedMailing {
  id: string
  subject: string
  because: PauseReason
}

/** Receivers that refuse us for what they think of the sender (5.7.x), over the last day. */
export interface Refusals {
  count: number
  since: string
}

/** What stands in the way of mail and needs a person. */
export interface MailAlarms {
  lock: LockReason | null
  paused: readonly PausedMailing[]
  /** `null`: none, or too few to say anything. */
  refusals: Refusals | null
}
