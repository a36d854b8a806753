import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { AreaChart } from './area-chart.tsx'

const draw = (given: Partial<ComponentProps<typeof AreaChart>> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en">
      <AreaChart title="Signatures" summary="Three days." shape="columns" ticks={[]} points={threeDays} {...given} />
    </LocaleProvider>,
  )

const threeDays = [10, 1200, 0].map((value, place) => ({ at: place / 3, value }))
const outlines = (html: string) => [...html.matchAll(/ d="(M[^"]*z)"/g)].map(([, outline]) => outline ?? '')
const ySteps = (html: string) =>
  [...(/<ol[^>]*>(.*?)<\/ol>/.exec(html)?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(([, tick]) => tick)

test('the drawing is described in words', () => {
  expect(draw()).toContain('role="img" aria-label="Signatures. Three days."')
})

test('columns go up to where they end, and the last one is apart while it is under way', () => {
  expect(outlines(draw())[0]).toBe('M0 300V298H333.3V60H666.7V300H1000V300z')
  const [done = '', now = ''] = outlines(draw({ underWay: true, end: 0.9 }))
  expect(done).toMatch(/H666\.7V300z$/)
  expect(now).toBe('M666.7 300V300H900V300z')
})

test('a line goes from point to point', () => {
  const points = [0, 50, 100].map((value, place) => ({ at: place / 2, value }))
  expect(outlines(draw({ shape: 'line', points }))[0]).toBe('M0,300L500,150L1000,0V300H0z')
})

test('a goal stays inside the drawing and is named', () => {
  const html = draw({ level: { value: 5000, label: 'Goal: 5,000' } })
  expect(html).toContain('Goal: 5,000')
  expect(Number(ySteps(html)[0]?.replaceAll(',', ''))).toBeGreaterThanOrEqual(5000)
})

test('the highest value stays inside the drawing and the axis counts whole people', () => {
  const heights = outlines(draw()).flatMap((outline) =>
    [...outline.matchAll(/V(-?[\d.]+)/g)].map(([, height]) => Number(height)),
  )
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...heights)).toBe(300)
  for (const value of [1, 2, 3, 4, 7]) {
    const steps = ySteps(draw({ points: [{ at: 0, value }] })).map(Number)
    expect(steps.every(Number.isInteger)).toBe(true)
    expect(steps[0]).toBeGreaterThanOrEqual(value)
    expect(new Set(steps.slice(1).map((step, place) => (steps[place] ?? 0) - step)).size).toBe(1)
  }
})

test('words below the drawing never touch', () => {
  const ticks = [0, 0.2, 0.3, 0.5, 0.6, 1].map((at) => ({ at, label: `at ${at}` }))
  expect([...draw({ ticks }).matchAll(/>at ([\d.]+)</g)].map(([, at]) => at)).toEqual(['0', '0.3', '0.6'])
})

test('words that have no room leave by every second one, so that the scale stays even', () => {
  const named = (count: number) => {
    const ticks = Array.from({ length: count }, (_, place) => ({ at: place / count, label: `no. ${place}` }))
    return [...draw({ ticks }).matchAll(/>no\. (\d+)</g)].map(([, place]) => Number(place))
  }
  expect(named(5)).toEqual([0, 2, 4])
  for (let count = 2; count <= 40; count += 1) {
    const places = named(count)
    expect(new Set(places.slice(1).map((place, before) => place - (places[before] ?? 0))).size).toBeLessThanOrEqual(1)
  }
})

test('the words of a goal stand above its line, with a halo of the colour of the paper', () => {
  const html = draw({ level: { value: 700, label: 'Goal: 700' } })
  const [words = ''] = /<text[^>]*>Goal: 700/.exec(html) ?? []
  expect(Number(/ dy="(-?[\d.]+)em"/.exec(words)?.[1])).toBeLessThan(0)
  expect(words).toMatch(/paint-order="stroke"/)
  expect(words).toMatch(/stroke="var\(--paper\)"/)
  expect(Number(/stroke-width="(\d+)"/.exec(words)?.[1])).toBeGreaterThanOrEqual(6)
})
