import type { Locator, Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { expect, test } from './support/visitor.ts'

const notTheirs = 'Ceci n’est pas le modèle de France Travail : ses poids ne sont pas publiés.'

/** The number of people in a state, as the drawing has them. */
const drawn = (page: Page, state: string): Locator => page.locator(`[data-people] [data-state="${state}"]`)

test('the explanation of scores is whole on arrival: words, table and drawing say the same', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/fr/score')
  await page.getByRole('link', { name: 'Essayez sur cent personnes inventées' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comment un score trie les gens')
  await expect(page.getByText(notTheirs)).toBeInViewport()
  const wrong = await drawn(page, 'falseAlarm').count()
  const flagged = wrong + (await drawn(page, 'hit').count())
  expect(wrong).toBeGreaterThan(10)
  await expect(page.getByRole('cell', { name: `${wrong} sur ${flagged}`, exact: true })).toBeVisible()
  await expect(page.getByText('Pour ne plus être signalée, il lui suffirait')).toBeVisible()
  await expect(page.getByRole('slider')).toHaveCount(javaScriptEnabled === false ? 0 : 16)
  expect(await page.locator('[data-scoring] form').count(), 'nothing can be sent').toBe(0)
})

test('a visitor sets a score by keyboard with the network cut: nothing is asked for, sent or kept @js', async ({
  page,
  context,
}) => {
  await page.goto('/fr/score/scoring', { waitUntil: 'networkidle' })
  const threshold = page.getByRole('slider', { name: 'Être signalé à partir de combien de points' })
  await expect(threshold).toBeVisible()
  await context.setOffline(true)
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  const live = page.getByRole('status').last()
  const flagged = async () => (await drawn(page, 'falseAlarm').count()) + (await drawn(page, 'hit').count())

  const before = await flagged()
  await threshold.press('ArrowRight')
  expect(await flagged()).toBeLessThan(before)
  await expect(live).toContainText(`${await flagged()} personne`)

  for (const weight of await page.getByRole('group', { name: 'Combien de points' }).getByRole('slider').all())
    await weight.press('Home')
  expect(await flagged()).toBe(0)
  await expect(live).toContainText('personne n’est signalé')
  await page.getByRole('button', { name: 'Revenir au départ' }).click()
  expect(await flagged()).toBe(before)

  const people = page.getByRole('radiogroup')
  await people.getByRole('radio', { checked: true }).press('ArrowLeft')
  const name = await people.getByRole('radio', { checked: true }).getAttribute('aria-label')
  const number = /^Personne (\d+), /.exec(name ?? '')?.[1] ?? ''
  await expect(page.getByLabel('Numéro de la personne')).toHaveValue(number)
  await expect(page.getByText(`Personne ${number} : `)).toBeVisible()
  const facts = page.getByRole('group', { name: 'Ce qui est vrai d’elle' })
  await expect(page.getByText('Elle est signalée.')).toBeVisible()
  const ticked = facts.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().press('Space')
  await expect(page.getByText('Elle n’est pas signalée.')).toBeVisible()

  await page.getByRole('slider', { name: 'Dossiers vraiment relus, sur 100' }).last().press('End')
  await expect(page.getByText(/, 0 par le chemin loyal/)).toBeVisible()
  await page.getByRole('radio', { name: 'Chances d’emploi, Autriche' }).check()
  await expect(page.getByRole('slider', { name: 'Âge mal noté' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'quatre cases' })).toContainText('« Chances faibles »')
  await expect(page.getByText(notTheirs)).toBeInViewport()

  expect(asked).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  expect(await context.cookies()).toEqual([])
  await expect(page).toHaveURL(/\/fr\/score\/scoring$/)
  expect(await faults(page)).toEqual([])
})
