import { atomFeed, xml, type FeedHead } from '#app/infra/atom.server.ts'
import { barsInBrackets } from './rules.ts'
import type { PublishedTestimony } from './schema.ts'

interface Feed extends FeedHead {
  voices: readonly PublishedTestimony[]
  urlOf: (voice: PublishedTestimony) => string
  /** In words; of one that says nothing of it nothing is said. */
  systemOf: (system: string) => string
  /** What stands in the place of a story that is warned of. */
  warned: (warning: string) => string
}

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

/** The newest stories. A published text is never edited, so that it is as old as its publication. */
export function storiesFeed(feed: Feed): string {
  const [newest] = feed.voices
  return atomFeed(
    feed,
    newest && instant(newest.publishedOn),
    feed.voices.map((voice) => entry(voice, feed)),
  )
}
