import { expect, test } from './support/visitor.ts'

test('a person says without a script what came back to a letter, and a newsroom reads the kit', async ({
  page,
  visitor,
}) => {
  await page.goto('/fr/score/remedies/l03')
  await page.getByRole('link', { name: 'Dire ce qui est revenu' }).click()
  const send = page.getByRole('button', { name: 'Envoyer ma réponse' })
  const once = await page.locator('input[name=once]').inputValue()

  await page.getByLabel('Quelle lettre').selectOption({ value: 'L17' })
  await page.getByRole('radio', { name: 'Silence' }).check()
  await page.getByRole('combobox', { name: 'Combien de temps' }).selectOption({ value: 'upTo14' })
  visitor.expectAnswer(422)
  await send.click()
  await expect(page.getByRole('alert')).toContainText('trop tôt')
  await expect(page.getByLabel('Quelle lettre')).toHaveValue('L17')
  expect(await page.locator('input[name=once]').inputValue()).toBe(once)

  await page.getByRole('combobox', { name: 'Combien de temps' }).selectOption({ value: 'upTo60' })
  await page.getByLabel('Votre département').selectOption({ value: '48' })
  await send.click()
  await expect(page).toHaveURL(/\/remedies\/barometer\/thanks$/)
  await page.getByRole('link', { name: 'Voir le baromètre' }).click()
  // One report moves nothing: its letter is still among those with fewer than ten, and its place is not named.
  await expect(page.locator('#letters')).toContainText(/Moins de dix pour chaque issue.*motifs/)
  await expect(page.locator('#letters')).toContainText('<10')
  await expect(page.locator('#departments')).not.toContainText('Lozère')
  const told = await page.request.get('/api/v1/campaigns/score/barometer')
  expect(await told.json()).toMatchObject({
    tables: { answer: { L17: { silent: '<10' } }, department: { '48': '<10' } },
  })

  await page.goto('/fr/score/press')
  await expect(page.getByRole('heading', { name: 'Pétitions officielles' })).toBeVisible()
  const archive = await page.request.get('/fr/score/press.zip')
  expect(archive.headers()['content-type']).toBe('application/zip')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Chiffres clés' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tout télécharger (ZIP)' })).toBeHidden()
})
