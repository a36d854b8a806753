import type { Locator, Page } from '@playwright/test'
import { faultsNow } from './support/axe.ts'
import { confirmedCount } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

/** As an old spreadsheet writes it: semicolons, and the mark of UTF-8 in front of windows-1252. */
const spreadsheet = () =>
  Buffer.concat([
    Buffer.from([0xef, 0xbb, 0xbf]),
    Buffer.from(
      'Prénom;Nom;Courriel;Code postal;Remarque\r\nZoé;Lefèvre;zoe.imports@example.org;31000;à garder dehors\r\nJo;Exemple;nobody;31000;\r\n',
      'latin1',
    ),
  ])

/** Without a script the page is loaded anew by hand. */
const untilShown = (page: Page, what: Locator) =>
  expect(async () => {
    await page.goto(page.url())
    await expect(what).toBeVisible({ timeout: 1000 })
  }).toPass()

test('a campaigner brings a file of another tool, sees what would come in, and finds its people apart', async ({
  page,
  house,
  visitor,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const before = await confirmedCount(house)
  const staff = await visitor.staff('campaigner')
  await staff.goto('/admin/imports')
  await staff
    .getByLabel('Fichier CSV')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: spreadsheet() })
  await staff.getByRole('button', { name: 'Déposer et lire' }).click()
  await expect(staff.getByLabel('Encodage')).toHaveValue('windows-1252')
  await expect(staff.getByRole('cell', { name: 'Lefèvre' })).toBeVisible()
  await expect(staff.getByLabel('Courriel')).toHaveValue('email')
  await expect(staff.getByLabel('Remarque')).toHaveValue('')
  if (javaScriptEnabled ?? true) expect(await faultsNow(staff)).toEqual([])

  await staff.getByRole('button', { name: 'Vérifier le fichier' }).click()
  await expect(staff.getByRole('alert').getByRole('link'), 'nothing comes in without a consent').toHaveCount(5)
  await staff.getByLabel('Origine').fill('Change.org')
  await staff.getByLabel('Où les personnes').fill('https://example.org/petition')
  await staff.getByLabel('Quand').fill('En janvier 2026')
  await staff.getByLabel('À quels mots').fill('Je signe.')
  await staff.getByLabel('Pour quoi faire').fill('Signer')
  await staff.getByLabel('Elles ont accepté').check()
  await staff.getByRole('button', { name: 'Vérifier le fichier' }).click()
  await untilShown(staff, staff.getByRole('button', { name: 'Faire entrer' }))
  await expect(staff.getByText('Adresse illisible').first()).toBeVisible()
  await staff.getByRole('button', { name: 'Faire entrer' }).click()
  await untilShown(staff, staff.getByText('À part, jusqu’à confirmation'))
  if (javaScriptEnabled ?? true) expect(await faultsNow(staff)).toEqual([])
  await staff.getByLabel('Messages par heure').fill('60')
  await staff.getByRole('button', { name: 'Commencer les invitations' }).click()
  await expect(staff.getByText('60 messages par heure au plus.')).toBeVisible()

  expect(await confirmedCount(house), 'nobody counts who did not confirm').toBe(before)
  await page.goto('/fr/score/numbers')
  await expect(page.getByText('+ 1 venue de Change.org, comptée à part')).toBeVisible()
})
