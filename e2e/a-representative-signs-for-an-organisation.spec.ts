import sharp from 'sharp'
import { ask } from './support/ask.ts'
import { mailsTo, waitForMail } from './support/mails.ts'
import {
  anOrganisation,
  confirmForOrganisation,
  fillOrganisation,
  said,
  signForOrganisation,
} from './support/organisations.ts'
import { confirmedCount } from './support/signing.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

const aLogo = () =>
  sharp({ create: { width: 900, height: 300, channels: 3, background: '#0a5' } })
    .withExif({ IFD0: { Artist: 'Zqlogo' } })
    .png()
    .toBuffer()

test('an organisation is confirmed by its representative, approved by the team, and shown apart from people', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  const organisation = anOrganisation()
  const people = await confirmedCount(house)
  const link = await signForOrganisation(page, house, { organisation, logo: await aLogo(), news: true })
  await page.goto('/fr/score/organisations')
  await expect(page.getByText(organisation.name)).toHaveCount(0)

  for (let fetched = 0; fetched < 3; fetched += 1)
    expect((await ask(link, { method: fetched ? 'HEAD' : 'GET' })).status).toBe(200)
  await page.goto(link)
  await expect(page.getByText(organisation.person)).toBeVisible()
  await expect(page.getByText('Vous demandez aussi des nouvelles de la campagne')).toBeVisible()
  const wishes = async () => (await house.sql('select id from subscription where for_organisation')).length
  const before = await wishes()
  await confirmForOrganisation(page, link)
  expect(await wishes()).toBe(before + 1)
  await page.goto(link)
  await expect(page.getByText(organisation.person), 'an old link says nothing more of anybody').toHaveCount(0)

  const team = await visitor.staff('campaigner')
  await team.goto('/admin/organisations')
  await team.getByRole('link', { name: organisation.name }).click()
  await expect(team.getByText(organisation.person)).toHaveCount(0)
  await team.getByRole('button', { name: 'Ouvrir, pour vérifier' }).click()
  await expect(team.getByText(organisation.person)).toBeVisible()
  await team.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(team.getByRole('status')).toContainText('L’organisation est publiée')

  await page.goto('/fr/score/organisations')
  const item = page.getByRole('listitem').filter({ hasText: organisation.name })
  await expect(item.getByRole('link', { name: 'example.org' })).toHaveAttribute('rel', 'noopener nofollow')
  const logo = await ask(new URL((await item.locator('img').getAttribute('src')) ?? '', house.url).href)
  expect(logo.headers['content-type']).toBe('image/webp')
  expect(logo.headers['cache-control']).toContain('immutable')
  expect(logo.headers['x-content-type-options']).toBe('nosniff')
  expect(logo.body.toString('latin1')).not.toMatch(/Zqlogo|exif/i)
  expect(await confirmedCount(house), 'people are counted without organisations').toBe(people)
  await waitForMail(house.inbox, { to: organisation.email, subject: said.fr.shownMail })

  await page.goto('/fr/score')
  await expect(page.getByRole('link', { name: /organisations?, comptées? à part/ })).toBeVisible()
  expect(filesHolding(house.dataDir, organisation.person)).toEqual([])
  expect(filesHolding(house.dataDir, organisation.email)).toEqual([])
  expect(house.log()).not.toContain(organisation.email)
})

test('a form sent too early says what is missing, keeps what was typed and asks for the logo again', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(422)
  const organisation = { ...anOrganisation(), email: 'nobody@nowhere' }
  await page.goto('/en/score/organisations/sign')
  await fillOrganisation(page, organisation, { locale: 'en', logo: Buffer.from('<svg xmlns="x"/>') })
  await page.getByRole('button', { name: said.en.send, exact: true }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveCount(2)
  for (const field of ['logo', 'email']) await expect(summary.locator(`a[href="#${field}"]`)).toBeVisible()
  await expect(page.getByLabel(said.en.name, { exact: true })).toHaveValue(organisation.name)
  await expect(page.getByLabel(said.en.mandate)).toBeChecked()
  await expect(page.getByText('please choose it again')).toBeVisible()
  const corrected = anOrganisation()
  await fillOrganisation(page, corrected, { locale: 'en', logo: await aLogo() })
  await page.getByRole('button', { name: said.en.send, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.en.sent)
  await waitForMail(house.inbox, { to: corrected.email, subject: said.en.mail })
})

test('the answer is the same for an organisation that is there already; the team is told', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  const organisation = anOrganisation()
  await confirmForOrganisation(page, await signForOrganisation(page, house, { organisation }))
  const twin = { ...anOrganisation(), name: organisation.name.toUpperCase() }
  await confirmForOrganisation(page, await signForOrganisation(page, house, { organisation: twin }))
  const team = await visitor.staff('owner')
  await team.goto('/admin/organisations')
  const marked = team.getByRole('rowheader', { name: `${twin.name} peut-être en double`, exact: true })
  await expect(marked).toBeVisible()
  await team.getByRole('link', { name: twin.name, exact: true }).click()
  await expect(team.getByText('Peut-être la même organisation')).toBeVisible()
  await team.getByText('Refuser', { exact: true }).first().click()
  await team.getByLabel('Raison', { exact: true }).selectOption('duplicate')
  await team.getByRole('button', { name: 'Refuser', exact: true }).click()
  await expect(team.getByRole('status')).toContainText('L’organisation est refusée')
  const mail = await waitForMail(house.inbox, { to: twin.email, subject: /n’est pas retenue/ })
  expect(mail.text.replace(/\s+/g, ' ')).toContain('l’organisation a déjà signé')
  await page.goto('/fr/score/organisations')
  await expect(page.getByText(twin.name)).toHaveCount(0)
})

test('a form that is too large, or of another kind, is refused at the door', async ({ house }) => {
  const address = `${house.url}/fr/score/organisations/sign`
  const multipart = { 'content-type': 'multipart/form-data; boundary=edge' }
  const large = Buffer.alloc(5 * 2 ** 20, 'x')
  expect((await ask(address, { method: 'POST', body: large, headers: multipart })).status).toBe(413)
  expect((await ask(address, { method: 'POST', body: 'not a form', headers: multipart })).status).toBe(400)
  const elsewhere = `${house.url}/fr/score/sign`
  expect((await ask(elsewhere, { method: 'POST', body: 'x', headers: multipart })).status).toBe(415)
  expect(await mailsTo(house.inbox, { to: 'nobody@nowhere' })).toEqual([])
})
