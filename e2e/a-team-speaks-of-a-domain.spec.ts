import { expect, test } from './support/visitor.ts'

test('a campaigner says what a domain is, is corrected beside the field, and takes it back', async ({
  visitor,
  house,
}) => {
  visitor.expectAnswer(422)
  const desk = await visitor.staff('campaigner')
  await desk.goto('/admin/signatures')
  await desk.getByRole('navigation', { name: 'Signatures' }).getByRole('link', { name: 'Domaines' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Domaines de messagerie')
  const domain = desk.getByLabel('Domaine', { exact: true })
  const save = desk.getByRole('button', { name: 'Enregistrer', exact: true })

  await domain.fill('gmail.com')
  await desk.getByLabel('Suspect').check()
  await save.click()
  await expect(desk.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#domain')
  await expect(domain).toHaveAttribute('aria-invalid', 'true')
  await expect(domain, 'what was typed stays').toHaveValue('gmail.com')
  await expect(desk.getByLabel('Suspect')).toBeChecked()

  await domain.fill('Service.École.example')
  await desk.getByLabel('De confiance').check()
  await save.click()
  await expect(desk.getByRole('status')).toContainText('xn--cole-9oa.example')
  await expect(domain).toHaveValue('')
  const row = desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name: 'xn--cole-9oa.example' }) })
  await expect(row).toContainText('De confiance')

  await row.getByText('Revenir dessus…').click()
  await row.getByRole('button', { name: /Ne plus rien dire de/ }).click()
  await expect(desk.getByRole('status')).toContainText('C’est retiré.')
  await expect(row).toHaveCount(0)

  const owner = await visitor.staff('owner')
  await owner.goto('/admin/audit')
  await expect(owner.getByText('Avis donné sur un domaine').first()).toBeVisible()
  expect(await owner.content()).not.toContain('cole-9oa')
  expect(house.log()).not.toContain('cole-9oa')
})

test('who may not look after signatures may not speak of domains', async ({ visitor, house }) => {
  visitor.expectAnswer(403)
  const moderator = await visitor.staff('moderator')
  const form = { intent: 'say', domain: 'mairie.example', standing: 'trusted' }
  const headers = { origin: house.url }
  expect((await moderator.request.get('/admin/signatures/domains')).status()).toBe(403)
  expect((await moderator.request.post('/admin/signatures/domains', { form, headers })).status()).toBe(403)
})
