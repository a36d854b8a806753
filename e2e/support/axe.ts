import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

interface Looking {
  /** In the dark only the colours are new. */
  colorsOnly?: boolean
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const colors = ['color-contrast', 'link-in-text-block']

/** axe is half a megabyte: it is brought into a page once, however often one looks there. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
}

/** What axe finds on the page as it stands, in a line each, and whether it is wider than the screen. */
export async function faultsNow(page: Page, { colorsOnly = false }: Looking = {}): Promise<string[]> {
  await bringAxe(page)
  // What passes need not be described node by node.
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(colorsOnly ? { runOnly: { type: 'rule', values: colors } } : {}),
  }
  return page.evaluate(async (asked) => {
    const { violations } = await window.axe.run(document, asked)
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
    )
    return document.documentElement.scrollWidth > innerWidth ? [...found, 'wider than the screen'] : found
  }, options)
}

interface Dress {
  width: 390 | 1280
  colorScheme: 'light' | 'dark'
}

const phone = { width: 390 } as const
const desk = { width: 1280 } as const
const light = { colorScheme: 'light' } as const
const dark = { colorScheme: 'dark' } as const

const everyDress: readonly Dress[] = [
  { ...phone, ...light },
  { ...phone, ...dark },
  { ...desk, ...light },
  { ...desk, ...dark },
]

/** Of a page that is read in both languages, which differ in words alone: each language in two dresses, every dress in one of them. */
export const dressesOf = {
  fr: [
    { ...phone, ...light },
    { ...desk, ...dark },
  ],
  en: [
    { ...phone, ...dark },
    { ...desk, ...light },
  ],
} as const satisfies Record<string, readonly Dress[]>

/** The same in every dress: light and dark, on a phone and on a desk. In the dark of a width that was seen in the light only the colours are new. */
export async function faults(page: Page, dresses: readonly Dress[] = everyDress): Promise<string[]> {
  const found: string[] = []
  const seen = new Set<number>()
  for (const { width, colorScheme } of dresses) {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const colorsOnly = seen.has(width)
    seen.add(width)
    found.push(
      ...(await faultsNow(page, { colorsOnly })).map((fault) => `${page.url()} ${width} ${colorScheme} ${fault}`),
    )
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
