import { z } from 'zod'
import type { DeliveryState } from '../schema.ts'
import { pauses } from './preferences.ts'

const day = 86_400_000

/** Days. */
export const renewalDays = {
  /** From the last yes to the question. */
  year: 365,
  /** Never two questions within: eleven months. */
  apart: 335,
  /** From the letter to its reminder. */
  remind: 14,
  /** From the first letter that was taken to the end of the wish. */
  end: 30,
  /** A reminder leaves so much time, however late it came. */
  afterReminder: 14,
  /** The questions of one day are spread over so many. */
  spread: 14,
} as const

/** All times in milliseconds since 1970. */
export interface Wish {
  /** The last time the person said yes, to any news of this site. */
  lastYes: number
  /** The last time the person was asked, of any of them. */
  lastAsked: number | null
  /** Since when this site asks. */
  enabledAt: number
  /** Which of the days is the person's, from 0. */
  slot: number
}

const latest = (...times: number[]): number => times.reduce((one, other) => (one > other ? one : other))

/** From when on a person is asked: a year after the last yes, not before the site asks at all, spread, and never twice within eleven months. */
export function renewalDueAt({ lastYes, lastAsked, enabledAt, slot }: Wish): number {
  const turn = latest(lastYes + renewalDays.year * day, enabledAt) + (slot % renewalDays.spread) * day
  return lastAsked === null ? turn : latest(turn, lastAsked + renewalDays.apart * day)
}

/** One of the two letters as it stands. */
export interface LetterState {
  state: DeliveryState
  endedAt: number | null
}

export interface Asked {
  /** `null`: its row is gone. */
  letter: LetterState | null
  /** `null`: none was written. */
  reminder: LetterState | null
}

/** `close`: nobody was reached, so that silence says nothing and nothing ends. */
export type RenewalStep = 'wait' | 'remind' | 'end' | 'close'

const onItsWay = new Set<DeliveryState>(['queued', 'claimed', 'deferred'])
const isOnItsWay = ({ state }: LetterState) => onItsWay.has(state)
const takenAt = (letter: LetterState | null) => (letter?.state === 'handed-over' ? letter.endedAt : null)

/**
 * What comes next for somebody who has not answered. A wish ends only when a server took one of the letters, thirty days after it
 * did, and two weeks after the reminder.
 */
export function renewalStep({ letter, reminder }: Asked, now: number): RenewalStep {
  if (letter === null || letter.state === 'suppressed' || reminder?.state === 'suppressed') return 'close'
  if (isOnItsWay(letter) || letter.endedAt === null) return 'wait'
  if (reminder === null) return now >= letter.endedAt + renewalDays.remind * day ? 'remind' : 'wait'
  if (isOnItsWay(reminder) || reminder.endedAt === null) return 'wait'
  const reached = takenAt(letter) ?? takenAt(reminder)
  if (reached === null) return 'close'
  const end = latest(reached + renewalDays.end * day, reminder.endedAt + renewalDays.afterReminder * day)
  return now >= end ? 'end' : 'wait'
}

/** Which of the days is a person's: by the last letters of an id, which are chance. */
export const slotOf = (id: string): number => Number.parseInt(id.slice(-4), 16) % renewalDays.spread

export const renewalChoices = ['keep', 'pause-1', 'pause-3', 'pause-6', 'stop'] as const
export type RenewalChoice = (typeof renewalChoices)[number]
export const pauseChoices = pauses.map((months) => ({ months, value: `pause-${months}` as const }))

export const renewalForm = z.object({ choice: z.enum(renewalChoices, { error: 'mailings.renewal.page.chooseOne' }) })

export const renewalSettingForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('on'), understood: z.literal('on', 'mailings.renewal.setting.understoodMissing') }),
    z.object({ intent: z.literal('off') }),
  ],
  'mailings.errors.intentUnknown',
)

/** How a question ended. */
export type RenewalOutcome = 'kept' | 'paused' | 'left' | 'ended' | 'unreached' | 'stopped'
