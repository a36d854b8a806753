import type { Page } from '@playwright/test'

/** Until the script of the page listens: before, links and forms are those of a page without one. React marks what it has taken over. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
}
