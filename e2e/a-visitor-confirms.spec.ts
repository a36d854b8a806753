import { ask } from './support/ask.ts'
import { atRest, said, signed, stateOf } from './support/confirming.ts'
import { linksIn, type Mail } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirmationOf, confirmedCount, sign, signAt, words } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

test('a touch on the page confirms @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.confirmed)
  expect(await stateOf(house, link)).toBe('confirmed')
})

test('a finger on the page confirms, a swipe does not @js', async ({ visitor, house }) => {
  const { link } = await signed(house)
  const page = await visitor.person({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 500 } })
  await page.goto(link)
  const wire = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    wire.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 100, y }] })
  await touch('touchStart', 400)
  for (const y of [380, 330, 280, 230]) await touch('touchMove', y)
  await touch('touchEnd', 230)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await atRest(page)
  await page.touchscreen.tap(385, 60)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.confirmed)
})

test('a key confirms; those that walk, scroll or leave do not @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  for (const key of ['Shift', 'Control', 'Escape', 'ArrowDown', 'PageDown', 'Home', 'End', 'F2', 'Control+a', 'Tab'])
    await page.keyboard.press(key)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.confirmed)
})

test('what only a program can do confirms nothing @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  await page.evaluate(() => {
    for (const name of ['pointerdown', 'pointerup', 'click', 'touchend'])
      document.body.dispatchEvent(new PointerEvent(name, { bubbles: true, isPrimary: true, clientX: 10, clientY: 10 }))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Enter' }))
  })
  await page.mouse.move(200, 200)
  await page.mouse.wheel(0, 400)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
})

test('marking words, pressing the other button of the mouse or a link confirms nothing @js', async ({
  page,
  house,
}) => {
  const { link } = await signed(house)
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  if (!title) throw new Error('no title')
  await page.mouse.move(title.x + 2, title.y + 10)
  await page.mouse.down()
  await page.mouse.move(title.x + 150, title.y + 10, { steps: 5 })
  await page.mouse.up()
  await page.getByText(said.fr.gesture).click({ button: 'right' })
  await expect(page).toHaveURL(link)
  await page.getByRole('link', { name: said.fr.notMe }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.fr.notMeTitle)
  expect(await stateOf(house, link)).toBe('pending')
})

test('ten seconds without a gesture confirm nobody, nor does an hour out of sight @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await page.clock.install()
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  await page.clock.runFor(10_000)
  await expect(page).toHaveURL(link)
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await page.clock.runFor(3_600_000)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.getByRole('status')).toHaveText(/dans 15\s+secondes/)
  await page.clock.runFor(10_000)
  await expect(page).toHaveURL(link)
  expect(await stateOf(house, link)).toBe('pending')
  await page.clock.runFor(5000)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.confirmed)
})

test('left open, the page confirms by itself three minutes after the mail and not before @js', async ({
  page,
  house,
}) => {
  const { link } = await signed(house)
  await page.clock.install()
  await page.goto(link)
  await expect(page.getByText(said.fr.gesture)).toBeVisible()
  await page.clock.runFor(150_000)
  await expect(page.getByRole('status')).toBeEmpty()
  expect(await stateOf(house, link)).toBe('pending')
  await page.clock.runFor(60_000)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.confirmed)
})

test('a page that was confirmed does nothing by itself @js', async ({ page, house }) => {
  const { link } = await signed(house)
  await ask(link, { method: 'POST' })
  await page.clock.install()
  await page.goto(link)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await page.clock.runFor(3_600_000)
  await expect(page).toHaveURL(link)
  await expect(page.getByText(said.fr.gesture)).toBeHidden()
})

for (const locale of ['fr', 'en'] as const) {
  test(`the button confirms, and without a script the page promises nothing else (${locale})`, async ({
    page,
    house,
    javaScriptEnabled,
  }) => {
    const person = aPerson()
    await sign(page, person, { locale })
    await page.goto(await confirmationOf(house, person, locale))
    await expect(page.getByText(said[locale].gesture)).toBeVisible({ visible: javaScriptEnabled !== false })
    await page.getByRole('button', { name: words[locale].confirm, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].confirmed)
  })
}

test('links that are fetched three times by GET and HEAD change nothing @js', async ({ house }) => {
  test.setTimeout(180_000)
  const people = Array.from({ length: 200 }, (_, n) => ({ name: 'Camille Dubois', email: `scanned-${n}@example.org` }))
  await Promise.all(
    people.map((person) =>
      signAt(house, new URLSearchParams({ ...person, postcode: '31000', country: 'FR', consent: 'on' }).toString()),
    ),
  )
  const isTheirs = (mail: Mail) => mail.to.some(({ address }) => address.startsWith('scanned-'))
  const mails = async () => {
    const all: Mail[] = JSON.parse(await (await fetch(`${house.inbox}/email`)).text())
    return all.filter(isTheirs)
  }
  await expect.poll(async () => (await mails()).length, { timeout: 60_000 }).toBe(200)
  const links = (await mails()).flatMap((mail) => linksIn(mail, /\/(confirm|not-me)\//))
  expect(links).toHaveLength(400)
  const rows = `select md5(string_agg(s::text, '|' order by id)) as all from signature s`
  const blocked = 'select count(*)::int as n from suppression'
  const [before] = await house.sql(rows)
  const [blockedBefore] = await house.sql(blocked)
  const counted = await confirmedCount(house)
  const fetched = links.flatMap((link) => [1, 2, 3].flatMap(() => ['GET', 'HEAD'].map((method) => ({ link, method }))))
  for (let at = 0; at < fetched.length; at += 50) {
    const answers = await Promise.all(fetched.slice(at, at + 50).map(({ link, method }) => ask(link, { method })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  }
  expect(await house.sql(rows)).toEqual([before])
  expect(await confirmedCount(house)).toBe(counted)
  expect(await house.sql(blocked)).toEqual([blockedBefore])
})
