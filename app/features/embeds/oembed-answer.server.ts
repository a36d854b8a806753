import { plainTitle } from '#app/features/campaigns/rules.ts'
import { translator } from '#app/i18n/t.ts'
import { xml } from '#app/infra/atom.server.ts'
import { hasThumbnail, sizeOf, type OembedQuestion } from './rules/oembed.ts'
import { shareImageSize } from './rules/options.ts'
import { frameSnippet } from './rules/snippets.ts'

interface Described {
  /** As it was written, with its asterisks. */
  title: string
  association: string
  /** Our origin. */
  site: string
}

/** Seconds for which a site may keep what it was told: the frame itself is always of now. */
const keptFor = 3600

/** What oEmbed 1.0 (§2.3) says of a campaign: a frame, in the room that there is. */
export function describeEmbed(question: OembedQuestion, { title, association, site }: Described) {
  const { slug, locale } = question
  const { show, width, height } = sizeOf(question)
  const plain = plainTitle(title)
  const said = show === 'form' ? 'embeds.frame.title' : 'embeds.frame.counterTitle'
  const frame = { site, slug, locale, show, title: translator(locale)(said, { title: plain }), width, height }
  const { width: imageWidth, height: imageHeight } = shareImageSize
  return {
    type: 'rich',
    version: '1.0',
    title: plain,
    author_name: association,
    author_url: `${site}/${locale}/${slug}`,
    provider_name: association,
    provider_url: site,
    cache_age: keptFor,
    html: frameSnippet(frame),
    width,
    height,
    ...(hasThumbnail(question)
      ? {
          thumbnail_url: `${site}/og/${slug}.png?locale=${locale}`,
          thumbnail_width: imageWidth,
          thumbnail_height: imageHeight,
        }
      : {}),
  }
}

/** The same as XML (§2.3.4.2): markup is text there too. */
export const asXml = (described: Record<string, string | number>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(described)
    .map(([name, value]) => `  <${name}>${xml(String(value))}</${name}>\n`)
    .join('')}</oembed>\n`
