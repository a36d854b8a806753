import type { Browser, Page } from '@playwright/test'
import { said } from '../../e2e/support/confirming.ts'
import { words } from '../../e2e/support/signing.ts'
import { slug } from '../support/product.ts'
import { nthAddress } from '../support/signing-requests.ts'
import { inLanes } from './in-lanes.ts'
import type { Letter } from './letters.ts'

export interface Way {
  says: string
  javaScript: boolean
  /** What a person does, from the mail to the answer. */
  confirm: (page: Page, letter: Letter) => Promise<void>
  /** The same once more. */
  again: (page: Page, letter: Letter) => Promise<void>
}

interface Person {
  way: Way
  /** Not for the first time. */
  again: boolean
  letter: Letter
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })

const gestures = [
  (page: Page) => title(page).click(),
  (page: Page) => page.keyboard.press('j'),
  (page: Page) => title(page).tap(),
]

async function gesture(page: Page, { confirm, locale, n }: Letter): Promise<void> {
  await page.goto(confirm)
  await page.getByText(said[locale].gesture).waitFor()
  await gestures[n % gestures.length]?.(page)
}

async function button(page: Page, { confirm, locale }: Letter): Promise<void> {
  await page.goto(confirm)
  await page.getByRole('button', { name: words[locale].confirm, exact: true }).click()
}

async function code(page: Page, { confirm, locale, email, code: digits }: Letter): Promise<void> {
  const { codeForm, email: address, code: label } = said[locale]
  await page.goto(`${new URL(confirm).origin}/${locale}/${slug}/signed`)
  const form = page.getByRole('form', { name: codeForm })
  await form.getByLabel(address, { exact: true }).fill(email)
  await form.getByLabel(label, { exact: true }).fill(digits)
  await form.getByRole('button').click()
}

/** A page that was confirmed listens to no gesture any more: its button answers. */
export const ways: readonly Way[] = [
  { says: 'by a gesture', javaScript: true, confirm: gesture, again: button },
  { says: 'by the button without JavaScript', javaScript: false, confirm: button, again: button },
  { says: 'by typing the code', javaScript: true, confirm: code, again: code },
]

/** What a person reads in the end, at a browser and in a network of their own. */
async function answerOf(browser: Browser, { way, again, letter }: Person): Promise<string> {
  const context = await browser.newContext({
    javaScriptEnabled: way.javaScript,
    hasTouch: true,
    extraHTTPHeaders: { 'x-forwarded-for': nthAddress(letter.n) },
  })
  const page = await context.newPage()
  try {
    await (again ? way.again : way.confirm)(page, letter)
    await page.waitForURL(/\/confirmed(\?again=1)?$/, { timeout: 10_000 })
    return (await title(page).textContent()) ?? ''
  } catch (error) {
    // What the page says tells more than how long it was waited for.
    const said = await page.locator('h1, [role="alert"]').allTextContents()
    return [...said, String(error).split('\n')[0]].join(' / ')
  } finally {
    await context.close()
  }
}

const atOnce = 4

/** People who confirm in one way, or do so again. @returns where one was not told what they should be */
export async function confirmAll(
  browser: Browser,
  way: Way,
  { letters, again = false }: { letters: readonly Letter[]; again?: boolean },
): Promise<string[]> {
  const wrongs: string[] = []
  await inLanes(letters, atOnce, async (letter) => {
    const answer = await answerOf(browser, { way, again, letter })
    const expected = words[letter.locale][again ? 'again' : 'confirmed']
    if (answer !== expected) wrongs.push(`${way.says}${again ? ', again' : ''}: “${answer}” instead of “${expected}”`)
  })
  return wrongs
}
