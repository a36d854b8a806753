import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { PressPage } from './press-page.tsx'

const since = { fr: '1er septembre 2026', en: '1 September 2026' }
const figures = {
  campaign: 'score',
  confirmed: 1200,
  asOf: '2026-11-29T11:00:00.000Z',
  head: null,
  release: null,
  departments: [],
  barometer: null,
}
const expired = (slug: string, part: string) => [
  { slug, part, title: { fr: `Texte ${slug}`, en: `Text ${slug}` }, checkBy: '2026-09-01' },
]

test.each(['fr', 'en'] as const)(
  'texts and channels that are all being verified again are named, and since when: %s',
  (locale) => {
    const page = renderToStaticMarkup(
      <LocaleProvider locale={locale}>
        <PressPage
          slug="score"
          title="Score"
          texts={{ current: [], expired: expired('kit', 'text') }}
          channels={{ current: [], expired: expired('channel', 'petition') }}
          figures={figures}
          quotes={[]}
          answersTo={() => null}
          letter={null}
          barometer={false}
          source={{ url: 'https://exemple.fr/fr/score/press', day: '2026-11-29' }}
        />
      </LocaleProvider>,
    )
    for (const slug of ['kit', 'channel']) expect(page).toContain(expired(slug, 'text')[0]?.title[locale])
    expect(page.split(since[locale])).toHaveLength(3)
  },
)
