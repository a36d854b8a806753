import { atomFeed, atomInstant, xml, type FeedHead } from '#app/infra/atom.server.ts'

interface FeedUpdate {
  id: string
  subject: string
  startedAt: Date
  /** Later than it began where another subject was chosen since. */
  updatedAt: Date
  siteHtml: string
}

interface Feed extends FeedHead {
  /** The newest first. */
  updates: readonly FeedUpdate[]
}

const entry = (
  { id, subject, startedAt, updatedAt, siteHtml }: FeedUpdate,
  { pageUrl, locale }: Feed,
): string => `  <entry>
    <id>urn:uuid:${xml(id)}</id>
    <title type="text">${xml(subject)}</title>
    <link rel="alternate" type="text/html" href="${xml(`${pageUrl}/${id}`)}"/>
    <published>${atomInstant(startedAt)}</published>
    <updated>${atomInstant(updatedAt)}</updated>
    <content type="html" xml:lang="${xml(locale)}">${xml(siteHtml)}</content>
  </entry>
`

/** The newest updates. What was sent is never edited: it is as old as its sending, or as the choice of its subject. */
export function updatesFeed(feed: Feed): string {
  const changes = feed.updates.map(({ updatedAt }) => updatedAt.getTime())
  return atomFeed(
    feed,
    changes.length > 0 ? atomInstant(new Date(Math.max(...changes))) : undefined,
    feed.updates.map((update) => entry(update, feed)),
  )
}
