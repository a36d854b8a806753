import type { Page } from '@playwright/test'

/** Holds the scripts of the page back until `wake` is called: what a slow line does. */
export async function asleep(page: Page): Promise<{ wake: () => void }> {
  let wake = () => {}
  const woken = new Promise<void>((resolve) => (wake = resolve))
  await page.route('**/assets/*.js', async (route) => (await woken, route.continue()))
  return { wake }
}
