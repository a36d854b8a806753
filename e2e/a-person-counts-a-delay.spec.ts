import { readFile } from 'node:fs/promises'
import { faults } from './support/axe.ts'
import { expect, test } from './support/visitor.ts'

test('a person finds their letter by questions and counts its last day, with the network cut and nothing in the address @js', async ({
  page,
}) => {
  const asked: string[] = []
  await page.goto('/fr/score/remedies')
  page.on('request', (request) => void asked.push(request.url()))
  await page.context().setOffline(true)
  const tree = page.getByRole('region', { name: 'Par où commencer ?' })
  await tree.getByText('J’ai reçu une lettre').focus()
  await page.keyboard.press('Enter')
  await expect(tree.getByRole('heading', { name: 'Que dit cette lettre ?' })).toBeFocused()
  await expect(tree.getByText('Je n’ai rien reçu')).toBeHidden()
  await tree.getByText('Une décision est prise').click()
  await tree.getByText('Par le département').click()
  await expect(tree.getByRole('heading', { name: 'Écrivez au conseil départemental' })).toBeFocused()
  await expect(tree.getByRole('link', { name: 'Contester une décision sur le RSA' })).toBeVisible()
  await tree.getByRole('button', { name: 'Revenir à la question précédente' }).click()
  await expect(tree.getByText('Par le département')).toBeFocused()
  await expect(tree.getByText('Par France Travail : radiation')).toBeVisible()
  await tree.getByText('Par France Travail : radiation').click()
  await expect(page).toHaveURL(/\/fr\/score\/remedies$/)
  expect(asked).toEqual([])

  await page.context().setOffline(false)
  await tree.getByRole('link', { name: 'Compter la date exacte' }).click()
  const form = page.locator('form[data-calculator]')
  await expect(form).toBeVisible()
  await page.context().setOffline(true)
  asked.length = 0
  await form.getByRole('button', { name: 'Compter' }).click()
  await expect(form.getByLabel('Qu’avez-vous reçu ou envoyé ?')).toHaveAccessibleDescription(/Choisissez ce que/)
  await form.getByLabel('Qu’avez-vous reçu ou envoyé ?').selectOption('D-MPO')
  await form.getByLabel('Le jour où la décision vous a été notifiée').fill('2098-01-15')
  await form.getByLabel('Outre-mer, et le tribunal est ailleurs').check()
  await form.getByRole('button', { name: 'Compter' }).click()
  await expect(form.getByRole('status')).toContainText('mercredi 16 avril 2098')
  await expect(form.getByText('3 mois plus loin, dont 1 pour la distance')).toBeVisible()
  const download = page.waitForEvent('download')
  await form.getByRole('button', { name: 'Mettre dans mon agenda' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain('DTSTART;VALUE=DATE:20980416')
  await expect(page).toHaveURL(/\/fr\/score\/remedies\/deadlines$/)
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
  await page.context().setOffline(false)
  expect(await faults(page)).toEqual([])

  await form.getByRole('button', { name: 'Tout effacer' }).click()
  await expect(form.getByRole('status')).toHaveText('')
})
