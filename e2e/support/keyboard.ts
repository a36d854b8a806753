import type { Page } from '@playwright/test'

/** What the keyboard is on, as a screen reader would say it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const on = document.activeElement
    const isField =
      on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement || on instanceof HTMLSelectElement
    const label = isField ? on.labels?.[0]?.textContent : on?.textContent
    return (on?.getAttribute('aria-label') ?? label ?? '').trim()
  })

/** More than any page of ours has to stop at. */
const mostStops = 200

/** Walks with the tab key to something that is called so, or begins so. */
export async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab')
    const said = await focused(page)
    if (typeof name === 'string' ? said.startsWith(name) : name.test(said)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

/** Types into the field that is called so. */
export async function typeInto(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.insertText(words)
}

export async function tick(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Space')
}

export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
