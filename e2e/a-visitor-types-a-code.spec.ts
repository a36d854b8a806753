import { ask } from './support/ask.ts'
import { codeIn, mailOf, said, signed, stateOf, wrongCode } from './support/confirming.ts'
import { linksIn, mailsTo } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirmedCount, sign, words } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

for (const locale of ['fr', 'en'] as const) {
  test(`the code of the mail confirms from the page that asks to look for it (${locale})`, async ({
    page,
    house,
    visitor,
  }) => {
    visitor.expectAnswer(422)
    const person = aPerson()
    const before = await confirmedCount(house)
    await sign(page, person, { locale })
    const code = codeIn(await mailOf(house, person, locale))
    expect(code).toMatch(/^\d{3} \d{3}$/)
    const form = page.getByRole('form', { name: said[locale].codeForm })
    await form.getByLabel(said[locale].email, { exact: true }).fill(person.email)
    await form.getByLabel(said[locale].code, { exact: true }).fill('12')
    await form.getByRole('button').click()
    await expect(page.getByRole('alert')).toContainText(said[locale].shape)
    await form.getByLabel(said[locale].code, { exact: true }).fill(wrongCode(code))
    await form.getByRole('button').click()
    await expect(page.getByRole('alert')).toContainText(said[locale].refused)
    await expect(form.getByLabel(said[locale].code, { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await expect(form.getByLabel(said[locale].email, { exact: true })).toHaveValue(person.email)
    await form.getByLabel(said[locale].code, { exact: true }).fill(code)
    await form.getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].confirmed)
    await expect(page).toHaveURL(`/${locale}/score/confirmed`)
    expect(await confirmedCount(house)).toBe(before + 1)
  })
}

test('after ten wrong codes the right one is refused, and the link still confirms', async ({ house }) => {
  const { person, mail, link } = await signed(house)
  const code = codeIn(mail)
  const type = (typed: string, email = person.email) =>
    ask(`${house.url}/fr/score/code`, { method: 'POST', body: new URLSearchParams({ email, code: typed }).toString() })
  const unknown = await type(code, 'nobody@example.org')
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await type(wrongCode(code))
    expect(answer.status).toBe(422)
    const same = (text: string) => text.replaceAll(/value="[^"]*"/g, '')
    expect(same(answer.text), 'known and unknown addresses read the same').toBe(same(unknown.text))
  }
  expect((await type(code)).status).toBe(422)
  expect(await stateOf(house, link)).toBe('pending')
  expect((await ask(link, { method: 'POST' })).status).toBe(303)
  expect(await stateOf(house, link)).toBe('confirmed')
})

test('whoever waits in vain is sent the mail again, and nobody learns who signed', async ({ page, house }) => {
  const person = aPerson()
  await sign(page, person)
  await mailOf(house, person)
  const askAgain = async (email: string) => {
    await page.goto('/fr/score/signed')
    await page.getByText(said.fr.nothing).click()
    const form = page.getByRole('form', { name: said.fr.again })
    await form.getByLabel(said.fr.email, { exact: true }).fill(email)
    await form.getByRole('button', { name: said.fr.again }).click()
    await expect(page).toHaveURL('/fr/score/signed?sent=1')
    await expect(page.getByRole('status')).toContainText(said.fr.sent)
  }
  await askAgain('nobody@example.org')
  await askAgain(person.email)
  await house.sql(`update mail_allowance set last_at = last_at - interval '2 minutes'`)
  await house.sql(`update delivery set due_at = now() where state in ('queued', 'deferred')`)
  const links = async () =>
    (await mailsTo(house.inbox, { to: person.email })).flatMap((mail) => linksIn(mail, /\/not-me\//))
  await expect.poll(async () => (await links()).length, { timeout: 20_000 }).toBe(2)
  expect(new Set(await links()).size, 'both lead to the one signature').toBe(1)
  expect(await mailsTo(house.inbox, { to: 'nobody@example.org' })).toEqual([])
})

test('an address that is none keeps what was typed, in the form that was sent', async ({ page, visitor }) => {
  visitor.expectAnswer(422)
  await page.goto('/en/score/signed')
  await page.getByText(said.en.nothing).click()
  const form = page.getByRole('form', { name: said.en.again })
  await form.getByLabel(said.en.email, { exact: true }).fill('camille@nowhere')
  await form.getByRole('button', { name: said.en.again }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.en.signed)
  await expect(form.getByLabel(said.en.email, { exact: true })).toHaveValue('camille@nowhere')
  await expect(form.getByLabel(said.en.email, { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('form', { name: said.en.codeForm }).getByLabel(said.en.email)).toHaveValue('')
})
