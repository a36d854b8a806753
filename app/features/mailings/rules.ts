import { confirmableStates, confirmedStates } from '#app/features/signatures/schema.ts'
import {
  isNews,
  isRenewal,
  moves,
  type DeliveryKind,
  type DeliveryState,
  type MailingState,
  type Progress,
} from './schema.ts'

export const canMove = (from: MailingState, to: MailingState): boolean => moves[from].some((state) => state === to)

const minute = 60_000
const hour = 60 * minute
/** How long to wait after each refusal; the last one repeats. */
const pauses = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 8 * hour, 12 * hour] as const
const lastPause = 12 * hour
/** RFC 5321 §4.5.4.1 asks for four to five days at most; news that are three days late are none. */
export const longestTrying = 72 * hour

export interface Trying {
  /** Attempts made, this one included. */
  attempt: number
  /** Milliseconds since the first attempt. */
  age: number
  /** 0 to below 1: spreads the next attempts, so that a server that comes back is not met by everyone at once. */
  chance: number
  /** Of a mailing: whoever may have it gets it again. */
  resendsDoubtful?: boolean
}

/** Milliseconds until the next attempt, or `null` to give up. */
export function retryAfter({ attempt, age, chance }: Trying): number | null {
  if (age >= longestTrying) return null
  const pause = pauses[attempt - 1] ?? lastPause
  return pause / 2 + chance * pause
}

/** What is known at the moment of sending. `null`: the row is gone. */
export interface Wanted {
  kind: DeliveryKind
  signature: string | null
  /** The person has confirmed, whatever became of the signature since. */
  confirmed: boolean
  subscription: string | null
  mailing: string | null
  organisation?: string | null
}

/** A signature under review or under a rule gets the mails that a form asks for: who sent it must see no difference. */
const toConfirm = new Set<string>(confirmableStates)
const toInform = new Set<string>(confirmedStates)
/** Unasked, nobody is written to about what a rule struck out. */
const toRemind = new Set(['pending', 'quarantined'])

/** Whoever represents an organisation is asked to confirm, and told what was decided. */
const toRepresentative = new Set(['pending', 'approved', 'refused'])

/** Asked again right before sending: much may have changed since the letter was queued. */
export function isStillWanted({
  kind,
  signature,
  confirmed,
  subscription,
  mailing,
  organisation,
}: Wanted): 'send' | 'wait' | 'suppress' {
  if (kind === 'confirmation') return toConfirm.has(signature ?? '') && !confirmed ? 'send' : 'suppress'
  if (kind === 'reminder') return toRemind.has(signature ?? '') && !confirmed ? 'send' : 'suppress'
  if (kind === 'already-signed') return toInform.has(signature ?? '') && confirmed ? 'send' : 'suppress'
  if (kind === 'organisation') return toRepresentative.has(organisation ?? '') ? 'send' : 'suppress'
  if (kind === 'receipt') return signature === 'confirmed' && confirmed ? 'send' : 'suppress'
  // Asked where it is written: `jobs/deliver/target-letter.server.ts`.
  if (kind === 'target') return 'send'
  // Whoever pauses may want to leave, and asked for this one.
  if (kind === 'news-link') return subscription === 'active' || subscription === 'paused' ? 'send' : 'suppress'
  // Who agreed elsewhere is asked whether it holds here.
  if (kind === 'news-consent') return subscription === 'pending' ? 'send' : 'suppress'
  if (subscription !== 'active') return 'suppress'
  // Of a signature only that it is under review or under a rule is told here.
  if (isRenewal(kind)) return signature === null ? 'send' : 'suppress'
  if (mailing === 'paused') return 'wait'
  return mailing === 'sending' ? 'send' : 'suppress'
}

/** How handing a letter to the mail server ended (`SendOutcome` of the ground floor). */
export type Ending =
  { outcome: 'handed-over' | 'deferred' | 'failed'; reply: string | null } | { outcome: 'unknown' | 'unreachable' }

/** What is written into the row of a delivery after an attempt. */
export interface Settlement {
  state: Exclude<DeliveryState, 'claimed'>
  reply: string | null
  /** Milliseconds until it is due again. */
  delay: number
  /** `false`: the attempt says nothing about this letter and is not counted. */
  counted: boolean
}

const ended = (
  state: 'handed-over' | 'failed' | 'unknown' | 'suppressed',
  reply: string | null = null,
): Settlement => ({ state, reply, delay: 0, counted: true })

function again(reply: string | null, trying: Trying): Settlement {
  const delay = retryAfter(trying)
  return delay === null ? ended('failed', reply) : { state: 'deferred', reply, delay, counted: true }
}

/** An addressee is told of a person once, as a reader gets an update once. */
const isNeverTwice = (kind: DeliveryKind): boolean => isNews(kind) || kind === 'target'

/**
 * What an ending means. A confirmation is worth a second copy (it carries the same Message-ID); an update only where its mailing
 * says so: else whoever may have it does not get it again, and is listed as unknown.
 */
export function settlementOf(ending: Ending, kind: DeliveryKind, trying: Trying): Settlement {
  switch (ending.outcome) {
    case 'handed-over':
    case 'failed':
      return ended(ending.outcome, ending.reply)
    case 'deferred':
      return again(ending.reply, trying)
    case 'unknown':
      return isNeverTwice(kind) && !trying.resendsDoubtful ? ended('unknown') : again(null, trying)
    case 'unreachable':
      return putBack
  }
}

/** Minutes that are looked at to see whether receivers refuse us. */
export const refusalWindow = 15
/** Of the letters that were answered: more refused for what the receiver thinks of us (5.7.x), and the mailing stops. */
export const mostRefused = 0.01
/** One mailbox that refuses us says nothing of a mailing. */
export const fewestRefusals = 3

/** Several receivers, or one several times: that is about the sender, and a person has to look. */
export const areRepeated = (refusals: number): boolean => refusals >= fewestRefusals

/** Mails to one mailbox in a day, over all campaigns, and the seconds between two of them. */
export const mostMailsADay = 10
export const secondsBetweenMails = 60

/** Not now: the mailbox was sent enough. The delivery waits and has lost no attempt. */
export const later = (seconds: number): Settlement => ({
  state: 'deferred',
  reply: null,
  delay: seconds * 1000,
  counted: false,
})

/** As if it had not been claimed. */
export const putBack: Settlement = { state: 'queued', reply: null, delay: 0, counted: false }
export const suppressed: Settlement = ended('suppressed')

/** How long to leave a server alone that cannot be reached: 1 s, 2 s, 4 s, at most 30 s. */
export const pauseAfterFailures = (failures: number): number =>
  failures === 0 ? 0 : ([1000, 2000, 4000, 8000, 16_000][failures - 1] ?? 30_000)

/** Why a mailbox gets no news any more, the weakest first. What somebody there asks for, to confirm, still goes. */
export const stopReasons = ['imported', 'bounced', 'complained'] as const
export type StopReason = (typeof stopReasons)[number]

/** Refused for now on so many days of so many: it is for good. */
export const softBounces = { days: 3, within: 14 } as const

/** Without what is counted among others already. */
type Counted = Omit<Progress, 'returned' | 'complained'>

/** Everything that has ended, for a bar that reaches its end even when some could not be sent. */
export const settledOf = ({ sent, failed, unknown, suppressed: left }: Counted): number =>
  sent + failed + unknown + left

/** Minutes until the rest is handed over at this rate; `null` when nothing goes out. */
export const minutesLeft = (progress: Counted, perMinute: number): number | null =>
  perMinute > 0 ? (progress.total - settledOf(progress)) / perMinute : null
