import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayRead } from '#app/i18n/calendar.ts'

/** A reply as anyone may read it. */
export interface PublishedReply {
  id: string
  text: string
  /** The language of whoever answered. */
  lang: string
  by: string
  publishedOn: string
}

/** The replies beside a testimony, the oldest first. Of testimonies that are not on the site there are none. */
export async function listReplies(testimonyId: string): Promise<PublishedReply[]> {
  const rows = await apart().caseFile.findMany({
    where: { testimonyId, publishedReply: { not: null }, testimony: { state: 'published' } },
    select: { id: true, locale: true, publishedReply: true, publishedReplyBy: true, publishedReplyOn: true },
    orderBy: [{ publishedReplyOn: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, locale: lang, publishedReply: text, publishedReplyBy: by, publishedReplyOn: on }) =>
    text !== null && by !== null && on ? [{ id, text, lang, by, publishedOn: dayRead(on) }] : [],
  )
}
