import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page as it stands, in a line each, and whether it is wider than the screen. */
export async function faultsNow(page: Page): Promise<string[]> {
  // Our pages hold no frames: one page is enough.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return wide ? [...found, 'wider than the screen'] : found
}

/** The same in every dress: light and dark, on a phone and on a desk. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      found.push(...(await faultsNow(page)).map((fault) => `${page.url()} ${width} ${colorScheme} ${fault}`))
    }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
