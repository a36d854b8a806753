import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { OverviewPage } from './overview-page.tsx'

const since = { fr: '1er septembre 2026', en: '1 September 2026' }

test.each(['fr', 'en'] as const)(
  'promises that are all being verified again are named, under no empty heading: %s',
  (locale) => {
    const expired = [{ slug: 'one', title: { fr: 'Une promesse', en: 'A promise' }, checkBy: '2026-09-01' }]
    const page = renderToStaticMarkup(
      <LocaleProvider locale={locale}>
        <OverviewPage campaign={{ slug: 'score', title: 'Score' }} lines={[]} expired={expired} />
      </LocaleProvider>,
    )
    expect(page).toContain(expired[0]?.title[locale])
    expect(page).toContain(since[locale])
    expect(page).not.toContain('id="promises"')
  },
)
