import type { Page } from '@playwright/test'
import type { House } from './support/house.ts'
import { manyTestimonies } from './support/many-testimonies.ts'
import { unique } from './support/people.ts'
import { enter, expect, test } from './support/visitor.ts'

const typed = 'Première ligne, avec des accents : é.\n\nEt une « seconde ».'

const ofModerators = `where staff_id in (select id from staff_member where role = 'moderator')`

/** Sessions of moderators, unused for that long. */
const age = (house: House, minutes: number) =>
  house.sql(`update staff_session set seen_at = now() - make_interval(mins => $1) ${ofModerators}`, [minutes])

async function begin(page: Page, id: string | undefined) {
  await page.goto(`/admin/testimonies/${id}`)
  await page.getByLabel('Titre', { exact: true }).fill('Un titre écrit à la main')
  await page.getByLabel('Texte', { exact: true }).fill(typed)
}

async function isSaved(page: Page) {
  await expect(page.getByRole('status').first()).toContainText('Enregistré')
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Un titre écrit à la main')
  await expect(page.getByLabel('Texte', { exact: true })).toHaveValue(typed)
}

test('what was typed when the session ended is given back, and sent after entering in the same page', async ({
  house,
  visitor,
}) => {
  visitor.expectAnswer(401)
  visitor.expectAnswer(410)
  const [id] = await manyTestimonies(house, [`Interrompu ${unique()}`])
  const page = await visitor.staff('moderator')
  await begin(page, id)
  const link = await house.enter('moderator')
  await age(house, 31)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Votre session est terminée')
  await expect(page.getByText('au nom de la personne qui entre')).toBeVisible()
  await page.getByText('Relire ce que vous aviez écrit').click()
  await expect(page.getByText('Et une « seconde ».')).toBeVisible()

  await page.getByRole('button', { name: 'Entrer et envoyer de nouveau' }).click()
  await expect(page.getByText('Vous n’êtes pas encore dans l’espace de l’équipe', { exact: false })).toBeVisible()
  await page.getByLabel(/^Votre nouveau lien/).fill(`${house.url}/admin/enter/${'x'.repeat(43)}`)
  await page.getByRole('button', { name: 'Entrer et envoyer de nouveau' }).click()
  await expect(page.getByText('Ce lien ne fonctionne plus', { exact: false })).toBeVisible()

  await page.getByLabel(/^Votre nouveau lien/).fill(link)
  await page.getByRole('button', { name: 'Entrer et envoyer de nouveau' }).click()
  await isSaved(page)
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept, 'nothing of it stays in the browser').not.toContain('seconde')
})

test('whoever left in another tab enters there again and sends what the first tab still holds', async ({
  house,
  visitor,
}) => {
  visitor.expectAnswer(401)
  const [id] = await manyTestimonies(house, [`Deux onglets ${unique()}`])
  const page = await visitor.staff('moderator')
  await begin(page, id)
  const other = await page.context().newPage()
  await other.goto('/admin')
  await other.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Espace de l’équipe')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Votre session est terminée')
  await enter(other, await house.enter('moderator'))
  await page.getByRole('button', { name: 'Entrer et envoyer de nouveau' }).click()
  await isSaved(page)
})

test('a session that opens no testimony gives back what was typed, and a link of the team opens the way', async ({
  house,
  visitor,
}) => {
  visitor.expectAnswer(403)
  const [id] = await manyTestimonies(house, [`Sans clé ${unique()}`])
  const page = await visitor.staff('moderator')
  await begin(page, id)
  await house.sql(`update staff_session set sealed_team_key = null ${ofModerators}`)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('n’ouvre pas les témoignages')
  await page.getByLabel(/^Votre nouveau lien/).fill(await house.enter('moderator'))
  await page.getByRole('button', { name: 'Entrer et envoyer de nouveau' }).click()
  await isSaved(page)
})

test('who types keeps the session and the claim alive, and is told before it ends @js', async ({ house, visitor }) => {
  const [id] = await manyTestimonies(house, [`Longue lecture ${unique()}`])
  const page = await visitor.staff('moderator')
  await page.clock.install()
  await page.goto(`/admin/testimonies/${id}`)
  await page.getByRole('button', { name: 'Prendre', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('Ce témoignage est à vous')
  await house.sql(`update testimonies.testimony set claimed_until = now() + interval '24 minutes' where id = $1`, [id])
  await page.clock.fastForward('04:30')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/admin/keep'))
  await page.getByLabel('Titre', { exact: true }).fill('Un mot')
  expect((await kept).status()).toBe(200)
  const [row] = await house.sql(
    `select claimed_until > now() + interval '29 minutes' as alive from testimonies.testimony where id = $1`,
    [id],
  )
  expect(row?.['alive']).toBe(true)

  await page.clock.fastForward('28:30')
  await expect(page.getByText('Votre session se termine dans moins de deux minutes')).toBeVisible()
  await page.getByRole('button', { name: 'Rester' }).click()
  await expect(page.getByText('Votre session se termine dans moins de deux minutes')).toBeHidden()
  await page.clock.fastForward('31:00')
  await expect(page.getByText('Ce que vous avez écrit est encore là', { exact: false })).toBeVisible()
})
