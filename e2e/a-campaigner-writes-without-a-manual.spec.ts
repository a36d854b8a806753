import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { waitForMail } from './support/mails.ts'
import { anAddress, aPerson, unique } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

const fieldsOf = (page: Page, language: 'Français' | 'Anglais') => page.getByRole('group', { name: language })
const messageOf = (page: Page, language: 'Français' | 'Anglais') =>
  fieldsOf(page, language).getByLabel('Message', { exact: true })

/** Types, and puts blocks in where the caret is, as somebody does who tries the buttons. */
async function write(page: Page, language: 'Français' | 'Anglais', words: { subject: string; hello: string }) {
  const fields = fieldsOf(page, language)
  await fields.getByLabel('Objet', { exact: true }).fill(words.subject)
  const insert = (name: string) => fields.getByRole('toolbar').getByRole('button', { name, exact: true }).click()
  await messageOf(page, language).click()
  await page.keyboard.type(`${words.hello} `)
  await insert('Nom')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(',')
  await insert('Bouton')
  await page.keyboard.type('https://example.org/lettre')
  await page.keyboard.press('Control+End')
  await insert('Signature')
}

test('a campaigner who never saw the tool writes an update in both languages, mends what is wrong, and sends it @js', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(180_000)
  const person = { ...aPerson(), name: 'Noémie d’Exemple' }
  await sign(page, person, { locale: 'fr', news: true })
  await confirm(page, await confirmationOf(house, person, 'fr'), 'fr')
  const campaigner = await visitor.staff('campaigner')
  const mark = unique()
  const subject = `Une lettre est partie ${mark}`

  await campaigner.getByRole('link', { name: 'Envois' }).first().click()
  await campaigner.getByRole('link', { name: 'Écrire un envoi' }).click()
  await write(campaigner, 'Français', { subject, hello: 'Bonjour' })
  await messageOf(campaigner, 'Français').press('Control+z')
  await expect(messageOf(campaigner, 'Français'), 'what was put in is taken back').not.toHaveValue(/signature/)
  await messageOf(campaigner, 'Français').press('Control+End')
  await campaigner.keyboard.type('\n\n[plus bas](#suite)')
  const preview = campaigner.getByRole('region', { name: 'Aperçu' })
  await expect(preview.getByText('Bonjour Camille Exemple,').first()).toBeVisible()
  await expect(preview.getByRole('link', { name: 'Texte du bouton' }).first()).toBeVisible()
  await campaigner.getByRole('button', { name: 'Créer le brouillon' }).click()
  await expect(campaigner.getByRole('heading', { level: 1 })).toHaveText(subject)

  const checks = campaigner.getByRole('region', { name: 'À vérifier avant d’envoyer' })
  await expect(checks.getByText('3 points à corriger', { exact: false })).toBeVisible()
  await expect(campaigner.getByText('Préparer l’envoi', { exact: true })).toHaveCount(0)
  expect(await faults(campaigner)).toEqual([])
  await write(campaigner, 'Anglais', { subject: `A letter has left ${mark}`, hello: 'Hello' })
  await checks.getByRole('link', { name: /^Message français, ligne/ }).click()
  await campaigner.keyboard.press('Backspace')
  await expect(checks.getByText('Rien à signaler.')).toBeVisible()
  await campaigner.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(campaigner.getByText('Le brouillon est enregistré.')).toBeVisible()

  const tester = anAddress('tester')
  await campaigner.getByLabel('Adresse de l’essai').fill(tester)
  await campaigner.getByRole('button', { name: 'Envoyer un essai' }).click()
  expect((await waitForMail(house.inbox, { to: tester })).text).toContain('Bonjour Camille Exemple,')

  await campaigner.getByText('Préparer l’envoi', { exact: true }).click()
  await campaigner.locator('#understood').check()
  await campaigner.getByRole('button', { name: /^Envoyer à / }).click()
  await expect(campaigner.getByTestId('mailing-progress')).toBeVisible()
  const mail = await waitForMail(house.inbox, { to: person.email, subject: new RegExp(mark) })
  expect(mail.text).toContain('Bonjour Noémie d’Exemple,')
  expect(mail.html).toContain('href="https://example.org/lettre"')

  const archived = new URL(/http\S+\/updates\/[\da-f-]{36}/.exec(mail.text ?? '')?.[0] ?? '')
  await page.goto(archived.pathname)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
  await expect(page.getByText('Bonjour à vous,'), 'nobody’s name stands in the archive').toBeVisible()
  const feed = await fetch(`${house.url}/fr/score/updates.atom`)
  expect(feed.headers.get('content-type')).toContain('application/atom+xml')
  expect(await feed.text()).toContain(`<title type="text">${subject}</title>`)
})

test('without a script a text is looked at with a button, and nothing typed is lost @js', async ({ visitor }) => {
  const campaigner = await visitor.staff('campaigner', { javaScriptEnabled: false })
  await campaigner.goto('/admin/mailings/new')
  await fieldsOf(campaigner, 'Français').getByLabel('Objet', { exact: true }).fill('Un essai')
  await messageOf(campaigner, 'Français').fill('Nous sommes {{count}}, {{rien}}.')
  await campaigner.getByLabel('Vu par').selectOption({ label: 'une personne dont nous ne savons rien' })
  await campaigner.getByRole('button', { name: 'Voir l’aperçu et les vérifications' }).click()
  await expect(campaigner.getByText('Ce bloc n’existe pas ou n’est pas complet')).toBeVisible()
  await expect(messageOf(campaigner, 'Français')).toHaveValue('Nous sommes {{count}}, {{rien}}.')
  await expect(campaigner.getByLabel('Vu par')).toHaveValue('unknown')
})
