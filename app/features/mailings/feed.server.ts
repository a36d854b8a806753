import { atomFeed, atomInstant, xml, type FeedHead } from '#app/infra/atom.server.ts'

interface FeedUpdate {
  id: string
  subject: string
  startedAt: Date
  siteHtml: string
}

interface Feed extends FeedHead {
  /** The newest first. */
  updates: readonly FeedUpdate[]
}

const entry = ({ id, subject, startedAt, siteHtml }: FeedUpdate, { pageUrl, locale }: Feed): string => `  <entry>
    <id>urn:uuid:${xml(id)}</id>
    <title type="text">${xml(subject)}</title>
    <link rel="alternate" type="text/html" href="${xml(`${pageUrl}/${id}`)}"/>
    <published>${atomInstant(startedAt)}</published>
    <updated>${atomInstant(startedAt)}</updated>
    <content type="html" xml:lang="${xml(locale)}">${xml(siteHtml)}</content>
  </entry>
`

/** The newest updates. What was sent is never edited, so that it is as old as its sending. */
export function updatesFeed(feed: Feed): string {
  const [newest] = feed.updates
  return atomFeed(
    feed,
    newest && atomInstant(newest.startedAt),
    feed.updates.map((update) => entry(update, feed)),
  )
}
