import { daysBetween, plusDays, plusMonths } from '#app/i18n/calendar.ts'
import { plainBars } from '#app/features/testimonies/rules.ts'
import type { CaseKind, CaseState, ShownState } from './schema.ts'

/** Days to insert a reply, from the day it was received (loi 2004-575, décret 2007-1527). Calendar days: no Sunday stops them. */
export const daysToInsert = 3
/** Months to ask for a reply, from the day the testimony appeared. */
export const monthsToAsk = 3
/** Lines of a reply, whatever the length of what it answers (décret 2007-1527, art. 3). */
export const mostLines = 200

/** The last day to insert a reply. A notice has none: it is answered without undue delay (DSA, art. 16), and its age is shown. */
export const dueOn = (kind: CaseKind, receivedOn: string): string | null =>
  kind === 'reply' ? plusDays(receivedOn, daysToInsert) : null

/** The last day on which a reply may be asked for. */
export const lastDayToAsk = (publishedOn: string): string => plusMonths(publishedOn, monthsToAsk)
export const mayAskForReply = (publishedOn: string, today: string): boolean => today <= lastDayToAsk(publishedOn)

/** Where a case stands on its clock: days left to its last day (0: today; negative: late), or days that it has been open. */
export type OnTheClock = { kind: 'left'; days: number } | { kind: 'open'; days: number }

export const onTheClock = (
  { receivedOn, due }: { receivedOn: string; due: string | null },
  today: string,
): OnTheClock =>
  due === null
    ? { kind: 'open', days: daysBetween(receivedOn, today) }
    : { kind: 'left', days: daysBetween(today, due) }

/** A notice that is open for longer than this is shown as late: nobody would call it "without undue delay". */
export const noticeLateAfter = 3

export const isPressing = ({ kind, days }: OnTheClock): boolean =>
  kind === 'left' ? days <= 1 : days >= noticeLateAfter

const characters = (text: string) => [...text].length

/** Characters that a reply may always have: nobody answers a sentence in a sentence of the same length. */
export const roomForReply = 1500

/** How long a reply may be, in characters: as long as what it answers, title and text, as a reader sees them; never less than `roomForReply`. */
export function longestReply({ title, text }: { title: string; text: string }): number {
  const answered = characters(plainBars(title)) + characters(plainBars(text))
  return answered > roomForReply ? answered : roomForReply
}

/** What is wrong with the length of a reply; `null` when nothing is. */
export function lengthFault(reply: string, most: number): 'too-long' | 'too-many-lines' | null {
  if (characters(reply) > most) return 'too-long'
  return reply.split('\n').length > mostLines ? 'too-many-lines' : null
}

/** Cases that somebody has to do something about. */
export const openStates: CaseState[] = ['open', 'accepted']

/** What whoever asked is told of where it stands: that a first person agreed is not for them yet. */
export const shownState = (state: CaseState): ShownState => (state === 'accepted' ? 'open' : state)

export interface Proposed {
  state: CaseState
  proposedById: string | null
}

/** Two people where it ends on a public page: whoever proposed an insertion does not make it. */
export const mayInsert = (actorId: string, { state, proposedById }: Proposed): boolean =>
  state === 'accepted' && proposedById !== null && proposedById !== actorId
