import type { Page } from '@playwright/test'
import { faultsNow } from './support/axe.ts'
import { linkIn, waitForMail } from './support/mails.ts'
import { aPerson, unique } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

/** The team sends news in both languages. @returns the subject */
async function sendNews(page: Page): Promise<string> {
  const subject = `Des nouvelles ${unique()}`
  await page.goto('/admin/mailings')
  await page.getByRole('link', { name: 'Écrire un envoi' }).click()
  for (const language of ['Français', 'Anglais']) {
    const fields = page.getByRole('group', { name: language })
    await fields.getByLabel('Objet', { exact: true }).fill(subject)
    await fields.getByLabel('Message', { exact: true }).fill('Bonjour.')
  }
  await page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await page.getByText('Préparer l’envoi', { exact: true }).click()
  await page.getByLabel('J’ai relu les deux langues').check()
  await page.getByRole('button', { name: /^Envoyer à / }).click()
  await expect(page.getByTestId('mailing-progress')).toBeVisible()
  return subject
}

/** axe is a script: the pages of the story without scripts are the same. */
async function expectNoFault(page: Page, scripts: boolean | undefined): Promise<void> {
  if (scripts === false) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await faultsNow(page), colorScheme).toEqual([])
  }
}

test('a reader takes a pause from the page of their letter, and a list is counted before it is imported', async ({
  page,
  house,
  visitor,
  javaScriptEnabled,
}, info) => {
  test.setTimeout(180_000)
  const person = aPerson()
  await sign(page, person, { locale: 'fr', news: true })
  await confirm(page, await confirmationOf(house, person, 'fr'), 'fr')
  const campaigner = await visitor.staff('campaigner')
  const subject = await sendNews(campaigner)
  const letter = await waitForMail(house.inbox, { to: person.email, subject: new RegExp(subject) })
  const link = linkIn(letter, /\/fr\/me\/[\w-]+$/)

  for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200)
  const leave = linkIn(letter, /\/fr\/unsubscribe\/[\w-]+$/)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recevoir moins de nouvelles')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoFault(page, javaScriptEnabled)
  await page.screenshot({ path: info.outputPath('preferences-390.png'), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.screenshot({ path: info.outputPath('preferences-1280-dark.png'), fullPage: true })

  visitor.expectAnswer(422)
  await page.getByLabel('Une pause de trois mois').check()
  await page.getByLabel('Pour quelle raison', { exact: false }).selectOption({ label: 'Trop de messages' })
  await page.getByRole('button', { name: 'Enregistrer mon choix' }).click()
  await expect(page.getByRole('link', { name: 'Dites de quelles nouvelles il s’agit.' })).toBeVisible()
  await expect(page.getByLabel('Une pause de trois mois'), 'what was chosen is kept').toBeChecked()
  await page.getByLabel('Toutes celles de ce site').check()
  await page.getByRole('button', { name: 'Enregistrer mon choix' }).click()
  await expect(page.getByRole('status')).toContainText('Elles reprendront ensuite.')
  await expect(page.getByRole('status')).toContainText('Vos nouvelles de cette campagne sont en pause jusqu’au')
  expect(await page.context().cookies()).toEqual([])
  await page.goto(`${leave}%3E`)
  await expect(page.getByText('Vos nouvelles de cette campagne sont en pause jusqu’au')).toBeVisible()

  // Half a link leads to a page that sends a whole one, and to nobody's news.
  visitor.expectAnswer(404)
  const cut = leave.slice(0, -20)
  expect(
    (await fetch(cut, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status,
  ).toBe(404)
  await page.goto(cut)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’est pas complet')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoFault(page, javaScriptEnabled)
  await page.screenshot({ path: info.outputPath('cut-390.png'), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Recevoir un lien' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await house.sql(`update mail_allowance set last_at = now() - interval '1 minute'`) // between two letters
  await page.getByLabel('Adresse e-mail').fill(person.email)
  await page.getByRole('button', { name: 'Recevoir un lien' }).click()
  await expect(page.getByRole('status')).toContainText('Si cette adresse reçoit des nouvelles')
  const fresh = await waitForMail(house.inbox, { to: person.email, subject: /^Votre lien pour choisir/ })
  expect(linkIn(fresh, /\/fr\/me\/[\w-]+$/)).toBe(link)

  await campaigner.goto('/admin/settings/left-alone')
  await campaigner.getByLabel('Adresses, une par ligne').fill(`${person.email}\nrien`)
  await campaigner.getByRole('button', { name: 'Compter' }).click()
  await expect(campaigner.getByRole('status')).toContainText('1 boîte serait ajoutée.')
  await expect(campaigner.getByRole('status')).toContainText('lignes : 2')
  await expectNoFault(campaigner, javaScriptEnabled)
  await campaigner.setViewportSize({ width: 390, height: 844 })
  await campaigner.screenshot({ path: info.outputPath('left-alone-390.png'), fullPage: true })
  await campaigner.setViewportSize({ width: 1280, height: 800 })
  await campaigner.screenshot({ path: info.outputPath('left-alone-1280.png'), fullPage: true })
  await campaigner.getByRole('button', { name: 'Ne plus leur écrire' }).click()
  await expect(campaigner.getByRole('status')).toContainText('1 boîte ajoutée.')
  await expect(campaigner.getByLabel('Adresses, une par ligne')).toHaveValue('')

  for (const time of ['once', 'twice']) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const answer = await fetch(leave, { method: 'POST', redirect: 'manual', body })
    expect([time, answer.status, answer.headers.get('set-cookie')]).toEqual([time, 200, null])
  }
  await page.goto(leave)
  await expect(page.getByText('Ce site n’envoie plus de nouvelles à cette adresse.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Me désinscrire' })).toHaveCount(0)
})
