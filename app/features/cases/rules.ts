import { daysLeft, insertBy, longestReplyTo } from '#app/features/campaigns/rules/right-of-reply.ts'
import { plainBars } from '#app/features/testimonies/rules.ts'
import { daysBetween } from '#app/i18n/calendar.ts'
import type { CaseKind, CaseState, ShownState } from './schema.ts'

/** The last day to insert a reply. A notice has none: it is answered without undue delay (DSA, art. 16), and its age is shown. */
export const dueOn = (kind: CaseKind, receivedOn: string): string | null =>
  kind === 'reply' ? insertBy(receivedOn) : null

/** Where a case stands on its clock: days left to its last day (0: today; negative: late), or days that it has been open. */
export type OnTheClock = { kind: 'left'; days: number } | { kind: 'open'; days: number }

export const onTheClock = (
  { receivedOn, due }: { receivedOn: string; due: string | null },
  today: string,
): OnTheClock =>
  due === null ? { kind: 'open', days: daysBetween(receivedOn, today) } : { kind: 'left', days: daysLeft(due, today) }

/** A notice that is open for longer than this is shown as late: nobody would call it "without undue delay". */
export const noticeLateAfter = 3

export const isPressing = ({ kind, days }: OnTheClock): boolean =>
  kind === 'left' ? days <= 1 : days >= noticeLateAfter

/** How long a reply may be, in characters: as long as what it answers, title and text, as a reader sees them. */
export const longestReply = ({ title, text }: { title: string; text: string }): number =>
  longestReplyTo([plainBars(title), plainBars(text)])

/** Cases that somebody has to do something about. */
export const openStates: CaseState[] = ['open', 'accepted']

/** What whoever asked is told of where it stands: that a first person agreed is not for them yet. */
export const shownState = (state: CaseState): ShownState => (state === 'accepted' ? 'open' : state)
