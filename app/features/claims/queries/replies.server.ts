import { dayRead } from '#app/i18n/calendar.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { replyTargets, type ReplyTarget } from '../schema/reply.ts'

/** A reply as anyone reads it, beside what it answers. */
export interface PublishedReply {
  id: string
  target: ReplyTarget
  slug: string
  /** The version that was on the site when it was asked for. */
  version: number
  text: string
  lang: Locale
  by: string
  publishedOn: string
}

/** The replies of a campaign that stand on its pages, the oldest first. */
export async function listPublishedReplies(campaignId: number): Promise<PublishedReply[]> {
  const rows = await db().rightOfReply.findMany({
    where: { campaignId, state: 'inserted', publishedReply: { not: null } },
    select: {
      id: true,
      about: true,
      aboutSlug: true,
      aboutVersion: true,
      locale: true,
      publishedReply: true,
      publishedReplyBy: true,
      publishedReplyOn: true,
    },
    orderBy: [{ publishedReplyOn: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap((row) => {
    const target = replyTargets.find((one) => one === row.about)
    const { publishedReply: text, publishedReplyBy: by, publishedReplyOn: on, locale } = row
    if (!target || text === null || by === null || !on || !isLocale(locale)) return []
    const { id, aboutSlug: slug, aboutVersion: version } = row
    return [{ id, target, slug, version, text, lang: locale, by, publishedOn: dayRead(on) }]
  })
}
