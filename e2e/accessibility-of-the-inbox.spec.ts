import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ask, openInbox } from './support/inbox.ts'
import { locales } from './support/sites.ts'
import { aStory, deposit, openFromQueue, propose } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

/** What axe finds in light and dark, on a phone and on a desk; what is too wide or too small for a thumb. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const summary of await page.locator('main summary').all()) await summary.click()
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      for (const { id, nodes } of violations)
        for (const { target, failureSummary } of nodes)
          found.push(`${page.url()} ${width} ${colorScheme} ${id}: ${target.join(' ')}\n${failureSummary ?? ''}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) found.push(`${page.url()} is ${wide} pixels wide on ${width}`)
    }
  for (const control of await page.locator('main :is(button, summary, textarea, input[type=text])').all()) {
    const box = await control.boundingBox()
    if (box && box.height < 44) found.push(`${box.height} pixels: ${await control.textContent()}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

test('the page behind a receipt has no fault that axe can see, in both languages and every dress', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(240_000)
  for (const status of [404, 422]) visitor.expectAnswer(status)
  const found: string[] = []
  const told = aStory()
  const receipt = await deposit(page, told)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  const id = new URL(moderator.url()).pathname.split('/').at(-1) ?? ''
  await ask(house, { id, receipt }, 'Quel mois ?')
  await page.goto('/fr/inbox')
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Tapez le code' })).toBeVisible()
  found.push(...(await faults(page)))
  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez un message' })).toBeVisible()
  found.push(...(await faults(page)))
  await propose(moderator, told)
  for (const locale of locales) {
    await openInbox(page, receipt, locale)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    found.push(...(await faults(page)))
  }
  expect(found).toEqual([])
})

/** Walks with the tab key to something that is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const on = document.activeElement
      const labels = on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement ? on.labels : null
      return (labels?.[0]?.textContent ?? on?.textContent ?? '').trim()
    })
    if (name.test(focused)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

test('a witness opens, writes and withdraws with the keyboard alone', async ({ page }) => {
  const receipt = await deposit(page, aStory())
  await page.goto('/fr/inbox')
  await tabTo(page, /^Code de reçu$/)
  await page.keyboard.type(receipt.toLowerCase())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’équipe a votre témoignage')
  await tabTo(page, /^Écrire à l’équipe$/)
  await page.keyboard.type('Un mot.')
  await tabTo(page, /^Envoyer$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Votre message est arrivé')
  await tabTo(page, /^Oui, je veux retirer/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Retirer définitivement$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce témoignage a été retiré')
})

test('on paper stand the words, and neither buttons nor forms', async ({ page }) => {
  const receipt = await deposit(page, aStory())
  await openInbox(page, receipt)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Aucun message pour l’instant.')).toBeVisible()
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden()
})
