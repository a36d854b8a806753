import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { linksIn, mailsTo, waitForMail } from './support/mails.ts'
import { anAddress, aPerson, unique } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

async function write(page: Page, subject: string): Promise<void> {
  await page.goto('/admin/mailings/new')
  for (const language of ['Français', 'Anglais']) {
    const fields = page.getByRole('group', { name: language })
    await fields.getByLabel('Objet', { exact: true }).fill(subject)
    await fields.getByLabel('Message', { exact: true }).fill('Bonjour, la lettre est partie.')
  }
  await page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
}

test('a campaigner chooses who receives an update, tries two subjects, and the rest gets the one chosen', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  const person = aPerson()
  await sign(page, person, { news: true })
  await confirm(page, await confirmationOf(house, person))

  const campaigner = await visitor.staff('campaigner')
  const subject = `Une réponse ${unique()}`
  await write(campaigner, subject)
  await campaigner.getByRole('button', { name: 'Choisir qui reçoit' }).click()
  const count = campaigner.getByTestId('audience-count')
  await campaigner.getByText(/^Départements choisis/).click()
  await campaigner.getByLabel('31 Haute-Garonne').check()
  await campaigner.getByLabel('Signature confirmée à partir du').fill('2026-01-01')
  await campaigner.getByRole('button', { name: 'Compter' }).click()
  await expect(count).toContainText('avoir signé dans ce département')
  await expect(count).toContainText(/\d+ en français/)
  await campaigner.getByRole('button', { name: 'Garder ce choix' }).click()
  const start = campaigner.getByRole('region', { name: 'Envoi', exact: true })
  await expect(start).toContainText('Haute-Garonne (31)')

  await campaigner.getByRole('button', { name: 'Essayer deux objets' }).click()
  for (const label of ['Objet B en français', 'Objet B en anglais'])
    await campaigner.getByLabel(label).fill(`B ${subject}`)
  await campaigner.getByLabel('Part qui essaie').selectOption('50')
  await campaigner.getByLabel('Choix').selectOption('0')
  await campaigner.getByRole('button', { name: 'Garder ces deux objets' }).click()
  await expect(start).toContainText('50')

  // Chance decides who tries a subject: here the person is one of those who wait.
  await house.sql(`update mailing_trial set seed = (
    select g from generate_series(1, 500) g, (select id from subscription order by activated_at desc nulls last limit 1) b
    where (hashtextextended(b.id::text, g) & 4611686018427387903) % 100 >= 50 limit 1)`)
  await campaigner.getByText('Préparer l’envoi', { exact: true }).click()
  await campaigner.getByLabel('J’ai relu les deux langues').check()
  await campaigner.getByRole('button', { name: /^Envoyer à / }).click()
  await campaigner.getByRole('link', { name: 'Voir l’essai de deux objets' }).click()
  await expect(campaigner.getByText('L’essai est en cours')).toBeVisible()
  await campaigner.getByRole('button', { name: 'Envoyer l’objet B aux autres' }).click()
  await expect(campaigner.getByText('Les autres reçoivent l’objet B')).toBeVisible()

  const letter = await waitForMail(house.inbox, { to: person.email, subject: new RegExp(`^B ${subject}`) })
  expect(await mailsTo(house.inbox, { to: person.email, subject: new RegExp(subject) })).toHaveLength(1)
  for (const link of linksIn(letter, /\/(unsubscribe|me)\//)) expect(link).not.toContain('?v=')
})

test('letters to the addressee wait for a test and a second person, and stop at once', async ({ house, visitor }) => {
  test.setTimeout(120_000)
  const first = await visitor.staff('campaigner')
  const tester = anAddress('essai')
  await first.goto('/admin/campaigns/score')
  await first.getByRole('link', { name: 'Lettres au destinataire' }).click()
  await first.getByLabel('Adresse du destinataire').fill(anAddress('bureau'))
  await first.getByLabel('Les réponses vont à').fill(anAddress('campagne'))
  await first.getByLabel('Adresse de l’essai').fill(tester)
  await first.getByLabel('Donner le nom des personnes qui l’ont permis').check()
  await first.getByLabel('Objet', { exact: true }).fill('Des personnes vous écrivent')
  await first.getByLabel('Message', { exact: true }).fill('Bonjour,\n\nVoici qui a signé.')
  await first.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await first.getByRole('button', { name: 'Envoyer l’essai' }).click()
  await expect(first.getByText('L’essai est parti')).toBeVisible()
  const letter = await waitForMail(house.inbox, { to: tester })
  expect(letter.text).toContain('Camille Exemple')
  await first.getByRole('button', { name: 'Proposer de commencer' }).click()
  await expect(first.getByText('une autre personne de l’équipe doit donner son accord')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Donner mon accord et commencer' })).toHaveCount(0)

  const second = await visitor.staff('owner')
  await second.goto('/admin/campaigns/score/addressee')
  await second.getByLabel(/^J’ai relu l’essai/).check()
  await second.getByRole('button', { name: 'Donner mon accord et commencer' }).click()
  await expect(second.getByText('En marche', { exact: true })).toBeVisible()
  await first.goto('/admin/campaigns/score/addressee')
  await first.getByRole('button', { name: 'Arrêter maintenant' }).click()
  await expect(first.getByText('Arrêté', { exact: true })).toBeVisible()
})

test('the pages of who receives, of two subjects and of the addressee have no fault @js', async ({ visitor }) => {
  test.setTimeout(180_000)
  const owner = await visitor.staff('owner')
  await write(owner, `Un envoi ${unique()}`)
  const draft = owner.url()
  const found: string[] = []
  for (const address of [`${draft}/audience`, `${draft}/trial`, '/admin/campaigns/score/addressee']) {
    await owner.goto(address)
    found.push(...(await faults(owner)))
  }
  expect(found).toEqual([])
})
