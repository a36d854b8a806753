import { dayKept } from '#app/i18n/calendar.ts'
import { translator } from '#app/i18n/t.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { atomFeed, atomInstant, xml, type FeedHead } from '#app/infra/atom.server.ts'
import type { Correction } from './queries/claims.server.ts'

/** The newest corrections of claims (RFC 4287). Each has its own place on the page of its claim. */
export function correctionsFeed(head: FeedHead, corrections: readonly Correction[]): string {
  const t = translator(isLocale(head.locale) ? head.locale : 'fr')
  const entries = corrections.map(({ slug, title, version, publishedOn, note }) => {
    const url = `${head.pageUrl}/${slug}#version-${version}`
    return `  <entry>
    <id>${xml(url)}</id>
    <title type="text">${xml(t('claims.feed.entry', { title }))}</title>
    <link rel="alternate" type="text/html" href="${xml(url)}"/>
    <updated>${atomInstant(dayKept(publishedOn))}</updated>
    <content type="text">${xml(note)}</content>
  </entry>
`
  })
  const [newest] = corrections
  return atomFeed(head, newest && atomInstant(dayKept(newest.publishedOn)), entries)
}
