import { expect, test } from './support/visitor.ts'

test('a promise changes state in sight of everyone, and the letter about it is offered', async ({ page, visitor }) => {
  const team = await visitor.staff('campaigner')
  await team.goto('/admin/sheets?campaign=score')
  await team.getByRole('link', { name: 'Suivre tous les algorithmes dans un cadre éthique' }).click()
  await team.getByLabel('État', { exact: true }).selectOption({ label: 'non tenue, d’après des documents' })
  await team.getByLabel('Depuis quel jour').fill('2026-08-20')
  await team.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await team.getByRole('radio', { name: /^Mise à jour/ }).check()
  await team.getByLabel('Ce qui change, en français').fill('Un second rapport.')
  await team.getByLabel('Ce qui change, en anglais').fill('A second report.')
  await team.getByRole('button', { name: 'Publier ce texte' }).click()
  await team.getByRole('link', { name: 'Préparer la lettre, ou dire pourquoi il n’y en a pas' }).click()

  await expect
    .poll(async () => (await page.goto('/fr/score/commitments/suivi'), page.getByText('Changement d’état').count()))
    .toBe(1)
  const history = page.getByRole('region', { name: 'Tous les états' })
  await expect(history.getByText('non tenue, d’après des documents')).toBeVisible()
  await expect(history.getByText('depuis le 20 août 2026')).toBeVisible()
  await expect(history.getByText('depuis le 8 janvier 2026')).toBeVisible()

  const change = team.getByRole('article', { name: 'Suivre tous les algorithmes dans un cadre éthique' })
  await expect(change.getByText('les personnes qui suivent ne sont pas prévenues')).toBeVisible()
  await change.getByRole('button', { name: 'Préparer la lettre' }).click()
  await expect(team).toHaveURL(/\/admin\/mailings\/[\da-f-]{36}$/)
  await expect(team.getByLabel(/^Message/).first()).toHaveValue(/non tenue, d’après des documents/)
  await team.goto('/admin')
  await expect(team.getByText('lettre préparée, pas encore envoyée')).toBeVisible()
})
