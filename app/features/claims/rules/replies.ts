import type { ReplyAbout, ReplyState } from '../schema/reply.ts'

/** Replies that somebody has to do something about. */
export const openReplies: ReplyState[] = ['open', 'accepted']

/** What whoever asked is told: that a first person agreed is not for them yet. */
export const stateForAsker = (state: ReplyState): Exclude<ReplyState, 'accepted'> =>
  state === 'accepted' ? 'open' : state

/** The page that it is about, behind the language and the campaign. */
export function pathOf({ target, slug }: ReplyAbout): string {
  if (target === 'campaign') return ''
  return `/${target === 'claim' ? 'claims' : 'systems'}/${slug}`
}

/** As the form names it. */
export const aboutValue = ({ target, slug }: ReplyAbout): string =>
  target === 'campaign' ? target : `${target}:${slug}`

/** A day that cannot wait beyond tomorrow. */
export const isPressing = (daysLeft: number): boolean => daysLeft <= 1

/** Months that what a decided request said, and who asked, are kept. */
export const monthsKept = 12

/** Days that a reply outlasts what it answered, when that was taken off the site: long enough to put it back. */
export const daysBesideNothing = 30

/** Rights of reply that a campaign takes in a day. Far more than come, and few enough to be read in the three days that the law gives. */
export const mostRepliesADay = 40
