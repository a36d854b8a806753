import { atomFeed, xml, type FeedHead } from '#app/infra/atom.server.ts'
import type { ToldChange } from './queries/public.server.ts'

interface Feed extends FeedHead {
  /** The newest first. */
  changes: readonly ToldChange[]
  /** In words: the promise, and its new state. */
  titleOf: (change: ToldChange) => string
  /** In words: what it was, what it is now and since when, and why. */
  wordsOf: (change: ToldChange) => string
}

/** A version has a day, not an hour. */
const instant = (day: string): string => `${day}T00:00:00Z`

const entry = (change: ToldChange, { pageUrl, titleOf, wordsOf }: Feed): string => `  <entry>
    <id>${xml(`${pageUrl}/${change.slug}#version-${change.version}`)}</id>
    <title type="text">${xml(titleOf(change))}</title>
    <link rel="alternate" type="text/html" href="${xml(`${pageUrl}/${change.slug}`)}"/>
    <published>${instant(change.publishedOn)}</published>
    <updated>${instant(change.publishedOn)}</updated>
    <category term="${xml(change.to)}"/>
    <content type="text">${xml(wordsOf(change))}</content>
  </entry>
`

/** New states. A published version is never edited, so that an entry is as old as its version. */
export function changesFeed(feed: Feed): string {
  const [newest] = feed.changes
  return atomFeed(
    feed,
    newest && instant(newest.publishedOn),
    feed.changes.map((change) => entry(change, feed)),
  )
}
