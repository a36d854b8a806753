/** Text inside XML 1.0: what would be markup is escaped, what it cannot hold is left out. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** To the second: finer than anything that is published. */
export const atomInstant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

/** What every feed says of itself. */
export interface FeedHead {
  locale: string
  title: string
  /** What it is the feed of, and the feed itself. */
  pageUrl: string
  selfUrl: string
  association: string
  /** When there is no entry yet. */
  since: Date
}

/**
 * An Atom feed (RFC 4287).
 * @param updated of the newest entry, as `atomInstant` writes it; absent when there is none
 * @param entries `<entry>` elements, each with its line break
 */
export const atomFeed = (
  { locale, title, pageUrl, selfUrl, association, since }: FeedHead,
  updated: string | undefined,
  entries: readonly string[],
): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(locale)}">
  <id>${xml(selfUrl)}</id>
  <title type="text">${xml(title)}</title>
  <updated>${updated ?? atomInstant(since)}</updated>
  <author><name>${xml(association)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(selfUrl)}"/>
  <link rel="alternate" type="text/html" href="${xml(pageUrl)}"/>
${entries.join('')}</feed>
`
