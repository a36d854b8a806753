import { atomFeed, xml, type FeedHead } from '#app/infra/atom.server.ts'
import type { ShownEntry } from './queries/faq.server.ts'

interface Feed extends FeedHead {
  entries: readonly ShownEntry[]
}

/** An answer has days, not hours. */
const instant = (day: string): string => `${day}T00:00:00Z`
const changedOn = ({ updatedOn, publishedOn }: ShownEntry): string | null => updatedOn ?? publishedOn

function entry(shown: ShownEntry, { pageUrl }: Feed): string {
  const { slug, question, answerHtml, lang, publishedOn } = shown
  const url = `${pageUrl}#${slug}`
  const updated = changedOn(shown)
  if (updated === null) return ''
  return `  <entry>
    <id>${xml(url)}</id>
    <title type="text" xml:lang="${xml(lang)}">${xml(question)}</title>
    <link rel="alternate" type="text/html" href="${xml(url)}"/>
    <published>${instant(publishedOn ?? updated)}</published>
    <updated>${instant(updated)}</updated>
    <content type="html" xml:lang="${xml(lang)}">${xml(answerHtml)}</content>
  </entry>
`
}

/** The newest answers; one that changed comes again, with its day. */
export function answersFeed(feed: Feed): string {
  const [newest] = feed.entries
  const updated = newest ? changedOn(newest) : null
  return atomFeed(
    feed,
    updated === null ? undefined : instant(updated),
    feed.entries.map((shown) => entry(shown, feed)),
  )
}
