import type { CDPSession, Page } from '@playwright/test'
import { atRest, said, signed, stateOf } from './support/confirming.ts'
import { words } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

// What a person may press with, and what looks like a press and is none.

const title = (page: Page) => page.getByRole('heading', { level: 1 })

async function open(page: Page, link: string): Promise<CDPSession> {
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  return page.context().newCDPSession(page)
}

test('a press without a pointer, as assistive technology makes it, confirms @js', async ({ page, house }) => {
  const { link } = await signed(house)
  const wire = await open(page, link)
  // An access key makes the same trusted click without a pointer that a screen reader or a voice makes.
  await title(page).evaluate((heading) => heading.setAttribute('accesskey', 'z'))
  const key = { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: 1, text: 'z', unmodifiedText: 'z' }
  await wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
  await wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  await expect(title(page)).toHaveText(words.fr.confirmed)
})

test('a browser that knows no requestSubmit confirms all the same @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.addInitScript(() => Reflect.deleteProperty(HTMLFormElement.prototype, 'requestSubmit'))
  await open(page, link)
  await title(page).click()
  await expect(title(page)).toHaveText(words.fr.confirmed)
})

test('a key held down, keys of the browser and a press that opens a menu confirm nothing @js', async ({
  page,
  house,
}) => {
  const { link } = await signed(house)
  const wire = await open(page, link)
  const held = { key: 'j', code: 'KeyJ', windowsVirtualKeyCode: 74, text: 'j', autoRepeat: true }
  for (let times = 0; times < 3; times += 1) await wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...held })
  for (const key of ['/', `'`]) await page.keyboard.press(key)
  await title(page).click({ modifiers: ['Control'] })
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
})

test('a finger that stops a page in motion confirms nothing, and the next one does @js', async ({ visitor, house }) => {
  const { link } = await signed(house)
  const page = await visitor.person({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 300 } })
  await open(page, link)
  await page.evaluate(() => {
    const move = () => {
      scrollBy(0, 1)
      if (scrollY < 200) requestAnimationFrame(move)
    }
    move()
  })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20)
  await page.touchscreen.tap(380, 150)
  expect(await page.evaluate(() => scrollY), 'it was in motion').toBeLessThan(200)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(200)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await atRest(page)
  await page.touchscreen.tap(380, 150)
  await expect(title(page)).toHaveText(words.fr.confirmed)
})

test('a computer that falls asleep breaks the fifteen seconds @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.clock.install()
  await open(page, link)
  await page.clock.runFor(185_000)
  await expect(page.getByRole('status')).toHaveText(/dans 15\s+secondes/)
  await page.clock.fastForward(3_600_000)
  await page.clock.runFor(10_000)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await page.clock.runFor(5000)
  await expect(title(page)).toHaveText(words.fr.confirmed)
})

test('a page that was left and is shown again as it was listens again @js', async ({ page, house }) => {
  const { link } = await signed(house)
  // The form goes out and nothing comes back, as on a train. What follows a journey back is said as browsers say it: the one of
  // the tests keeps no page to come back to.
  await page.route(link, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.continue(),
  )
  await open(page, link)
  const lost = page.waitForResponse((response) => response.status() === 204)
  await title(page).click()
  await lost
  await page.unroute(link)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await title(page).click()
  await expect(title(page)).toHaveText(words.fr.confirmed)
})

test('a page that was left and is shown again has to be looked at anew @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.clock.install()
  await open(page, link)
  await page.clock.runFor(190_000)
  await expect(page.getByRole('status')).toHaveText(/dans 15\s+secondes/)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.clock.runFor(10_000)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await page.clock.runFor(5000)
  await expect(title(page)).toHaveText(words.fr.confirmed)
})

const walks = {
  scroll: (page: Page) => page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' })),
  wheel: (page: Page) => page.mouse.wheel(0, -40), // at the top already: nothing scrolls
  ArrowDown: (page: Page) => page.keyboard.press('ArrowDown'),
  PageDown: (page: Page) => page.keyboard.press('PageDown'),
  Tab: (page: Page) => page.keyboard.press('Tab'),
}

for (const [name, walk] of Object.entries(walks))
  test(`who still reads has fifteen seconds again (${name}) @js`, async ({ visitor, house }) => {
    const { link } = await signed(house)
    const page = await visitor.person({ viewport: { width: 390, height: 400 } })
    await page.clock.install()
    await open(page, link)
    await page.clock.runFor(190_000)
    await expect(page.getByRole('status')).toHaveText(/dans 15\s+secondes/)
    await page.evaluate(
      (event) => {
        document.addEventListener(event, () => (document.documentElement.dataset['walked'] = ''), { once: true })
      },
      name.replace(/^[A-Z].*/, 'keydown'),
    )
    await walk(page)
    await expect(page.locator('html[data-walked]')).toHaveCount(1)
    await page.clock.runFor(10_000)
    await expect(page).toHaveURL(link)
    expect(await stateOf(house, link)).toBe('pending')
    await page.clock.runFor(15_000) // a key may scroll smoothly, and the count begins where that ends
    await expect(title(page)).toHaveText(words.fr.confirmed)
  })

for (const locale of ['fr', 'en'] as const)
  test(`a button stops the page that confirms by itself, for good (${locale}) @js`, async ({ page, house }) => {
    const link = (await signed(house)).link.replace('/fr/', `/${locale}/`)
    const stop = page.getByRole('button', { name: said[locale].stop, exact: true })
    await page.clock.install()
    await page.goto(link)
    await expect(page.getByText(said[locale].gesture)).toBeVisible()
    await expect(stop).toBeHidden()
    await page.clock.runFor(185_000)
    await stop.dblclick()
    await expect(page.getByRole('status')).toHaveText(said[locale].stopped)
    await expect(stop, 'the second press fell on it too').toBeFocused()
    await page.keyboard.press('Tab')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await page.clock.runFor(3_600_000)
    await expect(page).toHaveURL(link)
    expect(await stateOf(house, link)).toBe('pending')
    await expect(page.getByRole('status')).toHaveText(said[locale].stopped)
    await title(page).click()
    await expect(title(page)).toHaveText(words[locale].confirmed)
  })
