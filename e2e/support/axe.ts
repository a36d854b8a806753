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

/** The same in every dress: light and dark, on a phone and on a desk. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const colorsOnly = colorScheme === 'dark'
      found.push(
        ...(await faultsNow(page, { colorsOnly })).map((fault) => `${page.url()} ${width} ${colorScheme} ${fault}`),
      )
    }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
