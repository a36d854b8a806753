import { daysBetween, plusDays, plusMonths } from '#app/i18n/calendar.ts'

/*
 * The right of reply online (loi 2004-575 du 21 juin 2004, décret 2007-1527 du 24 octobre 2007): the same for a testimony, a claim
 * and a page of the campaign. Days are `YYYY-MM-DD`, of the calendar: no Sunday stops them.
 */

/** Days to insert a reply, from the day it was received. */
export const daysToInsert = 3
/** Months to ask for a reply, from the day what it answers appeared. */
export const monthsToAsk = 3
/** Lines of a reply, whatever the length of what it answers (décret 2007-1527, art. 3). */
export const mostLines = 200
/** Characters that a reply may always have: nobody answers a sentence in a sentence of the same length. */
export const roomForReply = 1500

/** The last day to insert a reply. */
export const insertBy = (receivedOn: string): string => plusDays(receivedOn, daysToInsert)

/** The last day on which a reply may be asked for. */
export const lastDayToAsk = (publishedOn: string): string => plusMonths(publishedOn, monthsToAsk)
export const mayAskForReply = (publishedOn: string, today: string): boolean => today <= lastDayToAsk(publishedOn)

/** Days that are left to insert it; 0: today; negative: late. */
export const daysLeft = (due: string, today: string): number => daysBetween(today, due)

const characters = (text: string) => [...text].length

/** How long a reply may be, in characters: as long as all that it answers, as a reader sees it; never less than `roomForReply`. */
export function longestReplyTo(answered: readonly string[]): number {
  const length = answered.reduce((sum, text) => sum + characters(text), 0)
  return length > roomForReply ? length : roomForReply
}

/** What is wrong with the length of a reply; `null` when nothing is. */
export function lengthFault(reply: string, most: number): 'too-long' | 'too-many-lines' | null {
  if (characters(reply) > most) return 'too-long'
  return reply.split('\n').length > mostLines ? 'too-many-lines' : null
}

export interface ProposedReply {
  state: string
  proposedById: string | null
}

/** Two people where it ends on a public page: whoever proposed an insertion does not make it. */
export const mayInsert = (actorId: string, { state, proposedById }: ProposedReply): boolean =>
  state === 'accepted' && proposedById !== null && proposedById !== actorId
