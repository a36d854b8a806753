import { z } from 'zod'
import { locales } from '#app/i18n/locale.ts'
import { emailAddress } from '#app/infra/mail/address.ts'

/** Letters to whom a petition is addressed. Pure: instants are milliseconds, chance is given. */

export const dripStates = ['draft', 'proposed', 'running', 'stopped'] as const
export type DripState = (typeof dripStates)[number]
export const isDripState = (text: string): text is DripState => dripStates.some((state) => state === text)

/** Two people begin it, one of them ends it, and to go on two are asked again. */
export const dripMoves = {
  draft: ['proposed'],
  proposed: ['running', 'draft'],
  running: ['stopped'],
  stopped: ['proposed', 'draft'],
} as const satisfies Record<DripState, readonly DripState[]>

/** Why it stopped by itself: its mailbox is to be left alone, a letter came back, letters were refused one after the other, or a quote was taken back. */
export const dripStops = ['left-alone', 'came-back', 'refused', 'quote-gone'] as const
export type DripStop = (typeof dripStops)[number]
export const isDripStop = (text: string | null): text is DripStop => dripStops.some((reason) => reason === text)

/** So many letters refused one after the other, and it stops. */
export const refusalsInARow = 3
/** Names in one digest; the others are in a second one. */
export const mostNamed = 500
export const longestWords = 5000

export const rhythms = ['daily', 'weekly', 'paced'] as const

/** Offered in the form; where an addressee of a French or European petition is. */
export const zones = [
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/London',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'UTC',
] as const

const whole = (least: number, most: number, error: string) =>
  z.coerce.number({ error }).int(error).min(least, error).max(most, error)
const hour = whole(0, 23, 'mailings.addressee.errors.hour')
const line = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(150, 'mailings.errors.subjectTooLong')
    .refine((typed) => !/\p{Cc}/u.test(typed), 'mailings.errors.subjectInvalid')

const fields = {
  /** Of the letters: the addressee's. */
  locale: z.enum(locales, 'mailings.addressee.errors.locale'),
  to: emailAddress,
  /** Where answers go: the association, never the person who signed. */
  replyTo: emailAddress,
  /** Gets every test. */
  testTo: emailAddress,
  rhythm: z.enum(rhythms, 'mailings.addressee.errors.rhythm'),
  /** Of a digest. */
  hour,
  /** 1 Monday … 7 Sunday, of a weekly digest. */
  weekday: whole(1, 7, 'mailings.addressee.errors.weekday'),
  /** Of paced letters, one for each signature. */
  perHour: whole(1, 60, 'mailings.addressee.errors.perHour'),
  /** Minutes by which each is late at most, by chance, and never beyond the next one. */
  jitter: whole(0, 60, 'mailings.addressee.errors.jitter'),
  timeZone: z.enum(zones, 'mailings.addressee.errors.timeZone'),
  /** No letter from this hour until that one; the same: no quiet hours. */
  quietFrom: hour,
  quietUntil: hour,
  subject: line('mailings.errors.subjectMissing'),
  /** Markdown, before what is said of the signatures. */
  words: z
    .string({ error: 'mailings.errors.bodyMissing' })
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length > 0, 'mailings.errors.bodyMissing')
    .refine((typed) => typed.length <= longestWords, 'mailings.addressee.errors.wordsTooLong'),
}

/** As it is kept. */
export const dripSettings = z.object({
  ...fields,
  /** Whoever agreed that their name is shown is named. */
  names: z.boolean(),
  /** Those who signed before it began are told of too. */
  past: z.boolean(),
})
export type DripSettings = z.output<typeof dripSettings>

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

/** The buttons of the page. */
export const dripForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('save'), ...fields, names: tick, past: tick }),
    // Looks at what is typed, however much of the rest is missing.
    z.object({
      intent: z.literal('preview'),
      locale: z.enum(locales).catch('fr'),
      subject: z.string().max(10_000, 'mailings.errors.subjectTooLong').default(''),
      words: z.string().max(50_000, 'mailings.addressee.errors.wordsTooLong').default(''),
      names: tick,
    }),
    z.object({ intent: z.enum(['test', 'propose', 'take-back', 'stop', 'again']) }),
    z.object({
      intent: z.literal('approve'),
      understood: z.literal('on', 'mailings.addressee.errors.understood'),
      /** That was read: a change in between is another one. */
      revision: z.coerce.number('mailings.errors.intentUnknown').int('mailings.errors.intentUnknown'),
    }),
  ],
  'mailings.errors.intentUnknown',
)
export type DripForm = z.output<typeof dripForm>

interface Local {
  /** `YYYY-MM-DD`. */
  day: string
  hour: number
  /** 1 Monday … 7 Sunday. */
  weekday: number
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Made once for each zone: making one costs more than reading a hundred clocks. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  })
  clocks.set(timeZone, made)
  return made
}

/** What the clock and the calendar on the wall say there. */
export function localTime(instant: number, timeZone: (typeof zones)[number]): Local {
  const parts = clockOf(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    weekday: weekdays.indexOf(part('weekday').replace('.', '')) + 1,
  }
}

const millisecondsPerDay = 86_400_000
const quarter = 15 * 60_000

/** The day of the latest digest that was due by then, `YYYY-MM-DD` there. A clock that is put forward or back leaves none out and doubles none. */
export function digestDue(
  { rhythm, hour: at, weekday, timeZone }: Pick<DripSettings, 'rhythm' | 'hour' | 'weekday' | 'timeZone'>,
  now: number,
): string {
  const today = localTime(now, timeZone)
  const daysBack = today.hour >= at ? 0 : 1
  // Noon, so that a day of 23 or 25 hours is one day.
  const dayBefore = (days: number) => localTime(noonOf(now, timeZone) - days * millisecondsPerDay, timeZone)
  if (rhythm !== 'weekly') return dayBefore(daysBack).day
  for (let days = daysBack; ; days += 1) {
    const one = dayBefore(days)
    if (one.weekday === weekday || days > 8) return one.day
  }
}

function noonOf(now: number, timeZone: DripSettings['timeZone']): number {
  const { hour: at } = localTime(now, timeZone)
  return now + (12 - at) * 3_600_000
}

type Quiet = Pick<DripSettings, 'quietFrom' | 'quietUntil' | 'timeZone'>

export function isQuiet({ quietFrom, quietUntil, timeZone }: Quiet, instant: number): boolean {
  if (quietFrom === quietUntil) return false
  const { hour: at } = localTime(instant, timeZone)
  return quietFrom < quietUntil ? at >= quietFrom && at < quietUntil : at >= quietFrom || at < quietUntil
}

/** The same instant, or the first after the quiet hours: zones are whole quarters of an hour apart. */
export function afterQuiet(quiet: Quiet, instant: number): number {
  let at = instant
  while (isQuiet(quiet, at)) at += quarter - (at % quarter)
  return at
}

type Pacing = Quiet & Pick<DripSettings, 'perHour' | 'jitter'>

interface Planning {
  /** The first may go then. */
  from: number
  /** None begins its turn after this. */
  until: number
  most: number
  /** 0 to below 1, drawn anew for each. */
  chance: () => number
}

/** When paced letters go: as far apart as the pace says, each a little late by chance, none in quiet hours. @returns their times, and when the next one may go */
export function turns(pacing: Pacing, { from, until, most, chance }: Planning): { times: number[]; next: number } {
  const apart = 3_600_000 / pacing.perHour
  const late = pacing.jitter * 60_000 < apart ? pacing.jitter * 60_000 : apart
  const times: number[] = []
  let next = afterQuiet(pacing, from)
  while (next < until && times.length < most) {
    times.push(afterQuiet(pacing, next + chance() * late))
    next = afterQuiet(pacing, next + apart)
  }
  return { times, next }
}
