import type { Page } from '@playwright/test'
import { dressesOf, faults } from './support/axe.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { aFaultyDraft, aStoppedMailing, aTriedMailing, whatCameBack } from './support/mailings.ts'
import { waitForMail } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirmationOf, sign, signForm, words } from './support/signing.ts'
import { adminPaths, locales, publicPaths } from './support/sites.ts'
import { aStory, deposit } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

const phone = { width: 390, height: 844 }

/** What every page has, whoever reads it. */
async function hasItsFrame(page: Page, lang: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await expect(page.getByRole('heading', { level: 1 }), `one title on ${page.url()}`).toHaveCount(1)
  await expect(page.getByRole('main')).toHaveCount(1)
}

for (const locale of locales)
  test(`no public page has a fault that axe can see, each has one title and a name of its own (${locale})`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const found: string[] = []
    const titles = new Map<string, string>()
    for (const path of publicPaths) {
      await page.goto(`/${locale}${path}`)
      await hasItsFrame(page, locale)
      const title = await page.title()
      expect(title, path).not.toBe('')
      expect.soft(titles.get(title), `“${title}” names only one page`).toBeUndefined()
      titles.set(title, path)
      found.push(...(await faults(page, dressesOf[locale])))
    }
    expect(found).toEqual([])
  })

test('pages that answer a person have no fault either', async ({ page, house, visitor }) => {
  test.setTimeout(180_000)
  visitor.expectAnswer(422)
  visitor.expectAnswer(404)
  const found: string[] = []
  const look = async (lang: string) => {
    await hasItsFrame(page, lang)
    found.push(...(await faults(page)))
  }
  for (const locale of locales) {
    await page.goto(`/${locale}/score`)
    await signForm(page, locale).getByRole('button', { name: words[locale].sign, exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await look(locale)
    await page.goto(`/${locale}/nothing/here`)
    await look(locale)
    const person = aPerson()
    await sign(page, person, { locale })
    await page.goto(await confirmationOf(house, person, locale))
    await look(locale)
  }
  await deposit(page, aStory())
  await look('fr')
  await page.goto('/fr/score/testimonies')
  await page.locator('main a[href*="/testimonies/0000"]').first().click()
  await look('fr')
  expect(found).toEqual([])
})

for (const locale of locales)
  test(`no page of the team has a fault that axe can see (${locale}) @js`, async ({
    visitor,
    house,
    page: visitorPage,
  }) => {
    test.setTimeout(240_000)
    const owner = await visitor.staff('owner')
    if (locale === 'en') {
      await owner.goto('/admin/settings')
      await owner.getByRole('radio', { name: 'English' }).check()
      await owner.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(owner.getByRole('button', { name: 'Save' })).toBeVisible()
    }
    const found: string[] = []
    const titles = new Map<string, string>()
    await deposit(visitorPage, aStory())
    const [stopped, tried, faulty] = [
      await aStoppedMailing(house),
      await aTriedMailing(house),
      await aFaultyDraft(house),
    ]
    const forget = await whatCameBack(house)
    for (const path of adminPaths) {
      await owner.goto(path)
      await hasItsFrame(owner, locale)
      const title = await owner.title()
      expect.soft(titles.get(title), `“${title}” names only one page, not ${path} too`).toBeUndefined()
      titles.set(title, path)
      found.push(...(await faults(owner, dressesOf[locale])))
    }
    // The language changes nothing that axe could see of these: each is looked at in one.
    const states = locale === 'fr' ? [`${tried.id}/trial`, faulty.id] : [tried.id, stopped.id]
    for (const state of states) {
      await owner.goto(`/admin/mailings/${state}`)
      await hasItsFrame(owner, locale)
      found.push(...(await faults(owner)))
    }
    await Promise.all([stopped, tried, faulty].map(({ remove }) => remove()))
    await forget()
    await owner.goto('/admin/testimonies')
    await owner.locator('a[href^="/admin/testimonies/"]').first().click()
    await expect(owner).toHaveURL(/\/admin\/testimonies\/[\w-]+/)
    await hasItsFrame(owner, locale)
    found.push(...(await faults(owner)))
    expect(found).toEqual([])
  })

test('the entrance of the team has no fault', async ({ page, house, visitor }) => {
  visitor.expectAnswer(401)
  const found: string[] = []
  for (const address of ['/admin', await house.enter('analyst')]) {
    await page.goto(address)
    await hasItsFrame(page, 'fr')
    found.push(...(await faults(page)))
  }
  expect(found).toEqual([])
})

test('at 400 % zoom nothing has to be scrolled sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const locale of locales)
    for (const path of publicPaths) {
      await page.goto(`/${locale}${path}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(width, `/${locale}${path}`).toBeLessThanOrEqual(320)
    }
})

test('a person signs and confirms with the keyboard alone', async ({ page, house }) => {
  const person = aPerson()
  await page.goto('/fr/score')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Aller au contenu')
  await page.keyboard.press('Enter')
  await tabTo(page, /^Prénom et nom$/)
  await page.keyboard.type(person.name)
  await tabTo(page, /^Adresse e-mail$/)
  await page.keyboard.type(person.email)
  await tabTo(page, /^Code postal$/)
  await page.keyboard.type('69003')
  await tabTo(page, /^Je signe ce texte/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Je signe$/)
  const outline = await page.evaluate(() => {
    const style = document.activeElement && getComputedStyle(document.activeElement)
    return style ? { style: style.outlineStyle, width: Number.parseFloat(style.outlineWidth) } : null
  })
  expect(outline?.style, 'the focus is seen').not.toBe('none')
  expect(outline?.width).toBeGreaterThanOrEqual(2)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.signed)
  await waitForMail(house.inbox, { to: person.email })
  await page.goto(await confirmationOf(house, person))
  await tabTo(page, /^Je confirme ma signature$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.confirmed)
})

test('what is to be pressed is large enough for a thumb', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto('/fr/score')
  for (const control of await signForm(page, 'fr').locator('input:not([type=checkbox]), button, summary').all()) {
    const box = await control.boundingBox()
    if (box)
      expect
        .soft(box.height, (await control.getAttribute('name')) ?? (await control.textContent()) ?? '')
        .toBeGreaterThanOrEqual(44)
  }
})
