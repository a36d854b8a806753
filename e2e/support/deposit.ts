import type { Page } from '@playwright/test'
import { aStory, reach, type Told } from './testimonies.ts'

const steps =
  'Votre récit|Le système|Les suites|Les démarches|Le moment et le lieu|Protection et accord|Avertissement et fichiers'.split(
    '|',
  )
export const heading = (page: Page, step: number) =>
  page.getByRole('heading', { level: 2, name: `Étape ${step} sur 7 ${steps[step - 1]}`, exact: true })
export const next = (page: Page) => page.getByRole('button', { name: 'Continuer', exact: true })
export const stepwise = (page: Page) => page.getByRole('button', { name: 'Répondre étape par étape', exact: true })
export const send = (page: Page) => page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true })
export const title = (page: Page) => page.getByLabel('Titre', { exact: true })
export const story = (page: Page) => page.getByRole('textbox', { name: 'Ce qui vous est arrivé', exact: true })
export const consent = (page: Page) => page.getByLabel(/^J’accepte que mon récit/)
export const receipt = (page: Page) => page.getByTestId('receipt-code')

export async function tell(page: Page, told: Told = aStory()): Promise<void> {
  await page.goto('/fr/score/testify')
  await title(page).fill(told.title)
  await story(page).fill(told.story)
  await (await reach(page, page.getByLabel('Contrôle', { exact: true }))).check()
}
