import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { looks } from './map-looks.ts'

const tokens = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8')

type Colour = readonly [number, number, number]
const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** Linear light of a token; `strong` as for those who asked for more contrast. */
function token(name: string, theme: Theme, strong: boolean): Colour {
  const found = [...tokens.matchAll(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'g'))]
  const [, light = '', dark = ''] = (strong ? found.at(-1) : found[0]) ?? []
  const hex = theme === 'light' ? light : dark
  const channel = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

/** Björn Ottosson's OKLab, from linear light and back. */
function toLab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
function fromLab([L, a, b]: Colour): Colour {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b
function contrast(one: Colour, other: Colour): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const encoded = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055)

/** As a browser lays a colour over another: channel by channel, as they are written. */
function over(front: Colour, back: Colour, opacity: number): Colour {
  const laid = (at: 0 | 1 | 2) => linear(encoded(front[at]) * opacity + encoded(back[at]) * (1 - opacity))
  return [laid(0), laid(1), laid(2)]
}

/** `var(--ink)` is `ink`. */
const nameIn = (value: string) => value.slice(6, -1)

function fillOf(shade: number, theme: Theme, strong: boolean): Colour {
  const { fill, fillOpacity = 1 } = looks(shade)
  const mix = /color-mix\(in oklab, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)/.exec(fill)
  if (!mix) return over(token(nameIn(fill), theme, strong), token('paper', theme, strong), fillOpacity)
  const [, front = '', percent = '', back = ''] = mix
  const share = Number(percent) / 100
  const [one, other] = [toLab(token(front, theme, strong)), toLab(token(back, theme, strong))]
  const mixed = (at: 0 | 1 | 2) => one[at] * share + other[at] * (1 - share)
  return fromLab([mixed(0), mixed(1), mixed(2)])
}

const wordsOn = (shade: number, theme: Theme, strong: boolean) => token(nameIn(looks(shade).words), theme, strong)

describe.each(themes.flatMap((theme) => [false, true].map((strong) => ({ theme, strong }))))(
  'the map in the $theme theme (more contrast: $strong)',
  ({ theme, strong }) => {
    const shades = [0, 1, 2, 3, 4]

    test('its numbers are readable on every shade', () => {
      for (const shade of shades)
        expect(
          contrast(wordsOn(shade, theme, strong), fillOf(shade, theme, strong)),
          `shade ${shade}`,
        ).toBeGreaterThanOrEqual(4.5)
    })

    test('each shade is further from the paper than the one before: who sees no red reads the same', () => {
      const ground = token('paper', theme, strong)
      const steps = [ground, ...shades.map((shade) => fillOf(shade, theme, strong))].map((one) => contrast(one, ground))
      for (const [place, step] of steps.slice(1).entries()) expect(step / (steps[place] ?? 1)).toBeGreaterThan(1.14)
    })
  },
)
