import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const contrastMore = css.indexOf('@media (prefers-contrast: more)')

type Theme = 'light' | 'dark'
type Palette = Map<string, Record<Theme, string>>

function paletteOf(text: string): Palette {
  const pairs = text.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))
}

const usual = paletteOf(css.slice(0, contrastMore))
const strong: Palette = new Map([...usual, ...paletteOf(css.slice(contrastMore))])

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const textPairs = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'mark'],
  ['ink-2', 'paper'],
  ['ink-2', 'sheet'],
  ['paper', 'ink'],
  ['voice', 'paper'],
  ['voice', 'sheet'],
  ['voice-ink', 'voice'],
  ['calm', 'paper'],
  ['calm', 'sheet'],
] as const

/** Borders of fields, the strokes already drawn, the edge of a primary button, a focus ring around it. */
const shapePairs = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['voice', 'paper'],
  ['voice', 'sheet'],
  ['calm', 'sheet'],
] as const

const cases = (pairs: readonly (readonly [string, string])[]) =>
  pairs.flatMap(([front, back]) =>
    (['light', 'dark'] as const).flatMap((theme) => [
      { front, back, theme, palette: usual, contrastSetting: 'usual' },
      { front, back, theme, palette: strong, contrastSetting: 'more' },
    ]),
  )

type Pair = { palette: Palette; front: string; back: string; theme: Theme }

const measured = ({ palette, front, back, theme }: Pair) =>
  contrast(palette.get(front)?.[theme] ?? '', palette.get(back)?.[theme] ?? '')

test('black on white is 21 to 1, so the measure is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 1)
})

test.each(cases(textPairs))('$front is readable on $back in the $theme theme ($contrastSetting contrast)', (one) => {
  expect(measured(one)).toBeGreaterThanOrEqual(4.5)
})

test.each(cases(shapePairs))('$front stands out from $back in the $theme theme ($contrastSetting contrast)', (one) => {
  expect(measured(one)).toBeGreaterThanOrEqual(3)
})

test('someone who asks for more contrast gets at least 7 to 1 for every word', () => {
  for (const [front, back] of textPairs)
    for (const theme of ['light', 'dark'] as const) {
      if (front === 'voice' || back === 'voice') continue
      expect(measured({ palette: strong, front, back, theme }), `${front} on ${back}, ${theme}`).toBeGreaterThanOrEqual(
        7,
      )
    }
})

test('browsers without light-dark() get the colours of the light theme', () => {
  const fallback = css.slice(css.indexOf('@supports not'), contrastMore)
  for (const [name, { light }] of usual) expect(fallback).toContain(`--${name}: ${light};`)
})
