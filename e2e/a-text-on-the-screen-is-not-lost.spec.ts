import type { Page } from '@playwright/test'
import { awake } from './support/awake.ts'
import { waitForMail } from './support/mails.ts'
import { anAddress, unique } from './support/people.ts'
import { expect, test } from './support/visitor.ts'

const messageOf = (page: Page, language: 'Français' | 'Anglais') =>
  page.getByRole('group', { name: language }).getByLabel('Message', { exact: true })

/** A draft in both languages, as it was saved. */
async function aDraft(page: Page, isAwake = true): Promise<void> {
  await page.goto('/admin/mailings')
  await page.getByRole('link', { name: 'Écrire un envoi' }).click()
  await expect(page.getByRole('button', { name: 'Créer le brouillon' })).toBeVisible()
  if (isAwake) await awake(page)
  for (const language of ['Français', 'Anglais'] as const) {
    await page.getByRole('group', { name: language }).getByLabel('Objet', { exact: true }).fill(`Un envoi ${unique()}`)
    await messageOf(page, language).fill('Le texte enregistré.')
  }
  await page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await expect(page.getByRole('button', { name: 'Enregistrer le brouillon' })).toBeVisible()
}

/** The test takes what is on the screen, and gives it back. */
async function triesWhatIsTyped(page: Page, inbox: string, words: string): Promise<void> {
  const tester = anAddress('tester')
  await page.getByLabel('Adresse de l’essai').fill(tester)
  await page.getByRole('button', { name: 'Envoyer un essai' }).click()
  await expect(page.getByRole('region', { name: 'Essai' }).getByRole('status')).toContainText('L’essai est parti')
  expect((await waitForMail(inbox, { to: tester })).text).toContain(words)
  await expect(messageOf(page, 'Français')).toHaveValue(words)
  await expect(page.getByText('ne sont pas enregistrés')).toBeVisible()
}

/** Going on to who receives saves on the way. */
async function goesOn(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Choisir qui reçoit' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qui reçoit')
  await page.getByRole('link', { name: 'Revenir à l’envoi' }).click()
  await expect(messageOf(page, 'Français')).toHaveValue(words)
}

test('whoever leaves with a text that is not saved is asked first, and takes it along where they go on @js', async ({
  house,
  visitor,
}) => {
  const page = await visitor.staff('campaigner')
  await aDraft(page)
  await messageOf(page, 'Français').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Et plus.')
  const words = 'Le texte enregistré. Et plus.'
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.getByRole('navigation').getByRole('link', { name: 'Envois' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await page.evaluate(() => history.back())
  await expect.poll(() => asked).toEqual(['beforeunload', 'confirm'])
  await expect(messageOf(page, 'Français')).toHaveValue(words)
  await triesWhatIsTyped(page, house.inbox, words)
  await goesOn(page, words)
  await page.getByText('Abandonner le brouillon', { exact: true }).click()
  await page.getByRole('button', { name: 'Abandonner pour de bon' }).click()
  await page.getByRole('button', { name: 'Reprendre dans un nouveau brouillon' }).click()
  await expect(messageOf(page, 'Français')).toHaveValue(words)
  expect(asked, 'nothing else was asked').toHaveLength(2)
})

test('without a script every button takes along what is typed @js', async ({ house, visitor }) => {
  const page = await visitor.staff('campaigner', { javaScriptEnabled: false })
  await aDraft(page, false)
  await messageOf(page, 'Français').fill('Un autre texte, {{count}} fois.')
  await page.getByRole('button', { name: 'Voir l’aperçu et les vérifications' }).click()
  expect(new URL(page.url()).hash, 'the answer shows what was asked for').toBe('#preview')
  const words = 'Un texte plus court.'
  await messageOf(page, 'Français').fill(words)
  await triesWhatIsTyped(page, house.inbox, words)
  await goesOn(page, words)
})
