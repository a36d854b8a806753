import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { StatisticsPage } from './statistics-page.tsx'

const html = renderToStaticMarkup(
  <LocaleProvider locale="en">
    <StatisticsPage
      campaign={{ slug: 'score', title: 'Score' }}
      source={{ url: 'https://example.org/en/score/testimonies/statistics', day: '2026-02-04' }}
      statistics={{
        asOf: '2026-02-02',
        shown: {
          total: 20,
          tables: {
            system: { control: 10, suspicion: '<10', label: '<10' },
            attempt: { asked: '<10', court: '<10' },
          },
        },
      }}
    />
  </LocaleProvider>,
)

test('how to read the numbers is said before the first of them', () => {
  expect(html.indexOf('Below ten no number is given')).toBeGreaterThan(0)
  expect(html.indexOf('Below ten no number is given')).toBeLessThan(html.indexOf('at least 20'))
})

test('answers with fewer than ten stories share one sentence: none has a row of its own', () => {
  expect(html.match(/<tr>/g)).toHaveLength(2)
  expect(html).toMatch(/Fewer than 10 stories, possibly none: [^<]+ · [^<]+\./)
  expect(html).toMatch(/For each answer fewer than 10 stories, possibly none: /)
  expect(html).not.toContain('&lt;10')
})
