import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Looking {
  /** In the dark only the colours are new. */
  colorsOnly?: boolean
}

/** What axe finds on the page as it stands, in a line each, and whether it is wider than the screen. */
export async function faultsNow(page: Page, { colorsOnly = false }: Looking = {}): Promise<string[]> {
  // Our pages hold no frames: one page is enough. What passes need not be described node by node.
  const whole = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const axe = colorsOnly ? whole.withRules(['color-contrast', 'link-in-text-block']) : whole
  const { violations } = await axe.analyze()
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
      const colorsOnly = colorScheme === 'dark'
      found.push(
        ...(await faultsNow(page, { colorsOnly })).map((fault) => `${page.url()} ${width} ${colorScheme} ${fault}`),
      )
    }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
