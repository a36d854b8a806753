import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { letters as seeds } from '#prisma/demo/letters.ts'
import { AwayPage } from './away-page.tsx'
import { BarometerLink } from './barometer-link.tsx'
import { CalculatorLink } from './calculator-link.tsx'
import { LawPage } from './law-page.tsx'
import { RemediesPage } from './remedies-page.tsx'

const rendered = (page: ReactNode, locale: Locale) =>
  renderToStaticMarkup(<LocaleProvider locale={locale}>{page}</LocaleProvider>)

const campaign = { slug: 'score', title: 'Non au score' }
const checkBy = '2026-09-01'
const since = { fr: '1er septembre 2026', en: '1 September 2026' }
const locales = ['fr', 'en'] as const
/** How the sentence about the day of the texts begins. */
const verifiedSince = (locale: Locale) => translator(locale)('remedies.page.verified', { day: '|' }).split('|')[0]

test.each(locales)(
  'a page whose letters are all being verified again names them, and no day they were verified: %s',
  (locale) => {
    const expired = seeds.map(({ slug, content }) => ({ slug, title: content[locale].title, checkBy }))
    const page = rendered(<RemediesPage {...{ campaign, expired }} letters={[]} />, locale)
    for (const { slug } of expired) expect(page).toContain(`href="/${locale}/score/remedies/${slug}"`)
    expect(page).toContain(since[locale])
    expect(page).not.toContain(verifiedSince(locale))
  },
)

test.each(locales)('the letter that was verified longest ago says for all of them when: %s', (locale) => {
  const letters = seeds.slice(0, 3).map((seed, at) => ({ ...seed, verifiedOn: `2026-03-${20 - at}` }))
  const page = rendered(<RemediesPage {...{ campaign, letters }} expired={[]} />, locale)
  expect(page).toContain(
    translator(locale)('remedies.page.verified', { day: { fr: '18 mars 2026', en: '18 March 2026' }[locale] }),
  )
})

test.each(locales)('a letter that is being verified again is told by its name, with none beside it: %s', (locale) => {
  const page = rendered(<AwayPage {...{ campaign, checkBy }} title="Une lettre" others={[]} />, locale)
  expect(page).toContain('Une lettre')
  expect(page).toContain(since[locale])
})

test.each(locales)('texts of law that are all being verified again are named: %s', (locale) => {
  const page = rendered(<LawPage {...{ campaign }} laws={[]} expired={['Article 15, RGPD']} />, locale)
  expect(page).toContain('Article 15, RGPD')
})

test('the letters lead to the page that counts days and to the one that says what came back', () => {
  const more = (
    <>
      <CalculatorLink campaignPath="/fr/score" />
      <BarometerLink campaignPath="/fr/score" />
    </>
  )
  const page = rendered(<RemediesPage {...{ campaign, more }} letters={[]} expired={[]} />, 'fr')
  expect(page).toContain('href="/fr/score/remedies/deadlines"')
  expect(page).toContain('href="/fr/score/remedies/barometer#report"')
})
