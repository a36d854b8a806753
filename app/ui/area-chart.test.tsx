import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { AreaChart, type DayCount } from './area-chart.tsx'

const draw = (points: readonly DayCount[]) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en">
      <AreaChart title="Signatures" points={points} />
    </LocaleProvider>,
  )

const areaOf = (html: string) => /class="chart-area" d="([^"]*)"/.exec(html)?.[1] ?? ''
const ySteps = (html: string) =>
  [...(/<ol class="chart-y"[^>]*>(.*?)<\/ol>/.exec(html)?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, tick]) => tick,
  )

const threeDays = [
  { day: '2026-01-15', value: 10 },
  { day: '2026-01-16', value: 1200 },
  { day: '2026-01-17', value: 0 },
]

test('with nothing to count there is a sentence and no drawing', () => {
  expect(draw([])).toContain('Nothing to count yet.')
  expect(draw([{ day: '2026-01-15', value: 0 }])).not.toContain('<svg')
})

test('a single day is one column in the middle', () => {
  const html = draw([{ day: '2026-01-15', value: 1 }])
  expect(areaOf(html)).toMatch(/^M428\.6,0L571\.4,0/)
  expect(html).toContain('aria-label="Signatures. 15 January 2026: 1."')
  expect(ySteps(html)).toEqual(['1', '0'])
})

test('the drawing is described in words: first day, last day, total, highest day', () => {
  expect(draw(threeDays)).toContain(
    'From 15 January 2026 to 17 January 2026, 1,210 in all. Highest day: 16 January 2026, 1,200.',
  )
})

test('the highest day stays inside the drawing and the axis counts whole people', () => {
  const html = draw(threeDays)
  const heights = [...areaOf(html).matchAll(/[ML][\d.]+,(-?[\d.]+)/g)].map(([, height]) => Number(height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...heights)).toBe(300)
  for (const value of [1, 2, 3, 4, 7]) {
    const steps = ySteps(draw([{ day: '2026-01-15', value }])).map(Number)
    expect(steps.every(Number.isInteger)).toBe(true)
    expect(steps[0]).toBeGreaterThanOrEqual(value)
    expect(new Set(steps.slice(1).map((step, place) => (steps[place] ?? 0) - step)).size).toBe(1)
  }
})

test('every day of the drawing is a row of the table', () => {
  const html = draw(threeDays)
  expect(html).toContain('<details')
  expect(html.match(/<th scope="row">/g)).toHaveLength(3)
  expect(html).toContain('<time dateTime="2026-01-16">16 January 2026</time></th><td>1,200</td>')
})
