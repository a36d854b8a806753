import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

const asked = 'Zqnuage : peut-on savoir si un algorithme trie les dossiers à contrôler ?'

async function open(page: Page, code: string): Promise<void> {
  await page.goto('/fr/score/questions/asked')
  await page.getByLabel('Code de votre question').fill(code)
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  expect(page.url(), 'no secret in an address').not.toContain(code.trim().slice(0, 4))
}

test('a visitor asks without JavaScript, sees near answers, sends, is answered by a code, and the answer appears', async ({
  house,
  visitor,
}) => {
  test.setTimeout(180_000)
  visitor.expectAnswer(422)
  const page = await visitor.person({ javaScriptEnabled: false })
  await page.goto('/fr/score/questions')
  // Whoever disagrees has a door of the same size.
  for (const name of ['J’ai une question', 'Je ne suis pas d’accord'])
    await expect(page.getByRole('link', { name })).toBeVisible()
  await page.getByRole('link', { name: 'J’ai une question' }).click()
  await expect(page.getByLabel('J’ai une question')).toBeChecked()
  const text = page.getByLabel('Votre message')
  await text.fill(`${asked} Appelez-moi au 06 12 34 56 78.`)
  await page.getByRole('button', { name: 'Voir les réponses proches' }).click()
  await expect(page.getByRole('alert').locator('a[href="#text"]'), 'what leads to one person stops').toBeVisible()
  await expect(text, 'nothing typed is lost').toHaveValue(/06 12 34 56 78/)
  await text.fill(asked)
  await page.getByRole('button', { name: 'Voir les réponses proches' }).click()
  await expect(page.getByRole('button', { name: 'Cela me répond' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('alert').locator('a[href="#wish"]')).toBeVisible()
  await expect(page.getByLabel('Votre message'), 'nothing typed is lost').toHaveValue(asked)
  await page.getByLabel('La réponse peut paraître sur ce site').check()
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre message est arrivé')
  const code = (await page.getByTestId('receipt-code').textContent()) ?? ''
  for (const secret of ['Zqnuage', code.replaceAll(' ', '')])
    expect(filesHolding(house.dataDir, secret), 'nothing of it is readable on disk').toEqual([])
  expect(house.log()).not.toContain('Zqnuage')
  await open(page, code)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pas encore de réponse')

  const found: string[] = []
  const moderator = await visitor.staff('moderator')
  await moderator.goto('/admin/questions')
  await expect(moderator.getByText('Zqnuage'), 'a list opens nothing that is sealed').toHaveCount(0)
  await moderator.locator('main table a').last().click()
  await expect(moderator.getByText(asked)).toBeVisible()
  found.push(...(await faults(moderator)))
  await moderator.getByLabel('Votre réponse').fill('Oui : demandez ce qu’il contient, et comment il est obtenu.')
  await moderator.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(moderator.getByRole('status')).toContainText('La réponse est prête')
  await moderator.getByText('Proposer pour la page des questions').click()
  await moderator.getByLabel('Thème').selectOption('understand')
  await moderator.getByLabel('La question, en français').fill('Peut-on savoir si un algorithme trie les dossiers ?')
  await moderator.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('attend qui mène la campagne')

  await open(page, code)
  await expect(page.getByText('Oui : demandez ce qu’il contient')).toBeVisible()

  const campaigner = await visitor.staff('campaigner')
  await campaigner.goto('/admin/campaigns/score/questions')
  await campaigner.getByRole('link', { name: 'Peut-on savoir si un algorithme trie les dossiers ?' }).click()
  found.push(...(await faults(campaigner)))
  await campaigner.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(campaigner.getByRole('status')).toContainText('La réponse est en ligne')

  await open(page, code)
  await page.getByRole('link', { name: 'Peut-on savoir si un algorithme trie les dossiers ?' }).click()
  await expect(page).toHaveURL(/\/fr\/score\/questions#peut-on-savoir/)
  await expect(page.getByRole('heading', { name: 'Peut-on savoir si un algorithme trie les dossiers ?' })).toBeVisible()
  await page.goto('/en/score/questions')
  await expect(page.getByText('This answer exists in French only.')).toBeVisible()
  expect(await page.context().cookies()).toEqual([])
  expect(found).toEqual([])
})
