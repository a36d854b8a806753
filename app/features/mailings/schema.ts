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

export type DeliveryKind = 'confirmation' | 'reminder' | 'already-signed' | 'update' | 'organisation' | 'target'

export type DeliveryState = 'queued' | 'claimed' | 'handed-over' | 'deferred' | 'failed' | 'unknown' | 'suppressed'

/** How far a mailing is. The states of its deliveries add up to the total; what is left waits. */
export interface Progress {
  total: number
  sent: number
  deferred: number
  failed: number
  unknown: number
  suppressed: number
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

/** How a mailing goes out at this moment. */
export interface Run {
  /** `null`: it runs, or somebody paused it. */
  pausedBecause: PauseReason | null
  /** `null`: as fast as it goes. */
  lettersPerHour: number | null
  resendsDoubtful: boolean
  /** Letters handed over, over the last minutes. */
  perMinute: number
  /** Letters that may have arrived, the latest first. */
  doubtful: readonly { id: string; since: string }[]
}
