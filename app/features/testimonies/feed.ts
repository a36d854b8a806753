import { barsInBrackets } from './rules.ts'
import type { PublishedTestimony } from './schema.ts'

interface Feed {
  locale: string
  title: string
  /** Of the gallery, and of the feed itself. */
  pageUrl: string
  selfUrl: string
  association: string
  /** When there is no story yet. */
  since: Date
  voices: readonly PublishedTestimony[]
  urlOf: (voice: PublishedTestimony) => string
  /** In words; of one that says nothing of it nothing is said. */
  systemOf: (system: string) => string
  /** What stands in the place of a story that is warned of. */
  warned: (warning: string) => string
}

/** Text inside XML 1.0: what would be markup is escaped, what it cannot hold is left out. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A story has a day, not an hour. */
const instant = (day: string): string => `${day}T00:00:00Z`

function entry(voice: PublishedTestimony, { urlOf, systemOf, warned }: Feed): string {
  const { id, locale, title, text, contentWarning, publishedOn, system } = voice
  const told = contentWarning
    ? `<summary type="text">${xml(warned(contentWarning))}</summary>`
    : `<content type="text" xml:lang="${xml(locale)}">${xml(barsInBrackets(text))}</content>`
  const category = system === null ? '' : `<category term="${xml(system)}" label="${xml(systemOf(system))}"/>\n    `
  return `  <entry>
    <id>urn:uuid:${xml(id)}</id>
    <title type="text" xml:lang="${xml(locale)}">${xml(barsInBrackets(title))}</title>
    <link rel="alternate" type="text/html" href="${xml(urlOf(voice))}"/>
    <published>${instant(publishedOn)}</published>
    <updated>${instant(publishedOn)}</updated>
    ${category}${told}
  </entry>
`
}

/** The newest stories as an Atom feed (RFC 4287). A published text is never edited, so that it is as old as its publication. */
export function atomFeed(feed: Feed): string {
  const { locale, title, pageUrl, selfUrl, association, since, voices } = feed
  const updated = voices[0] ? instant(voices[0].publishedOn) : `${since.toISOString().slice(0, 19)}Z`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(locale)}">
  <id>${xml(selfUrl)}</id>
  <title type="text">${xml(title)}</title>
  <updated>${updated}</updated>
  <author><name>${xml(association)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(selfUrl)}"/>
  <link rel="alternate" type="text/html" href="${xml(pageUrl)}"/>
${voices.map((voice) => entry(voice, feed)).join('')}</feed>
`
}
