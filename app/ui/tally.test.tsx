import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { Tally, tallyMarks } from './tally.tsx'

const strokesOf = (html: string, path: string) =>
  new RegExp(`class="${path}" d="([^"]*)"`).exec(html)?.[1]?.split('M').length ?? 0

test('a goal of a hundred thousand is fifty strokes of two thousand', () => {
  expect(tallyMarks(48_217, 100_000)).toEqual({ worth: 2000, marks: 50, drawn: 24 })
})

test('under fifty, one stroke is one person', () => {
  expect(tallyMarks(3, 25)).toEqual({ worth: 1, marks: 25, drawn: 3 })
})

test('no stroke is drawn before it is earned, and none beyond the goal', () => {
  expect(tallyMarks(1999, 100_000).drawn).toBe(0)
  expect(tallyMarks(250_000, 100_000).drawn).toBe(50)
  expect(tallyMarks(0, 0)).toEqual({ worth: 1, marks: 1, drawn: 0 })
})

test('the drawing holds as many strokes as were counted and says so in words', () => {
  const html = renderToStaticMarkup(
    <LocaleProvider locale="en">
      <Tally value={48_217} goal={100_000} />
    </LocaleProvider>,
  )
  expect(strokesOf(html, 'tally-drawn') - 1).toBe(24)
  expect(strokesOf(html, 'tally-to-come') - 1).toBe(26)
  expect(html).toContain('role="img" aria-label="48,217 of 100,000"')
  expect(html).toContain('One stroke: 2,000 signatures')
  expect(html).not.toContain('style=')
})

test('the same count always gives the same drawing', () => {
  const once = renderToStaticMarkup(<Tally value={7} goal={20} />)
  expect(renderToStaticMarkup(<Tally value={7} goal={20} />)).toBe(once)
})
