import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { aPerson } from './support/people.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

/** The address of a testimony that is on the site. */
async function aPublished(page: Page, at = 0): Promise<string> {
  await page.goto('/fr/score/testimonies')
  const hrefs = await page
    .locator('main a[href*="/testimonies/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const addresses = [...new Set(hrefs.filter((href) => /\/testimonies\/[\da-f-]{36}$/.test(href)))]
  return addresses[at] ?? ''
}

async function follow(page: Page, code: string): Promise<void> {
  await page.goto('/fr/score/case')
  await page.getByLabel('Code de la demande').fill(code)
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Votre ')
  expect(page.url(), 'no secret in an address').not.toContain(code.trim().slice(0, 4))
}

for (const javaScriptEnabled of [true, false])
  test(`a notice is sent, decided and answered${javaScriptEnabled ? '' : ', without JavaScript'}`, async ({
    house,
    visitor,
  }) => {
    test.setTimeout(180_000)
    visitor.expectAnswer(422)
    const page = await visitor.person({ javaScriptEnabled })
    const who = aPerson('Camille')
    const found: string[] = []
    // axe is a script
    const look = async (at: Page) => {
      if (at !== page || javaScriptEnabled) found.push(...(await faults(at)))
    }
    await page.goto(await aPublished(page))
    await look(page)
    await page.getByRole('link', { name: 'Signaler ce témoignage' }).click()
    const reason = `Ce passage me désigne, ${who.name}, et il est faux.`
    await page.getByLabel('Expliquez pourquoi').fill(reason)
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
    const summary = page.getByRole('alert')
    for (const field of ['ground', 'goodFaith']) await expect(summary.locator(`a[href="#${field}"]`)).toBeVisible()
    await expect(page.getByLabel('Expliquez pourquoi'), 'nothing typed is lost').toHaveValue(reason)
    await look(page)
    await page.getByLabel('Il me désigne').check()
    await page.getByLabel(/^Je pense de bonne foi/).check()
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
    // Said once the ground is known: one needs neither.
    for (const field of ['name', 'email']) await expect(summary.locator(`a[href="#${field}"]`)).toBeVisible()
    await expect(page.getByLabel('Il me désigne')).toBeChecked()
    await page.getByLabel('Votre nom').fill(who.name)
    await page.getByLabel('Votre adresse e-mail').fill(who.email)
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre signalement est arrivé')
    const code = (await page.getByTestId('receipt-code').textContent()) ?? ''
    await look(page)
    for (const secret of [who.name, who.email, code.replaceAll(' ', '')])
      expect(filesHolding(house.dataDir, secret), 'nothing of it is readable on disk').toEqual([])
    expect(house.log()).not.toContain(who.name)

    const moderator = await visitor.staff('moderator')
    await moderator.goto('/admin/cases')
    await look(moderator)
    await moderator.locator('main table a').last().click()
    await expect(moderator.getByText(reason)).toBeVisible()
    await moderator.getByText('Laisser en ligne', { exact: true }).first().click()
    await look(moderator)
    await moderator.getByRole('button', { name: 'Laisser en ligne' }).click()
    await expect(moderator.getByRole('alert').getByRole('link')).toHaveCount(2)
    await moderator.getByLabel('Raison', { exact: true }).first().selectOption('nobodyNamed')
    await moderator
      .getByLabel('Votre explication pour la personne')
      .first()
      .fill('Nous avons relu ce passage : aucun nom, aucun lieu.')
    await moderator.getByRole('button', { name: 'Laisser en ligne' }).click()
    await expect(moderator.getByRole('status')).toContainText('Le témoignage reste en ligne')

    await follow(page, code)
    await expect(page.getByText('Personne n’y est nommé ni désigné')).toBeVisible()
    await expect(page.getByText('Nous avons relu ce passage', { exact: false })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Si vous n’êtes pas d’accord' })).toBeVisible()
    await look(page)
    expect(await page.context().cookies()).toEqual([])
    expect(found).toEqual([])
  })

test('a right of reply appears beside the testimony, as large as it is, after a second person', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(180_000)
  visitor.expectAnswer(422)
  visitor.expectAnswer(403)
  const found: string[] = []
  const address = await aPublished(page, 1)
  const id = address.split('/').at(-1) ?? ''
  await house.sql(`update testimonies.testimony set published_on = current_date where id = $1`, [id])
  const who = aPerson('Dominique')
  const words = `L’agence ne partage pas ce récit. Marque ${who.email.slice(-20, -12)}.`
  await page.goto(`${address}/reply`)
  found.push(...(await faults(page)))
  await page.getByLabel('Les passages qui vous concernent').fill('un passage')
  await page.getByLabel('Votre réponse').fill('x'.repeat(24_000))
  await page.getByLabel('Signature de la réponse').fill('Agence Exemple')
  await page.getByLabel('Votre nom').fill(who.name)
  await page.getByLabel('À quel titre').fill('Pour l’Agence Exemple')
  await page.getByLabel('Votre adresse e-mail').fill(who.email)
  await page.getByLabel(/^Ce texte me nomme/).check()
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByRole('alert')).toContainText('trop longue pour ce témoignage')
  await page.getByLabel('Votre réponse').fill(words)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre demande est arrivée')
  const code = (await page.getByTestId('receipt-code').textContent()) ?? ''

  const [first, second] = [await visitor.staff('moderator'), await visitor.staff('owner')]
  await first.goto('/admin/cases')
  await first.locator('main table a').first().click()
  await expect(first.getByText('Droit de réponse').first()).toBeVisible()
  const desk = first.url()
  await first.getByText('Proposer l’insertion', { exact: true }).first().click()
  found.push(...(await faults(first)))
  await first.getByRole('button', { name: 'Proposer l’insertion' }).click()
  await expect(first.getByRole('status')).toContainText('Une autre personne doit la faire')
  await expect(first.getByRole('button', { name: 'Insérer à côté du témoignage' })).toHaveCount(0)
  const forced = await first.request.post(new URL(desk).pathname, {
    headers: { origin: house.url },
    form: { intent: 'insert', revision: '2' },
    maxRedirects: 0,
  })
  expect(forced.status(), 'not even without the button').toBe(403)
  await page.goto(address)
  await expect(page.getByText(words)).toHaveCount(0)

  await second.goto(desk)
  found.push(...(await faults(second)))
  await second.getByRole('button', { name: 'Insérer à côté du témoignage' }).click()
  await expect(second.getByRole('status')).toContainText('La réponse est à côté du témoignage')
  const appears = async () => (await page.goto(address), page.getByText(words).count())
  await expect.poll(appears, { message: 'the page follows' }).toBe(1)
  const size = (text: string) => page.getByText(text).evaluate((element) => getComputedStyle(element).fontSize)
  const story = await page
    .locator('[itemprop=articleBody] p')
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize)
  expect(await size(words)).toBe(story)
  found.push(...(await faults(page)))
  await follow(page, code)
  await expect(page.getByText('La réponse est insérée à côté du témoignage')).toBeVisible()
  await second.goto('/admin/cases?list=closed')
  found.push(...(await faults(second)))
  expect(found).toEqual([])
})

test('after three months there is no right of reply, and what was typed meanwhile is given back', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(410)
  const address = await aPublished(page, 2)
  const id = address.split('/').at(-1) ?? ''
  await house.sql(`update testimonies.testimony set published_on = current_date where id = $1`, [id])
  await page.goto(`${address}/reply`)
  await page.getByLabel('Les passages qui vous concernent').fill('un passage')
  await page.getByLabel('Votre réponse').fill('Une réponse que personne d’autre ne connaît.')
  for (const label of ['Signature de la réponse', 'Votre nom', 'À quel titre'])
    await page.getByLabel(label).fill('Agence Exemple')
  await page.getByLabel('Votre adresse e-mail').fill('agence@example.org')
  await page.getByLabel(/^Ce texte me nomme/).check()
  await house.sql(`update testimonies.testimony set published_on = current_date - 100 where id = $1`, [id])
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le délai pour demander une réponse est passé')
  await expect(page.getByText('Une réponse que personne d’autre ne connaît.', { exact: false })).toBeVisible()
})

test('the team reads and sets how long things are kept, and the page for everyone says it', async ({
  page,
  visitor,
}) => {
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const owner = await visitor.staff('owner')
  await owner.goto('/admin/settings/retention')
  const found = await faults(owner)
  await owner.getByLabel('Originaux, pièces, échanges et notes').fill('99')
  await owner.getByRole('button', { name: 'Enregistrer les durées' }).click()
  await expect(owner.getByRole('alert')).toContainText('De 1 à 24 mois')
  await owner.getByLabel('Originaux, pièces, échanges et notes').fill('5')
  await owner.getByRole('button', { name: 'Enregistrer les durées' }).click()
  await expect(owner.getByRole('status')).toContainText('Les durées sont enregistrées')
  await page.goto('/fr/privacy')
  await expect(page.getByRole('heading', { name: 'Combien de temps' })).toBeVisible()
  found.push(...(await faults(page)))
  await owner.goto('/admin/testimonies')
  await owner.locator('[data-queue-item]').first().click()
  await expect(owner.getByText('Original gardé tant qu’une décision est attendue.')).toBeVisible()
  expect(found).toEqual([])
})
