import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { ask } from './support/ask.ts'
import { confirmedCount } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

const zipped = 'Télécharger le dossier entier'

test('what two people agreed on is sealed, delivered and checked by anyone', async ({ page, house, visitor }) => {
  test.setTimeout(180_000)
  visitor.expectAnswer(422)
  await page.goto('/fr/score')
  await expect(page.getByRole('link', { name: /Remise/ })).toHaveCount(0)

  const first = await visitor.staff('campaigner')
  await first.goto('/admin/campaigns/score/deliveries')
  await first.getByRole('link', { name: 'Préparer une remise' }).click()
  await first.getByLabel('Jour prévu de la remise').fill('2027-01-15')
  await first.getByLabel(/^Lettre d’accompagnement, en français/).fill('Madame, Monsieur,\n\n- Publiez les règles.')
  await first.getByRole('button', { name: 'Enregistrer et voir l’aperçu' }).click()
  await expect(first.getByRole('alert').getByRole('link', { name: /dans les deux langues/ })).toBeVisible()
  await expect(first.getByLabel(/en français/)).toHaveValue(/Publiez les règles/)
  await first.getByLabel(/^Lettre d’accompagnement, en anglais/).fill('Dear Sir or Madam,\n\n- Publish the rules.')
  await first.getByRole('button', { name: 'Enregistrer et voir l’aperçu' }).click()
  await first.getByRole('button', { name: 'Proposer à une autre personne' }).click()
  await expect(first.getByRole('status')).toContainText('Une autre personne doit donner son accord')
  await expect(first.getByRole('button', { name: 'Donner mon accord et sceller' })).toHaveCount(0)

  const second = await visitor.staff('owner')
  await second.goto(first.url().split('#')[0] ?? '')
  await second.getByLabel(/^J’ai lu l’aperçu/).check()
  await second.getByRole('button', { name: 'Donner mon accord et sceller' }).click()
  await expect(second.getByRole('status')).toContainText('Le dossier est scellé et publié')
  await second.getByLabel('Comment').selectOption({ label: 'en main propre' })
  await second.getByLabel(/^Par qui/).selectOption({ label: 'une délégation de l’association' })
  await second.getByRole('button', { name: 'Publier la remise' }).click()
  await expect(second.getByRole('status')).toContainText('La remise est publiée')

  await expect
    .poll(async () => (await page.goto('/fr/score'), page.getByRole('link', { name: /^Remise le/ }).count()))
    .toBe(1)
  await page.getByRole('link', { name: /^Remise le/ }).click()
  await page.getByRole('link', { name: /^Remise du/ }).click()
  await expect(page.getByText('Remise, en main propre, par une délégation de l’association')).toBeVisible()
  const href = (await page.getByRole('link', { name: zipped }).getAttribute('href')) ?? ''
  const pack = await ask(`${house.url}${href}`)
  const mark = createHash('sha256').update(pack.body).digest('hex')
  await expect(page.getByText(mark)).toBeVisible()
  const file = test.info().outputPath('pack.zip')
  writeFileSync(file, pack.body)
  const said = spawnSync(process.execPath, ['public/verify-pack.mjs', file, '--sha256', mark], { encoding: 'utf8' })
  expect(said.stdout).toContain(`${await confirmedCount(house)} people: everything holds`)
  expect(said.stdout).toContain('begins with the log of then')
})
