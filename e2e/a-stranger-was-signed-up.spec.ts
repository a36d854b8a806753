import { ask } from './support/ask.ts'
import { mailOf, notMeIn, said, signed, stateOf } from './support/confirming.ts'
import { linkIn, mailsTo } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirmedCount, confirmLink, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

for (const locale of ['fr', 'en'] as const) {
  test(`"it was not me" takes two steps, blocks the address, and can be taken back (${locale})`, async ({
    page,
    house,
  }) => {
    const person = aPerson()
    await sign(page, person, { locale })
    const mail = await mailOf(house, person, locale)
    const link = linkIn(mail, confirmLink(locale))
    await page.goto(notMeIn(mail))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said[locale].notMeTitle)
    expect(await stateOf(house, link), 'looking changes nothing').toBe('pending')
    await page.getByRole('button', { name: said[locale].notMeButton }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said[locale].blocked)
    expect(await stateOf(house, link)).toBeUndefined()
    expect((await ask(link)).status, 'the link to confirm is none any more').toBe(404)

    const before = (await mailsTo(house.inbox, { to: person.email })).length
    await sign(page, person, { locale })
    const suppressed = `select count(*)::int as n from delivery where state = 'suppressed'`
    await expect.poll(async () => (await house.sql(suppressed))[0]?.['n']).toBeGreaterThan(0)
    expect(await mailsTo(house.inbox, { to: person.email })).toHaveLength(before)

    await page.goto(notMeIn(mail))
    await page.getByRole('button', { name: said[locale].allow }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said[locale].gone)
    await house.sql(`update mail_allowance set last_at = last_at - interval '2 minutes'`)
    await sign(page, { ...person, name: `${person.name} ` }, { locale })
    await house.sql(`update delivery set due_at = now() where state in ('queued', 'deferred')`)
    await expect
      .poll(async () => (await mailsTo(house.inbox, { to: person.email })).length, { timeout: 20_000 })
      .toBe(before + 1)
  })
}

test('one that counted is taken from the count when it was not them', async ({ page, house }) => {
  const { mail, link } = await signed(house)
  await ask(link, { method: 'POST' })
  const counted = await confirmedCount(house)
  await page.goto(notMeIn(mail))
  await expect(page.getByText('est confirmée et enregistrée')).toBeVisible()
  await page.getByRole('button', { name: said.fr.notMeButton }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.fr.blocked)
  expect(await confirmedCount(house)).toBe(counted - 1)
  expect(await stateOf(house, link)).toBe('withdrawn')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.fr.blocked)
  expect(await confirmedCount(house)).toBe(counted - 1)
})
