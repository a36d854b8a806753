import { aPerson } from './support/people.ts'
import { expect, test } from './support/visitor.ts'

test('an owner gives a partner a key, their program signs with it, and the key is taken away', async ({
  visitor,
  house,
}) => {
  visitor.expectAnswer(422)
  const desk = await visitor.staff('owner')
  await desk.goto('/admin/settings/partners')
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Partenaires')
  await desk.getByLabel('Organisation', { exact: true }).fill('Syndicat des agents')
  await desk.getByLabel('À quoi sert la clé').fill('Page d’accueil')
  await desk.getByLabel('Envois par heure').fill('beaucoup')
  await desk.getByRole('button', { name: 'Créer la clé' }).click()
  await expect(desk.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#perHour')
  await expect(desk.getByLabel('Organisation', { exact: true }), 'what was typed stays').toHaveValue(
    'Syndicat des agents',
  )
  await desk.getByLabel('Envois par heure').fill('2')
  await desk.getByRole('button', { name: 'Créer la clé' }).click()
  const key = await desk.getByLabel('Clé à remettre au partenaire').inputValue()

  const { name, email } = aPerson()
  const sign = () =>
    fetch(`${house.url}/api/v1/campaigns/score/signatures`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify({ name, email, postcode: '31000', consent: true }),
    })
  const taken = await sign()
  expect([taken.status, await taken.json()]).toEqual([202, { status: 'confirmation-sent' }])

  await desk.goto('/admin/settings/partners')
  expect(await desk.content()).not.toContain(key)
  const row = desk.getByRole('row').filter({ hasText: 'Syndicat des agents' })
  await expect(row).toContainText('1 reçue, dont 0 comptée')
  await row.getByText('Retirer la clé…').click()
  await row.getByRole('button', { name: 'Retirer la clé de « Page d’accueil »' }).click()
  await expect(desk.getByRole('status')).toContainText('La clé est retirée')
  await expect(row).toContainText('Retirée')
  expect((await sign()).status).toBe(401)
  expect(house.log()).not.toContain(key)
})
