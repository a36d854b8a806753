import { mailsTo, waitForMail, linksIn } from './support/mails.ts'
import { aPerson, unique } from './support/people.ts'
import { confirm, confirmationOf, confirmedCount, countOn, sign, signForm, words } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

for (const locale of ['fr', 'en'] as const) {
  const said = words[locale]

  test(`a visitor signs, confirms from the mail and is counted once (${locale})`, async ({ page, house }) => {
    const person = aPerson()
    const before = await confirmedCount(house)
    await sign(page, person, { locale })
    await expect(page).toHaveURL(`/${locale}/score/signed`)
    const link = await confirmationOf(house, person, locale)
    await page.goto(link)
    await expect(page.getByRole('button', { name: said.confirm, exact: true })).toBeVisible()
    expect(await confirmedCount(house), 'opening the link counts nobody').toBe(before)

    await confirm(page, link, locale)
    await expect(page).toHaveURL(`/${locale}/score/confirmed`)
    expect(await confirmedCount(house)).toBe(before + 1)
    await page.goto(`/${locale}/score`)
    await expect
      .poll(async () => (await page.reload(), countOn(page)), { message: 'the page follows' })
      .toBe(before + 1)

    await page.goto(link)
    await page.getByRole('button', { name: said.confirm, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.again)
    expect(await confirmedCount(house)).toBe(before + 1)
  })

  test(`a form sent too early says what is missing and keeps what was typed (${locale})`, async ({
    page,
    house,
    visitor,
  }) => {
    visitor.expectAnswer(422)
    await page.goto(`/${locale}/score`)
    const form = signForm(page, locale)
    await form.getByLabel(said.name, { exact: true }).fill('Camille Dubois')
    await form.getByLabel(said.email, { exact: true }).fill('camille@nowhere')
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await form.getByRole('button', { name: said.sign, exact: true }).click()
    expect((await answered).status()).toBe(422)

    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveCount(3)
    for (const field of ['email', 'postcode', 'consent'])
      await expect(summary.locator(`a[href="#${field}"]`)).toBeVisible()
    await expect(form.getByLabel(said.name, { exact: true })).toHaveValue('Camille Dubois')
    await expect(form.getByLabel(said.email, { exact: true })).toHaveValue('camille@nowhere')
    await expect(form.getByLabel(said.email, { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await expect(form.getByLabel(said.name, { exact: true })).not.toHaveAttribute('aria-invalid')
    expect(await mailsTo(house.inbox, { to: 'camille@nowhere' })).toEqual([])
  })
}

test('the summary of errors leads to each field, and the corrected form is taken', async ({ page, visitor, house }) => {
  visitor.expectAnswer(422)
  const person = aPerson()
  const said = words.fr
  await page.goto('/fr/score')
  const form = signForm(page, 'fr')
  await form.getByLabel(said.name, { exact: true }).fill(person.name)
  await form.getByLabel(said.email, { exact: true }).fill(person.email)
  await form.getByLabel(said.news).check()
  await form.getByLabel(said.consent).check()
  await form.getByRole('button', { name: said.sign, exact: true }).click()
  await page.getByRole('alert').getByRole('link').click()
  await expect(form.getByLabel(said.postcode, { exact: true })).toBeFocused()
  await form.getByLabel(said.postcode, { exact: true }).fill('75011')
  await expect(form.getByLabel(said.consent), 'what was ticked stays ticked').toBeChecked()
  await expect(form.getByLabel(said.news)).toBeChecked()
  await form.getByRole('button', { name: said.sign, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.signed)
  await confirmationOf(house, person)
})

test('nothing is ticked in advance', async ({ page }) => {
  await page.goto('/fr/score')
  const boxes = signForm(page, 'fr').locator('input[type=checkbox]')
  await expect(boxes).toHaveCount(3)
  for (const box of await boxes.all()) await expect(box).not.toBeChecked()
})

test('someone outside France signs without a postcode', async ({ page, house }) => {
  const person = aPerson('Noor')
  await page.goto('/en/score')
  const form = signForm(page, 'en')
  await form.getByLabel(words.en.name, { exact: true }).fill(person.name)
  await form.getByLabel(words.en.email, { exact: true }).fill(person.email)
  await form.getByText('I live outside France').click()
  await form.getByLabel('Country', { exact: true }).selectOption('BE')
  await form.getByLabel(words.en.consent).check()
  await form.getByRole('button', { name: words.en.sign, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.en.signed)
  await confirmationOf(house, person, 'en')
})

test('another spelling of the same address stays one person, and only the mail says so', async ({ page, house }) => {
  const mark = unique()
  const person = { name: 'Alix Renard', email: `alix.${mark}@example.org` }
  await sign(page, person)
  await confirm(page, await confirmationOf(house, person))
  const counted = await confirmedCount(house)

  const again = { ...person, email: `Alix.${mark.toUpperCase()}+petition@Example.org` }
  await sign(page, again)
  const addressed = (await waitForMail(house.inbox, { to: person.email, subject: words.fr.alreadyMail })).text
  expect(addressed).toContain('Votre signature était déjà confirmée')
  expect(await mailsTo(house.inbox, { to: again.email }), 'nobody is written to at an address never confirmed').toEqual(
    [],
  )
  expect(await confirmedCount(house)).toBe(counted)
})

test('the confirmation mail holds one link to confirm, says it is automatic and nothing in it is fetched', async ({
  page,
  house,
}) => {
  const person = aPerson()
  await sign(page, person, { locale: 'en' })
  const mail = await waitForMail(house.inbox, { to: person.email })
  expect(linksIn(mail, /\/confirm\//)).toHaveLength(1)
  expect(mail.headers).toMatchObject({
    'auto-submitted': 'auto-generated',
    'message-id': expect.stringMatching(/^<.+@.+>$/),
  })
  expect(mail.html).not.toMatch(/<(img|link|script|iframe)\b|url\(/i)
  expect(mail.html).toContain('lang="en"')
})
