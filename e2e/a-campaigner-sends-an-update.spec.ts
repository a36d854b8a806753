import type { Page } from '@playwright/test'
import { linkIn, mailsTo, waitForMail } from './support/mails.ts'
import { anAddress, aPerson, unique, type Person } from './support/people.ts'
import { confirm, confirmationOf, confirmedCount, sign, type Locale } from './support/signing.ts'
import type { House } from './support/house.ts'
import { expect, test } from './support/visitor.ts'

interface Update {
  fr: string
  en: string
}

const anUpdate = (): Update => {
  const mark = unique()
  return { fr: `La réponse est arrivée ${mark}`, en: `The answer has come ${mark}` }
}

async function write(page: Page, update: Update): Promise<void> {
  await page.goto('/admin/mailings')
  await page.getByRole('link', { name: 'Écrire un envoi' }).click()
  for (const [language, subject, body] of [
    ['Français', update.fr, `Bonjour,\n\n**C’est fait** : la lettre est partie. [Lire](https://example.org/lettre)`],
    ['Anglais', update.en, `Hello,\n\n**It is done**: the letter has left. [Read](https://example.org/letter)`],
  ] as const) {
    const fields = page.getByRole('group', { name: language })
    await fields.getByLabel('Objet', { exact: true }).fill(subject)
    await fields.getByLabel('Message', { exact: true }).fill(body)
  }
  await page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(update.fr)
}

async function send(page: Page): Promise<void> {
  await page.getByText('Préparer l’envoi', { exact: true }).click()
  await page.getByLabel('J’ai relu les deux langues').check()
  await page.getByRole('button', { name: /^Envoyer à / }).click()
  const bar = page.getByTestId('mailing-progress')
  await expect(bar).toBeVisible()
  const done = async () => {
    await page.goto(page.url()) // not a reload, which would send the form again
    const [sent, total] = await Promise.all([bar.getAttribute('data-sent'), bar.getAttribute('data-total')])
    return Number(total) > 0 && sent === total
  }
  await expect.poll(done, { message: 'sent reaches total', timeout: 30_000 }).toBe(true)
}

async function signsUp(page: Page, house: House, wish: { locale: Locale; news: boolean }): Promise<Person> {
  const person = aPerson()
  await sign(page, person, wish)
  await confirm(page, await confirmationOf(house, person, wish.locale), wish.locale)
  return person
}

test('an update reaches those who asked for news, once and in their language, until they leave', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  const french = await signsUp(page, house, { locale: 'fr', news: true })
  const english = await signsUp(page, house, { locale: 'en', news: true })
  const silent = await signsUp(page, house, { locale: 'fr', news: false })
  const unconfirmed = aPerson()
  await sign(page, unconfirmed, { locale: 'fr', news: true })

  const campaigner = await visitor.staff('campaigner')
  const update = anUpdate()
  await write(campaigner, update)
  const preview = campaigner.getByRole('region', { name: 'Aperçu' })
  await expect(preview.getByText('C’est fait', { exact: true }).first()).toBeVisible()
  await expect(preview.getByText('It is done', { exact: true }).first()).toBeVisible()

  const tester = anAddress('tester')
  await campaigner.getByLabel('Adresse de l’essai').fill(tester)
  await campaigner.getByRole('button', { name: 'Envoyer un essai' }).click()
  await expect(campaigner.getByRole('status')).toContainText('L’essai est parti')
  expect((await waitForMail(house.inbox, { to: tester })).subject).toContain(update.fr)
  expect(await mailsTo(house.inbox, { to: french.email, subject: new RegExp(update.fr) }), 'a test is for one').toEqual(
    [],
  )

  await send(campaigner)
  const toFrench = await waitForMail(house.inbox, { to: french.email, subject: new RegExp(update.fr) })
  const toEnglish = await waitForMail(house.inbox, { to: english.email, subject: new RegExp(update.en) })
  const both = new RegExp(`${update.fr}|${update.en}`)
  expect(await mailsTo(house.inbox, { to: french.email, subject: both })).toHaveLength(1)
  expect(await mailsTo(house.inbox, { to: english.email, subject: both })).toHaveLength(1)
  for (const { email } of [silent, unconfirmed])
    expect(await mailsTo(house.inbox, { to: email, subject: both }), 'who did not ask gets nothing').toEqual([])

  const leave = linkIn(toFrench, /\/fr\/unsubscribe\//)
  expect(toFrench.headers).toMatchObject({
    'list-unsubscribe': `<${leave}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': expect.stringMatching(/^<.+>$/),
  })
  expect(linkIn(toEnglish, /\/en\/unsubscribe\//)).not.toBe(leave)
  expect(toFrench.html).not.toMatch(/<(img|link|script|iframe)\b|url\(/i)

  const counted = await confirmedCount(house)
  for (const method of ['GET', 'HEAD']) expect((await fetch(leave, { method })).status).toBe(200)
  const left = await fetch(leave, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  expect(left.status).toBe(200)
  expect(left.headers.get('set-cookie')).toBeNull()

  const next = anUpdate()
  await write(campaigner, next)
  await send(campaigner)
  await waitForMail(house.inbox, { to: english.email, subject: new RegExp(next.en) })
  expect(
    await mailsTo(house.inbox, { to: french.email, subject: new RegExp(next.fr) }),
    'who left is not written to',
  ).toEqual([])
  expect(await confirmedCount(house), 'leaving the news is not taking back the signature').toBe(counted)

  for (const [locale, subject] of [
    ['fr', update.fr],
    ['en', update.en],
  ] as const) {
    const listed = async () => (
      await page.goto(`/${locale}/score/updates`),
      page.getByRole('link', { name: subject }).count()
    )
    await expect.poll(listed, { message: 'the archive follows' }).toBe(1)
    await page.getByRole('link', { name: subject }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
  }
})

test('a person leaves the news from the page, and opening it alone changes nothing', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  const person = await signsUp(page, house, { locale: 'en', news: true })
  const campaigner = await visitor.staff('campaigner')
  const update = anUpdate()
  await write(campaigner, update)
  await send(campaigner)
  const link = linkIn(
    await waitForMail(house.inbox, { to: person.email, subject: new RegExp(update.en) }),
    /\/unsubscribe\//,
  )
  await page.goto(link)
  await page.reload()
  await expect(
    page.getByRole('button', { name: 'Unsubscribe', exact: true }),
    'opening it twice changed nothing',
  ).toBeVisible()
  await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click()
  await expect(page.getByRole('status')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unsubscribe', exact: true })).toHaveCount(0)
  expect(await page.context().cookies()).toEqual([])
})
