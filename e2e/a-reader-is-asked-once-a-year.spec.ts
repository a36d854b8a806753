import { faults } from './support/axe.ts'
import { linkIn, waitForMail } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

test('an owner turns the yearly letter on, and a reader of more than a year says yes with one button', async ({
  page,
  house,
  visitor,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const person = aPerson()
  await sign(page, person, { locale: 'fr', news: true })
  await confirm(page, await confirmationOf(house, person, 'fr'), 'fr')

  const owner = await visitor.staff('owner')
  await owner.goto('/admin/settings/yearly')
  await owner.getByRole('button', { name: 'Mettre en service' }).click()
  await expect(owner.getByText('Lisez les lettres, puis cochez la case.')).toBeVisible()
  await owner.getByLabel(/^J’ai lu les lettres/).check()
  await owner.getByRole('button', { name: 'Mettre en service' }).click()
  await expect(owner.getByRole('status')).toContainText('La lettre annuelle est en service')

  await house.sql(`update subscription set created_at = now() - interval '400 days', activated_at = now() - interval '400 days'
    where activated_at > now() - interval '1 day'`)
  await house.sql(`update renewal_setting set enabled_at = now() - interval '30 days'`)
  await house.sql(`select graphile_worker.add_job('mailings_ask-yearly')`)
  const letter = await waitForMail(house.inbox, { to: person.email, subject: /^Voulez-vous encore de nos nouvelles/ })
  const link = linkIn(letter, /\/fr\/still\/[\w-]+$/)
  for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200)
  expect(
    await house.sql(`select outcome from renewal where outcome is not null`),
    'opening it changed nothing',
  ).toEqual([])

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voulez-vous encore de nos nouvelles ?')
  if (javaScriptEnabled !== false) expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Oui, continuez à m’écrire' }).click()
  await expect(page.getByRole('status')).toContainText('Nous vous le redemanderons dans un an.')
  expect(await house.sql(`select outcome from renewal where outcome is not null`)).toEqual([{ outcome: 'kept' }])
  expect(await page.context().cookies()).toEqual([])
  await house.sql(`delete from renewal`)
  await house.sql(`delete from renewal_setting`)
})
