import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { aSentUpdate } from './support/mailings.ts'
import { aPerson, unique } from './support/people.ts'
import { expect, test } from './support/visitor.ts'

const claim = '/fr/score/claims/robots-de-controle'

async function correct(page: Page, words: string, why: string): Promise<void> {
  await page.goto('/admin/sheets?campaign=score')
  await page.getByRole('link', { name: /trient les dossiers/ }).click()
  await page.getByLabel('Affirmation, en français').fill(words)
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await page.getByLabel(/^Correction/).check()
  await page.getByLabel('Ce qui change, en français').fill(why)
  await page.getByLabel('Ce qui change, en anglais').fill('The number of classes was wrong.')
  await page.getByRole('button', { name: 'Publier ce texte' }).click()
  await expect(page.getByRole('status')).toContainText('est en ligne')
}

async function ask(page: Page, words: string): Promise<string> {
  const who = aPerson('Dominique')
  await page.goto(claim)
  await page.getByRole('link', { name: 'Demander un droit de réponse' }).click()
  await expect(page.getByLabel('À quoi répondez-vous ?')).toHaveValue('claim:robots-de-controle')
  await page.getByLabel('Votre réponse').fill(words)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByRole('alert')).toContainText('Recopiez les passages')
  await expect(page.getByLabel('Votre réponse'), 'nothing typed is lost').toHaveValue(words)
  await page.getByLabel('Les passages en cause').fill('trois classes')
  await page.getByLabel('Signature de la réponse').fill('Agence Exemple')
  await page.getByLabel('Votre nom').fill(who.name)
  await page.getByLabel('À quel titre').fill('Pour l’Agence Exemple')
  await page.getByLabel('Votre adresse e-mail').fill(who.email)
  await page.getByLabel(/^Cette page me nomme/).check()
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre demande est arrivée')
  return (await page.getByTestId('receipt-code').textContent()) ?? ''
}

test('a claim is corrected in public, the update that cited it offers its erratum, and a reply stands beside it after two people', async ({
  house,
  visitor,
  javaScriptEnabled,
}) => {
  test.setTimeout(180_000)
  visitor.expectAnswer(422)
  const [reader, first, second] = [
    await visitor.person({ javaScriptEnabled: false }),
    await visitor.staff('campaigner'),
    await visitor.staff('owner'),
  ]
  const mark = unique()
  const update = await aSentUpdate(house, `Voir ${house.url}${claim}.`)
  await correct(
    first,
    `Selon La Quadrature du Net, des robots rangent les dossiers en trois classes. ${mark}`,
    'Le nombre était faux.',
  )

  await first.getByRole('link', { name: /écrire (?:le|les) rectificatif/ }).click()
  await first
    .getByRole('row', { name: update.subject })
    .getByRole('button', { name: /^Écrire le rectificatif/ })
    .click()
  await expect(first.locator('[name=subjectFr]')).toHaveValue(/^Rectificatif/)
  await expect(first).toHaveURL(/\/admin\/mailings\/[\da-f-]{36}$/)

  const corrected = async () => (await reader.goto(claim), reader.getByText(mark, { exact: false }).first().isVisible())
  await expect.poll(corrected, { message: 'the page follows' }).toBe(true)
  const today = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date())
  await expect(reader.getByText(`Corrigé le ${today}.`)).toBeVisible()
  await expect(reader.locator('#history ins').filter({ hasText: mark })).toBeVisible()
  await expect(reader.locator('#history').getByText('Le nombre était faux.')).toBeVisible()

  const words = `L’agence ne partage pas cette lecture. Marque ${mark}.`
  const code = await ask(reader, words)
  await first.goto('/admin/sheets/replies')
  await first.locator('main table a').last().click()
  await expect(first.getByText('Cette session n’ouvre pas le nom et l’adresse')).toBeVisible()
  const desk = first.url()
  await first.getByText('Proposer l’insertion', { exact: true }).first().click()
  // axe is a script
  const found = javaScriptEnabled ? await faults(first) : []
  await first.getByRole('button', { name: 'Proposer l’insertion' }).click()
  await expect(first.getByRole('status')).toContainText('Une autre personne doit la faire')
  await expect(first.getByRole('button', { name: 'Insérer sur la page' })).toHaveCount(0)
  await second.goto(desk)
  await expect(second.getByRole('button', { name: 'Insérer sur la page' }), 'nobody knows who asks').toHaveCount(0)
  await second.getByRole('button', { name: 'J’ai vérifié qui demande' }).click()
  await expect(second.getByRole('status')).toContainText('Vous avez vérifié qui demande')
  await second.getByRole('button', { name: 'Insérer sur la page' }).click()
  await expect(second.getByRole('status')).toContainText('La réponse est sur la page')
  const appears = async () => (await reader.goto(claim), reader.getByText(words).count())
  await expect.poll(appears, { message: 'the page follows' }).toBe(1)
  const size = (at: string) =>
    reader
      .locator(at)
      .first()
      .evaluate((element) => getComputedStyle(element).fontSize)
  expect(await size('[id^=reply-] p')).toBe(await size('.claim-body p'))

  await reader.goto('/fr/score/case')
  await reader.getByLabel('Code de la demande').fill(code)
  await reader.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  await expect(reader.getByText('Insérée', { exact: true })).toBeVisible()
  expect(found).toEqual([])
  await update.remove()
})
