import { daysBetween, plusDays, plusMonths } from '#app/i18n/calendar.ts'

/**
 * On what the day rests by which an answer is due. `documents`: a request for administrative documents, a month of silence is a
 * refusal (CRPA R.*311-12 and R.311-13). `silence`: two months of silence are a rejection, in the cases of CRPA L.231-4, and
 * L.411-7 for an appeal. `asked`: the association asked for it, and no text obliges anybody. `other`: a text that is named.
 */
export const bases = ['documents', 'silence', 'asked', 'other'] as const
export type Basis = (typeof bases)[number]

export const isBasis = (text: string | null): text is Basis => bases.some((basis) => basis === text)

/** Where the day is computed: so many months after the delivery. `null`: somebody sets it. */
export const monthsOf = {
  documents: 1,
  silence: 2,
  asked: null,
  other: null,
} as const satisfies Record<Basis, number | null>

/** The articles behind a computed day, and until when their wording was read: later changes are not known. */
export const articlesOf = {
  documents: [
    { name: 'CRPA, art. R.* 311-12', legiarti: 'LEGIARTI000031370407' },
    { name: 'CRPA, art. R. 311-13', legiarti: 'LEGIARTI000031370409' },
  ],
  silence: [
    { name: 'CRPA, art. L. 231-4', legiarti: 'LEGIARTI000031367619' },
    { name: 'CRPA, art. L. 411-7', legiarti: 'LEGIARTI000031367839' },
  ],
  asked: [],
  other: [],
} as const satisfies Record<Basis, readonly { name: string; legiarti: string }[]>
export const articlesReadOn = '2026-02-05'

/**
 * The last day on which an answer is in time, `YYYY-MM-DD`, by the calendar: the same day one or two months on, or the last of a
 * shorter month. Indicative: it counts from the day that is told, and knows no day off. `null`: the basis sets no day by itself.
 */
export function dueBy(basis: Basis, deliveredOn: string): string | null {
  const months = monthsOf[basis]
  return months === null ? null : plusMonths(deliveredOn, months)
}

interface Told {
  deliveredOn: string | null
  dueOn: string | null
  answeredOn: string | null
}

/** Days, whole ones. What does not apply is `null`. */
export interface Clock {
  phase: 'delivered' | 'waiting' | 'silent' | 'answered'
  /** From the delivery to the answer, or to today. */
  waited: number
  /** While waiting: 0 on the last day. */
  dueIn: number | null
  /** Since the last day: 1 on the day after. */
  silentFor: number | null
  /** Of an answer, when there was a day: how many days after it; 0 in time. */
  late: number | null
}

/** How long it has been, seen from a day; `null` before the delivery. A day before the delivery counts as the delivery's own. */
export function clockOf({ deliveredOn, dueOn, answeredOn }: Told, today: string): Clock | null {
  if (deliveredOn === null) return null
  const none = { dueIn: null, silentFor: null, late: null }
  const until = answeredOn ?? today
  const waited = notBelowZero(daysBetween(deliveredOn, until))
  if (answeredOn !== null)
    return {
      ...none,
      phase: 'answered',
      waited,
      late: dueOn === null ? null : notBelowZero(daysBetween(dueOn, answeredOn)),
    }
  if (dueOn === null) return { ...none, phase: 'delivered', waited }
  const left = daysBetween(today, dueOn)
  return left >= 0
    ? { ...none, phase: 'waiting', waited, dueIn: left }
    : { ...none, phase: 'silent', waited, silentFor: -left }
}

const notBelowZero = (days: number): number => (days > 0 ? days : 0)

/** Days before the last one on which the team is reminded. */
export const remindedBefore = 3

export type ReminderKind = 'soon' | 'silent'

/** Whether the team is to be reminded of it, and of what; `null`: not now. */
export function reminderOf(told: Told, today: string): ReminderKind | null {
  const clock = clockOf(told, today)
  if (clock?.phase === 'silent') return 'silent'
  return clock?.phase === 'waiting' && clock.dueIn !== null && clock.dueIn <= remindedBefore ? 'soon' : null
}

/** The first day on which a reminder of that kind is written. */
export const remindedFrom = (kind: ReminderKind, dueOn: string): string =>
  plusDays(dueOn, kind === 'soon' ? -remindedBefore : 1)
