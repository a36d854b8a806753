import { expect, test } from 'vitest'
import { updatesFeed } from './feed.server.ts'

const pageUrl = 'https://petition.example.org/fr/score/updates'
const feed = {
  locale: 'fr',
  title: 'Nouvelles & suites',
  pageUrl,
  selfUrl: `${pageUrl}.atom`,
  association: 'Collectif <fictif>',
  since: new Date('2026-01-01T08:00:00.123Z'),
}
const update = {
  id: '0190a1b2-1111-4222-8333-444455556666',
  subject: ']]> "A" & <b>\u0000',
  startedAt: new Date('2026-02-03T09:10:11.999Z'),
  updatedAt: new Date('2026-02-03T09:10:11.999Z'),
  siteHtml: '<p>Bonjour &amp; merci</p>',
}

test('the feed says what was sent and when, and nothing in it is markup of its own', () => {
  const xml = updatesFeed({ ...feed, updates: [update] })
  expect(xml).toContain('<updated>2026-02-03T09:10:11Z</updated>\n  <author>')
  expect(xml).toContain('<title type="text">]]&gt; &quot;A&quot; &amp; &lt;b&gt;</title>')
  expect(xml).toContain('&lt;p&gt;Bonjour &amp;amp; merci&lt;/p&gt;</content>')
  expect(xml).toContain(`href="${pageUrl}/${update.id}"`)
  const opened = [...xml.matchAll(/<([a-z]+)(?:\s[^>]*)?(?<!\/)>/g)].map(([, name = '']) => name)
  const closed = [...xml.matchAll(/<\/([a-z]+)>/g)].map(([, name = '']) => name)
  expect(opened.toSorted()).toEqual(closed.toSorted())
})

test('before the first update the feed is as old as the campaign', () => {
  expect(updatesFeed({ ...feed, updates: [] })).toContain('<updated>2026-01-01T08:00:00Z</updated>')
})

test('an update whose subject was chosen since is as new as the choice, and was published when it was', () => {
  const chosen = { ...update, updatedAt: new Date('2026-02-03T13:00:00Z') }
  const later = { ...update, id: '0190a1b2-1111-4222-8333-444455556667', startedAt: new Date('2026-02-03T10:00:00Z') }
  const xml = updatesFeed({ ...feed, updates: [{ ...later, updatedAt: later.startedAt }, chosen] })
  expect(xml).toContain('<updated>2026-02-03T13:00:00Z</updated>\n  <author>')
  expect(xml).toContain('<published>2026-02-03T09:10:11Z</published>\n    <updated>2026-02-03T13:00:00Z</updated>')
})
