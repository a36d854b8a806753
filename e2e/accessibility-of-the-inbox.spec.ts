import type { Page } from '@playwright/test'
import { faults as faultsOf } from './support/axe.ts'
import { ask, openInbox } from './support/inbox.ts'
import { tabTo } from './support/keyboard.ts'
import { locales } from './support/sites.ts'
import { aStory, deposit, openFromQueue, propose } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

/** What axe finds with everything unfolded, and what is too small for a thumb. */
async function faults(page: Page): Promise<string[]> {
  for (const summary of await page.locator('main summary').all()) await summary.click()
  const found = await faultsOf(page)
  for (const control of await page.locator('main :is(button, summary, textarea, input[type=text])').all()) {
    const box = await control.boundingBox()
    if (box && box.height < 44) found.push(`${box.height} pixels: ${await control.textContent()}`)
  }
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
  await page.getByLabel('Votre réponse', { exact: true }).fill('En mars.') // it is the team's turn again
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre message est arrivé')
  await propose(moderator, told)
  for (const locale of locales) {
    await openInbox(page, receipt, locale)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    found.push(...(await faults(page)))
  }
  expect(found).toEqual([])
})

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
