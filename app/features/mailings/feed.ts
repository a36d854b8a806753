import { xml } from '#app/features/testimonies/feed.ts'

interface FeedUpdate {
  id: string
  subject: string
  startedAt: Date
  siteHtml: string
}

interface Feed {
  locale: string
  title: string
  pageUrl: string
  selfUrl: string
  association: string
  /** When there is no update yet. */
  since: Date
  /** The newest first. */
  updates: readonly FeedUpdate[]
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

const entry = ({ id, subject, startedAt, siteHtml }: FeedUpdate, { pageUrl, locale }: Feed): string => `  <entry>
    <id>urn:uuid:${xml(id)}</id>
    <title type="text">${xml(subject)}</title>
    <link rel="alternate" type="text/html" href="${xml(`${pageUrl}/${id}`)}"/>
    <published>${instant(startedAt)}</published>
    <updated>${instant(startedAt)}</updated>
    <content type="html" xml:lang="${xml(locale)}">${xml(siteHtml)}</content>
  </entry>
`

/** The newest updates as an Atom feed (RFC 4287). What was sent is never edited, so that it is as old as its sending. */
export function updatesFeed(feed: Feed): string {
  const { locale, title, pageUrl, selfUrl, association, since, updates } = feed
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(locale)}">
  <id>${xml(selfUrl)}</id>
  <title type="text">${xml(title)}</title>
  <updated>${instant(updates[0]?.startedAt ?? since)}</updated>
  <author><name>${xml(association)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(selfUrl)}"/>
  <link rel="alternate" type="text/html" href="${xml(pageUrl)}"/>
${updates.map((update) => entry(update, feed)).join('')}</feed>
`
}
