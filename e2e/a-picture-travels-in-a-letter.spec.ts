import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { picture } from './support/hostile-images.ts'
import { waitForMail } from './support/mails.ts'
import { anAddress, aPerson, unique } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

const fieldsOf = (page: Page, language: 'Français' | 'Anglais') => page.getByRole('group', { name: language })
const messageOf = (page: Page, language: 'Français' | 'Anglais') =>
  fieldsOf(page, language).getByLabel('Message', { exact: true })

async function add(page: Page, shows: { fr: string; en: string }, file: Buffer): Promise<void> {
  const adding = page.getByRole('region', { name: 'Ajouter une image' })
  await adding.getByLabel('Ce que montre l’image, en français').fill(shows.fr)
  await adding.getByLabel('Ce que montre l’image, en anglais').fill(shows.en)
  await adding.getByLabel('Fichier').setInputFiles({ name: 'foule.png', mimeType: 'image/png', buffer: file })
  await adding.getByRole('button', { name: 'Ajouter l’image' }).click()
}

test('a campaigner adds a picture without a script, and keeps every word when the file is none @js', async ({
  visitor,
}) => {
  test.setTimeout(90_000)
  const campaigner = await visitor.staff('campaigner', { javaScriptEnabled: false })
  const shows = { fr: `Une foule ${unique()}`, en: 'A crowd' }
  await campaigner.goto('/admin/mailings')
  await campaigner.getByRole('link', { name: 'Images', exact: true }).click()
  visitor.expectAnswer(422)
  for (const [file, error] of [
    [Buffer.from('<svg onload="alert(1)">'), 'Ce fichier n’est ni un PNG, ni un JPEG, ni un WebP.'],
    [Buffer.alloc(10 * 2 ** 20, 'a'), 'Le fichier est trop lourd'],
  ] as const) {
    await add(campaigner, shows, file)
    await expect(campaigner.getByText(error).first()).toBeVisible()
    await expect(campaigner.getByLabel('Ce que montre l’image, en français').first()).toHaveValue(shows.fr)
  }
  await add(campaigner, shows, await picture(1600, 1200).png().toBuffer())
  await expect(campaigner.getByText('L’image est ajoutée.')).toBeVisible()
  const card = campaigner.getByRole('listitem').filter({ hasText: shows.fr })
  await expect(card.getByText(/!\[Une foule \w+\]\(media:[\da-f]{24}\)/)).toBeVisible()
  await card.getByText('Supprimer', { exact: true }).click()
  await card.getByRole('button', { name: 'Supprimer cette image' }).click()
  await expect(campaigner.getByText('L’image est supprimée.')).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('a picture is put into both texts, travels in the letter and is shown in the archive @js', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(180_000)
  const person = aPerson()
  await sign(page, person, { locale: 'fr', news: true })
  await confirm(page, await confirmationOf(house, person, 'fr'), 'fr')
  const campaigner = await visitor.staff('campaigner')
  const mark = unique()
  const shows = { fr: `Une foule ${mark}`, en: `A crowd ${mark}` }
  await campaigner.goto('/admin/mailings/pictures')
  await add(campaigner, shows, await picture(1400, 700).png().toBuffer())
  await expect(campaigner.getByText('L’image est ajoutée.')).toBeVisible()
  expect(await faults(campaigner)).toEqual([])

  await campaigner.goto('/admin/mailings/new')
  for (const [language, subject, words] of [
    ['Français', `Regardez ${mark}`, shows.fr],
    ['Anglais', `Look ${mark}`, shows.en],
  ] as const) {
    const fields = fieldsOf(campaigner, language)
    await fields.getByLabel('Objet', { exact: true }).fill(subject)
    await messageOf(campaigner, language).fill(`${subject}.`)
    await fields.getByText('Image', { exact: true }).click()
    await fields.getByRole('button', { name: words }).click()
    await expect(messageOf(campaigner, language)).toHaveValue(new RegExp(`!\\[${words}\\]\\(media:[\\da-f]{24}\\)$`))
  }
  const preview = campaigner.getByRole('region', { name: 'Aperçu' })
  await expect(preview.getByRole('img', { name: shows.fr })).toBeVisible()
  expect(await faults(campaigner)).toEqual([])
  await campaigner.getByRole('button', { name: 'Créer le brouillon' }).click()
  const tester = anAddress('tester')
  await campaigner.getByLabel('Adresse de l’essai').fill(tester)
  await campaigner.getByRole('button', { name: 'Envoyer un essai' }).click()
  await waitForMail(house.inbox, { to: tester })
  await campaigner.getByText('Préparer l’envoi', { exact: true }).click()
  await campaigner.locator('#understood').check()
  await campaigner.getByRole('button', { name: /^Envoyer à / }).click()

  const mail = await waitForMail(house.inbox, { to: person.email, subject: new RegExp(mark) })
  expect(mail.text).toContain(`[Image\u00A0: ${shows.fr}]`)
  expect([...mail.html.matchAll(/<img\b[^>]*src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    expect.stringMatching(/^cid:[\da-f]{24}@/),
  ])
  const archived = new URL(/http\S+\/updates\/[\da-f-]{36}/.exec(mail.text)?.[0] ?? '')
  await page.goto(archived.pathname)
  const shown = page.getByRole('img', { name: shows.fr })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1200)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing to scroll sideways').toBe(390)
  const file = await fetch(new URL((await shown.getAttribute('src')) ?? '', house.url))
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(await (await fetch(`${house.url}/fr/score/updates.atom`)).text()).toContain(`src=&quot;${house.url}/media/`)

  await campaigner.goto('/admin/mailings/pictures')
  const card = campaigner.getByRole('listitem').filter({ hasText: shows.fr })
  await expect(card.getByText('Un envoi parti la montre')).toBeVisible()
  await expect(card.getByText('Supprimer', { exact: true })).toHaveCount(0)
})
