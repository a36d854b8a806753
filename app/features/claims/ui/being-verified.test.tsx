import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { ClaimsPage } from './claims-page.tsx'
import { ClaimsSection } from './claims-section.tsx'
import { SystemsPage } from './systems-page.tsx'

const locales = ['fr', 'en'] as const
const since = { fr: '1er septembre 2026', en: '1 September 2026' }
const shownIn = (locale: Locale, page: ReactNode) =>
  renderToStaticMarkup(<LocaleProvider locale={locale}>{page}</LocaleProvider>)

const expired = [{ slug: 'one', title: 'The first', checkBy: '2026-09-01' }]

test.each(locales)(
  'pages whose claims and systems are all being verified again name them, and since when: %s',
  (locale) => {
    const campaign = { title: 'Non au score', path: `/${locale}/score` }
    const shown = [
      shownIn(locale, <ClaimsPage {...{ campaign, expired }} claims={[]} replies={[]} systems />),
      shownIn(locale, <SystemsPage {...{ campaign, expired }} systems={[]} claims />),
    ]
    for (const page of shown) {
      expect(page).toContain('The first')
      expect(page).toContain(since[locale])
    }
  },
)

test('a campaign whose claims are all being verified again has no part about them', () => {
  const part = <ClaimsSection claims={[]} replies={[]} systems campaignPath="/fr/score" textVersion={1} />
  expect(shownIn('fr', part)).toBe('')
})
