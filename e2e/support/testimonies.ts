import { expect, type Locator, type Page } from '@playwright/test'
import { unique } from './people.ts'

export interface Told {
  title: string
  story: string
  /** Words of the story that would identify someone. */
  identifying: string
}

/** A story with a name in it that must never appear. */
export function aStory(): Told {
  const mark = unique()
  const identifying = `Bérengère Zq${mark}`
  return {
    title: `Le rendez-vous ${mark}`,
    story: `Ma conseillère ${identifying} m’a dit que le calcul avait décidé. J’ai attendu trois mois sans réponse.`,
    identifying,
  }
}

/** Where the page is shown in steps, goes on until that field is there. */
export async function reach(page: Page, field: Locator): Promise<Locator> {
  const next = page.getByRole('button', { name: /^(Continuer|Next)$/ })
  while (!(await field.isVisible())) await next.click()
  return field
}

/** Deposits a story that may be published. @returns the receipt code as it is shown */
export async function deposit(page: Page, told: Told): Promise<string> {
  await page.goto('/fr/score/testify')
  await page.getByLabel('Titre', { exact: true }).fill(told.title)
  await page.getByLabel('Ce qui vous est arrivé', { exact: true }).fill(told.story)
  await (await reach(page, page.getByLabel('Score de suspicion', { exact: true }))).check()
  await (await reach(page, page.getByLabel('Publication', { exact: true }))).check()
  await page.getByLabel(/^J’accepte que mon récit/).check()
  await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre témoignage est arrivé')
  return (await page.getByTestId('receipt-code').textContent()) ?? ''
}

/** A moderator claims a story, puts a bar over what identifies someone and proposes it. @returns the testimony's number */
export async function propose(moderator: Page, told: Told): Promise<string> {
  await openFromQueue(moderator, told.title)
  const id = new URL(moderator.url()).pathname.split('/').at(-1) ?? ''
  await moderator.getByRole('button', { name: 'Prendre', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('Ce témoignage est à vous')
  const redacted = told.story.replace(told.identifying, '[[une conseillère]]')
  await moderator.getByLabel('Texte', { exact: true }).fill(redacted)
  await moderator.getByRole('button', { name: 'Proposer la publication', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('Proposé')
  return id
}

/** Somebody else of the team says yes to what was proposed. */
export async function second(moderator: Page, told: Told): Promise<void> {
  await openFromQueue(moderator, told.title)
  await moderator.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(moderator.getByRole('status')).toBeVisible()
}

export async function openFromQueue(page: Page, title: string): Promise<void> {
  await page.goto('/admin/testimonies')
  await page.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(/\/admin\/testimonies\/[\w-]+/)
}

/** Opens one of the steps that a moderator's page shows folded. */
export async function unfold(page: Page, step: string): Promise<Locator> {
  const fold = page.locator(`details[data-desk="${step}"]`)
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click()
  return fold
}
