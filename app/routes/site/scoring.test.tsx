import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import Scoring from './scoring.tsx'

// What the build makes of the script is not there, and the server hands over one answer.
vi.mock('virtual:enhance/scoring', () => ({ default: '' }))
vi.mock('@remix-run/react', () => ({
  useLoaderData: () => ({
    campaign: { slug: 'score', title: 'Score' },
    found: { found: 'expired', slug: 'score', title: { fr: 'Un score', en: 'A score' }, checkBy: '2026-09-01' },
    links: { remedies: false, systems: false, questions: true },
  }),
}))

const since = { fr: '1er septembre 2026', en: '1 September 2026' }

test.each(['fr', 'en'] as const)('a page of scores that is being verified again says since when: %s', (locale) => {
  const page = renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <Scoring />
    </LocaleProvider>,
  )
  expect(page).toContain(since[locale])
  expect(page).not.toContain('data-scoring')
})
