import { createHash, randomBytes } from 'node:crypto'
import { faults } from './support/axe.ts'
import { anOrganisation, confirmForOrganisation, said, signForOrganisation } from './support/organisations.ts'
import { expect, test } from './support/visitor.ts'

test('the road of an organisation has no fault that axe can see, with long words too', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(240_000)
  visitor.expectAnswer(422)
  const found: string[] = []
  await page.goto('/fr/score/organisations/sign')
  await page.getByRole('button', { name: said.fr.send, exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  found.push(...(await faults(page)))

  const organisation = {
    ...anOrganisation(),
    name: `${'Interassociative'.repeat(8)} ${randomBytes(4).toString('hex')}`,
  }
  const link = await signForOrganisation(page, house, { organisation })
  await page.goto(link)
  found.push(...(await faults(page)))
  await confirmForOrganisation(page, link)
  const twin = { ...anOrganisation(), name: organisation.name }
  await confirmForOrganisation(page, await signForOrganisation(page, house, { organisation: twin }))

  const team = await visitor.staff('owner')
  await team.goto('/admin/organisations')
  found.push(...(await faults(team)))
  await team.getByRole('link', { name: organisation.name, exact: true }).first().click()
  for (const summary of await team.locator('main summary').all()) await summary.click()
  found.push(...(await faults(team)))
  await team.getByRole('button', { name: 'Ouvrir, pour vérifier' }).click()
  found.push(...(await faults(team)))
  await team.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(team.getByRole('status')).toBeVisible()
  found.push(...(await faults(team)))
  await page.goto('/fr/score/organisations')
  found.push(...(await faults(page)))
  expect(found).toEqual([])
})

test('the road of paper has no fault that axe can see', async ({ page, visitor }) => {
  test.setTimeout(240_000)
  visitor.expectAnswer(422)
  const found: string[] = []
  const [first, second] = [await visitor.staff('campaigner'), await visitor.staff('owner')]
  await first.goto('/admin/paper/new')
  await first.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(first.getByRole('alert')).toBeVisible()
  found.push(...(await faults(first)))
  await first.getByLabel('Texte signé').selectOption({ index: 1 })
  await first.getByLabel('Signatures valables').fill('1 234')
  await first.getByLabel('Lignes écartées').fill('0')
  await first.getByLabel('Signées du').fill('2026-01-20')
  await first.getByLabel('au', { exact: true }).fill('2026-01-20')
  await first.getByLabel(/empreinte SHA-256/).fill(createHash('sha256').update(randomBytes(8)).digest('hex'))
  await first.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(first.getByRole('status')).toBeVisible()
  found.push(...(await faults(first)))
  await second.goto(first.url().split('?')[0] ?? '')
  await second.locator('main summary').click()
  found.push(...(await faults(second)))
  await second.getByRole('button', { name: 'C’est juste, compter ce lot' }).click()
  await expect(second.getByRole('status')).toBeVisible()
  await second.goto('/admin/paper?list=counted')
  found.push(...(await faults(second)))
  await page.goto('/fr/score/paper')
  found.push(...(await faults(page)))
  expect(found).toEqual([])
})
