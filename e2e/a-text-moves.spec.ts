import { createHash } from 'node:crypto'
import { asleep } from './support/asleep.ts'
import type { House } from './support/house.ts'
import { linkIn, waitForMail } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, sign, signForm } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

/** Versions published by stories that were told before in the same house. */
const versionShown = async (house: House) =>
  Number((await house.sql(`select max(version) as v from campaign_text`))[0]?.['v'])

test('a text that changes after it was signed becomes a new version, and each signature keeps the one it read', async ({
  page,
  house,
  visitor,
}) => {
  const before = await versionShown(house)
  const first = aPerson('Alix')
  await sign(page, first)
  await confirm(page, await confirmationOf(house, first))

  const desk = await visitor.staff('campaigner')
  await desk.goto('/admin/campaigns')
  await desk.getByRole('link', { name: 'Texte, seuils, comptage' }).first().click()
  const ask = desk.getByLabel('La demande en une phrase (français)')
  const words = `Nous demandons la règle numéro ${before + 1}.`
  await ask.fill(words)
  await desk.getByRole('button', { name: 'Enregistrer le brouillon et voir l’aperçu' }).click()
  await expect(desk.getByText('Le brouillon n’est pas prêt')).toBeVisible()
  await expect(ask).toHaveValue(words)

  await desk.getByLabel('Ce qui a changé (français)').fill('La demande tient en une règle.')
  await desk.getByLabel('Ce qui a changé (anglais)').fill('In French, the ask is one rule.')
  await desk.getByRole('button', { name: 'Enregistrer le brouillon et voir l’aperçu' }).click()
  await expect(desk.locator('#preview')).toContainText(words)
  await page.goto('/fr/score')
  await expect(page.getByText(words), 'a draft is not public').toHaveCount(0)

  await desk.getByLabel(/^J’ai relu les deux langues/).check()
  await desk.getByRole('button', { name: `Publier la version ${before + 1}` }).click()
  await expect(desk.getByRole('status')).toContainText(`La version ${before + 1} est publiée`)

  await expect.poll(async () => (await page.reload(), page.getByText(words).count())).toBe(1)
  await expect(page.getByText(`Version ${before + 1}, du`)).toBeVisible()
  const second = aPerson('Noor')
  await sign(page, second)
  await confirm(page, await confirmationOf(house, second))
  const bound = await house.sql(
    `select s.text_version as version, encode(t.hash, 'hex') as hash, t.ask from signature s
     join campaign_text t on t.campaign_id = s.campaign_id and t.locale = s.locale and t.version = s.text_version
     where s.state = 'confirmed' order by s.confirmed_at desc limit 2`,
  )
  expect(bound).toMatchObject([{ version: before + 1, ask: words }, { version: before }])

  await page.goto('/fr/score')
  await page.getByRole('link', { name: 'Ce qui a changé' }).click()
  await expect(page).toHaveURL(`/fr/score/texts/${before + 1}#changes`)
  await expect(page.locator('ins').filter({ hasText: `règle numéro ${before + 1}` })).toBeVisible()
  await page.getByText('Vérifier l’empreinte').click()
  const exact = (await page.locator('pre').textContent()) ?? ''
  const hash = createHash('sha256').update(exact, 'utf8').digest('hex')
  expect(hash).toBe(bound[0]?.['hash'])
  await expect(page.getByText(hash)).toBeVisible()

  await page.getByRole('link', { name: 'Toutes les versions', exact: true }).click()
  await expect(page.getByRole('article')).toHaveCount(before + 1)
  await expect(page.getByText(String(bound[1]?.['hash']))).toBeVisible()
  await page.getByRole('link', { name: `Lire la version ${before}`, exact: true }).click()
  await expect(page.getByText('Une version plus récente est affichée aujourd’hui')).toBeVisible()
})

/** A new version, as publishing makes it, that took the place of the one before so many hours ago. */
async function aVersion(house: House, hoursAgo: number): Promise<number> {
  const version = (await versionShown(house)) + 1
  await house.sql(
    `insert into campaign_text (campaign_id, locale, version, title, addressee, ask, body, easy, demands, consent, hash, note, published_at)
     select campaign_id, locale, $1::int, title, addressee, $2::text, body, easy, demands, consent, sha256(convert_to($2::text, 'UTF8')), 'Autre demande.', now() - make_interval(hours => $3::int)
     from campaign_text where version = $1::int - 1`,
    [version, `Demande de la version ${version}.`, hoursAgo],
  )
  await house.sql(`select pg_notify('page', '1')`)
  const shown = async () => (await fetch(`${house.url}/fr/score`)).text()
  await expect.poll(shown).toContain(`Demande de la version ${version}.`)
  return version
}

test('who confirms after the text has changed is told which version is theirs, in the mail, before and after', async ({
  page,
  house,
}) => {
  const version = await versionShown(house)
  const person = aPerson('Lou')
  await sign(page, person)
  const link = await confirmationOf(house, person)
  const mail = await waitForMail(house.inbox, { to: person.email })
  expect(mail.text).toMatch(new RegExp(`version ${version}\\s+du\\s+texte`))
  const address = `/fr/score/texts/${version}`
  expect(linkIn(mail, /\/texts\//)).toBe(`${house.url}${address}`)

  const next = await aVersion(house, 0)
  await page.goto(link)
  await expect(page.getByText(`Vous signez la version ${version} du texte, du `)).toBeVisible()
  await expect(page.getByText(`la version ${next} est affichée aujourd’hui`)).toBeVisible()
  const changes = page.getByRole('link', { name: `Ce que la version ${next} a changé` })
  await expect(changes).toHaveAttribute('href', `/fr/score/texts/${next}#changes`)
  await page.getByRole('link', { name: `Lire la version ${version}`, exact: true }).click()
  await expect(page, 'reading it confirms nothing').toHaveURL(address)

  await confirm(page, link)
  await page.goto(link)
  await expect(page.getByText(`Vous avez signé la version ${version} du texte, du `)).toBeVisible()
})

const textSigned = async (house: House) =>
  (await house.sql(`select text_version from signature order by created_at desc limit 1`))[0]?.['text_version']

test('a page that was open when the text changed is signed as it was read, for a day; later it comes back', async ({
  page,
  house,
  visitor,
}) => {
  const person = aPerson('Sacha')
  const form = signForm(page, 'fr')
  const fill = async () => {
    await page.goto('/fr/score')
    await form.getByLabel('Prénom et nom').fill(person.name)
    await form.getByLabel('Adresse e-mail').fill(person.email)
    await form.getByLabel('Code postal').fill('31000')
    await form.getByLabel(/^Je signe ce texte/).check()
  }
  await fill()
  const next = await aVersion(house, 0)
  await form.getByRole('button', { name: 'Je signe', exact: true }).click()
  await expect(page).toHaveURL('/fr/score/signed')
  expect(await textSigned(house), 'what was read').toBe(next - 1)

  await fill()
  const last = await aVersion(house, 25)
  visitor.expectAnswer(422)
  await form.getByRole('button', { name: 'Je signe', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Le texte a changé depuis que vous avez ouvert cette page.')
  await expect(page.getByText(`Demande de la version ${last}.`)).toBeVisible()
  await expect(form.getByLabel('Prénom et nom')).toHaveValue(person.name)
  await expect(form.getByLabel(/^Je signe ce texte/), 'a new text is agreed to anew').not.toBeChecked()
  await form.getByLabel(/^Je signe ce texte/).check()
  await form.getByRole('button', { name: 'Je signe', exact: true }).click()
  await expect(page).toHaveURL('/fr/score/signed')
  expect(await textSigned(house)).toBe(last)
})

test('whoever publishes second loses nothing of what they wrote', async ({ house, visitor }) => {
  visitor.expectAnswer(409)
  const shown = await versionShown(house)
  const [one, two] = [await visitor.staff('campaigner'), await visitor.staff('owner')]
  for (const desk of [one, two]) await desk.goto('/admin/campaigns/score')
  const save = { name: 'Enregistrer le brouillon et voir l’aperçu' }
  await one.getByLabel('La demande en une phrase (anglais)').fill(`We ask for one thing, ${shown}.`)
  await one.getByLabel('Ce qui a changé (français)').fill('Rien en français.')
  await one.getByLabel('Ce qui a changé (anglais)').fill('One thing.')
  await one.getByRole('button', save).click()
  await one.getByLabel(/^J’ai relu les deux langues/).check()
  await one.getByRole('button', { name: `Publier la version ${shown + 1}` }).click()
  await expect(one.getByRole('status')).toContainText('est publiée')

  await two.getByLabel('La demande en une phrase (français)').fill('Ce que j’ai écrit pendant ce temps.')
  await two.getByRole('button', save).click()
  await expect(two.getByRole('status')).toContainText('Une autre version vient d’être publiée')
  await expect(two.getByLabel('La demande en une phrase (français)')).toHaveValue('Ce que j’ai écrit pendant ce temps.')
  await two.getByRole('button', save).click()
  await expect(two.getByText('Le brouillon est enregistré')).toBeVisible()
  await two.getByText('Supprimer le brouillon…').click()
  await two.getByRole('button', { name: 'Supprimer le brouillon' }).click()
  await expect(two.getByText('Le brouillon est supprimé')).toBeVisible()
})

test('what is typed before the page has woken up is kept @js', async ({ visitor }) => {
  const desk = await visitor.staff('campaigner')
  const { wake } = await asleep(desk)
  await desk.goto('/admin/campaigns/score', { waitUntil: 'commit' })
  const ask = desk.getByLabel('La demande en une phrase (français)')
  await ask.fill('Écrit très tôt.')
  const loaded = desk.waitForLoadState('networkidle')
  wake()
  await loaded
  await expect(ask).toHaveValue('Écrit très tôt.')
  await desk.getByRole('button', { name: 'Enregistrer le brouillon et voir l’aperçu' }).click()
  await expect(desk.locator('#preview')).toContainText('Écrit très tôt.')
  await desk.getByText('Supprimer le brouillon…').click()
  await desk.getByRole('button', { name: 'Supprimer le brouillon' }).click()
  await expect(ask).not.toHaveValue('Écrit très tôt.')
})

test('a goal is set, and what was promised is said done on the page', async ({ page, house, visitor }) => {
  const desk = await visitor.staff('campaigner')
  await desk.goto('/admin/campaigns/score/goals')
  const add = desk.getByRole('form', { name: 'Un nouveau seuil' })
  await add.getByLabel('Nombre de signatures').fill('3')
  await add.getByLabel('Ce que l’association fera (français)').fill('Nous irons à pied.')
  visitor.expectAnswer(422)
  await add.getByRole('button', { name: 'Ajouter un seuil' }).click()
  await expect(add.getByRole('alert')).toContainText('À remplir dans cette langue.')
  await add.getByLabel('Ce que l’association fera (anglais)').fill('We shall walk there.')
  await add.getByRole('button', { name: 'Ajouter un seuil' }).click()
  await expect(add.getByRole('alert')).toContainText('Ce nombre est déjà dépassé')

  // The count stands where it does: the goal is brought to it, as a wave of signatures would.
  await add.getByLabel('Nombre de signatures').fill('90 000')
  await add.getByRole('button', { name: 'Ajouter un seuil' }).click()
  await expect(desk.getByRole('status')).toContainText('Le seuil est ajouté.')
  await house.sql(`update goal set threshold = 3 where threshold = 90000`)
  await house.sql(`select pg_notify('count', '1')`)
  const due = desk.getByRole('article').filter({ hasText: 'Nous irons à pied.' })
  await expect
    .poll(
      async () => (await desk.goto('/admin/campaigns/score/goals'), due.getByText('à faire', { exact: true }).count()),
    )
    .toBe(1)
  await desk.goto('/admin')
  await expect(desk.getByRole('heading', { name: 'Engagements à tenir' })).toBeVisible()
  await desk.getByRole('link', { name: 'Dire que c’est fait' }).first().click()

  await due.getByLabel('Jour où cela a été fait').fill('2026-01-15')
  await due.getByLabel('Ce qui a été fait (français)').fill('Nous y sommes allés.')
  await due.getByLabel('Ce qui a été fait (anglais)').fill('We went there.')
  await due.getByRole('button', { name: 'Publier : fait' }).click()
  await expect(desk.getByRole('status')).toContainText('C’est dit sur la page.')
  await page.goto('/en/score')
  const told = page.getByRole('listitem').filter({ hasText: 'We shall walk there.' })
  await expect
    .poll(async () => (await page.reload(), told.textContent()))
    .toContain('Done on 15 January 2026. We went there.')
  await house.sql('delete from goal where threshold = 3')
})
