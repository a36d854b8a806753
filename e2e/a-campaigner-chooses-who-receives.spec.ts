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
  visitor.expectAnswer(422) // what is left out is asked for
  const person = aPerson()
  await sign(page, person, { news: true })
  await confirm(page, await confirmationOf(house, person))

  const campaigner = await visitor.staff('campaigner')
  const subject = `Une réponse ${unique()}`
  await write(campaigner, subject)
  await campaigner.getByRole('button', { name: 'Choisir qui reçoit' }).click()
  const count = campaigner.getByTestId('audience-count')
  await campaigner.getByText('Choisir des départements', { exact: true }).click()
  await campaigner.getByLabel('31 Haute-Garonne').check()
  await campaigner.getByLabel('Signature confirmée à partir du').fill('2026-01-01')
  await campaigner.getByRole('button', { name: 'Compter' }).click()
  await expect(count).toContainText('avoir signé dans ce département')
  await expect(count, 'one person’s presence is not told').toContainText(/au moins \d*0|moins de 10/)
  await expect(count).toContainText('Compté le')
  await campaigner.getByRole('button', { name: 'Garder ce choix' }).click()
  const start = campaigner.getByRole('region', { name: 'Envoi', exact: true })
  await expect(start).toContainText('Haute-Garonne (31)')

  await campaigner.getByRole('button', { name: 'Essayer deux objets' }).click()
  for (const label of ['Objet B en français', 'Objet B en anglais'])
    await campaigner.getByLabel(label).fill(`B ${subject}`)
  await campaigner.getByLabel('Part qui essaie').selectOption('50')
  await campaigner.getByLabel('Choix').selectOption('0')
  await campaigner.getByRole('button', { name: 'Garder ces deux objets' }).click()
  await expect(campaigner.getByRole('alert')).toContainText('Trop peu de personnes par objet')
  await campaigner.getByLabel(/^Essayer quand même/).check()
  await campaigner.getByRole('button', { name: 'Garder ces deux objets' }).click()
  await expect(start).toContainText('50')

  // Chance decides who tries a subject: here the person is one of those who wait.
  await house.sql(`update mailing_trial set seed = (
    select g from generate_series(1, 500) g, (select id from subscription order by activated_at desc nulls last limit 1) b
    where (hashtextextended(b.id::text, g) & 4611686018427387903) % 100 >= 50 limit 1)`)
  await campaigner.getByText('Préparer l’envoi', { exact: true }).click()
  await campaigner.getByLabel('J’ai relu les deux langues').check()
  await campaigner.getByRole('button', { name: /^Envoyer à / }).click()
  // On the dashboard, once the letters of the trial are out.
  await expect(async () => {
    await campaigner.goto('/admin')
    await expect(campaigner.getByText('L’essai attend votre choix')).toBeVisible({ timeout: 500 })
  }).toPass()
  await campaigner
    .getByRole('region', { name: 'Ce qui attend dans les envois' })
    .getByRole('link', { name: subject, exact: true })
    .click()
  await expect(campaigner.getByText('Quelqu’un de l’équipe doit choisir')).toBeVisible()
  await campaigner.getByText('Choisir l’objet', { exact: true }).click()
  await campaigner.getByLabel(`B – B ${subject}`).check()
  await campaigner.getByRole('button', { name: 'Mettre fin à l’essai avec cet objet' }).click()
  await expect(campaigner.getByRole('alert')).toContainText('puis cochez la case')
  await campaigner.getByLabel('J’ai lu ce qu’ont donné les deux objets').check()
  await campaigner.getByRole('button', { name: 'Mettre fin à l’essai avec cet objet' }).click()
  await expect(campaigner.getByText('Les autres reçoivent l’objet B')).toBeVisible()
  await page.goto('/fr/score/updates')
  await expect(page.getByRole('link', { name: `B ${subject}`, exact: true })).toBeVisible()

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
  await first.getByLabel('Message', { exact: true }).fill('Bonjour {{name|vous}},\n\nVoici qui a signé.')
  await first.getByRole('button', { name: 'Voir l’aperçu et les vérifications' }).click()
  const checks = first.getByRole('region', { name: 'À vérifier avant d’envoyer' })
  await expect(checks).toContainText('Ce champ parle d’une personne qui lit')
  await first.getByLabel('Message', { exact: true }).fill('Bonjour,\n\nVoici **qui** a signé.')
  await first.getByRole('button', { name: 'Voir l’aperçu et les vérifications' }).click()
  await expect(checks).toContainText('Rien à signaler')
  const named = first.getByRole('region', { name: 'Une signature, dont le nom peut être donné' })
  await expect(named).toContainText('Camille Exemple')
  await expect(first.getByRole('region', { name: 'Une signature, sans nom' })).not.toContainText('Camille Exemple')
  await expect(first.getByLabel('Adresse de l’essai'), 'what was typed stays').toHaveValue(tester)
  await first.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  const standing = first.getByRole('region', { name: 'Où en sont les lettres' })
  await expect(standing).toContainText('Les signatures confirmées avant le début ne sont pas transmises')
  await expect(standing).toContainText('Aucune ne part entre 19:00 et 08:00')
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
