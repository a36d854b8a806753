import type { Page } from '@playwright/test'
import { aPerson, unique } from './support/people.ts'
import { signForm, words } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

// What the question about a mistyped provider may not do: move what is being pressed, or come too late to be read.

const said = words.fr
const question = (page: Page) => page.getByRole('button', { name: /^Vouliez-vous écrire/ })
const emailOf = (page: Page) => signForm(page, 'fr').getByLabel(said.email, { exact: true })
const send = (page: Page) => signForm(page, 'fr').getByRole('button', { name: said.sign, exact: true })

/** Everything but the address, which is typed last and still has the focus. */
async function typed(page: Page): Promise<string> {
  const address = `camille.${unique()}@gmial.com`
  await page.goto('/fr/score')
  const form = signForm(page, 'fr')
  await form.getByLabel(said.name, { exact: true }).fill(aPerson().name)
  await form.getByLabel(said.postcode, { exact: true }).fill('31000')
  await form.getByLabel(said.consent).check()
  await emailOf(page).pressSequentially(address)
  return address
}

for (const how of ['finger', 'mouse'] as const)
  test(`the ${how} that leaves a mistyped address ticks the box it was on @js`, async ({ visitor }) => {
    const page = await visitor.person({ hasTouch: true, viewport: { width: 390, height: 844 } })
    await page.goto('/fr/score')
    const box = signForm(page, 'fr').getByLabel(said.consent)
    await emailOf(page).pressSequentially('camille@gmial.com')
    await box.scrollIntoViewIfNeeded()
    const place = await box.boundingBox()
    if (!place) throw new Error('no box')
    const [x, y] = [place.x + place.width / 2, place.y + 4]
    await (how === 'finger' ? page.touchscreen.tap(x, y) : page.mouse.click(x, y, { delay: 80 }))
    await expect(question(page)).toBeVisible()
    await expect(box).toBeChecked()
  })

test('the keyboard that leaves a mistyped address is asked at once, and the answer is taken @js', async ({ page }) => {
  const address = await typed(page)
  await page.keyboard.press('Tab')
  await expect(question(page)).toBeVisible()
  await question(page).press('Enter')
  await expect(emailOf(page)).toHaveValue(address.replace('gmial', 'gmail'))
  await expect(emailOf(page)).toBeFocused()
  await expect(question(page)).toHaveCount(0)
})

for (const how of ['press', 'Enter'] as const)
  test(`a form sent by ${how} with a mistyped address asks once, and goes as typed @js`, async ({ page, house }) => {
    const address = await typed(page)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URLSearchParams(request.postData() ?? '').get('email') ?? '')
    })
    await (how === 'press' ? send(page).click() : page.keyboard.press('Enter'))
    await expect(question(page)).toBeFocused()
    await expect(page).toHaveURL(`${house.url}/fr/score`)
    expect(sent).toEqual([])
    await send(page).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.signed)
    expect(sent).toEqual([address])
  })
