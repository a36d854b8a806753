import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayRead } from '#app/i18n/calendar.ts'

/** A reply as anyone may read it. */
export interface PublishedReply {
  id: string
  testimonyId: string
  text: string
  /** The language of whoever answered. */
  lang: string
  by: string
  publishedOn: string
}

/**
 * The replies beside these testimonies, the oldest first: each answers the version that is on the site. Beside another version, or
 * one that is not on the site, it does not stand.
 */
export async function listReplies(testimonyIds: readonly string[]): Promise<PublishedReply[]> {
  if (testimonyIds.length === 0) return []
  const rows = await apart().caseFile.findMany({
    where: {
      testimonyId: { in: [...testimonyIds] },
      publishedReply: { not: null },
      decision: 'inserted',
      testimony: { state: 'published' },
    },
    select: {
      id: true,
      testimonyId: true,
      locale: true,
      publishedReply: true,
      publishedReplyBy: true,
      publishedReplyOn: true,
      repliedVersion: true,
      testimony: { select: { draftVersion: true } },
    },
    orderBy: [{ publishedReplyOn: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap((row) => {
    const { id, testimonyId, locale: lang, publishedReply: text, publishedReplyBy: by, publishedReplyOn: on } = row
    const answersIt = row.repliedVersion === row.testimony.draftVersion
    return answersIt && text !== null && by !== null && on
      ? [{ id, testimonyId, text, lang, by, publishedOn: dayRead(on) }]
      : []
  })
}
