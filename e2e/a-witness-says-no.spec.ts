import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import type { Page } from '@playwright/test'
import { pngText } from './support/hostile-images.ts'
import { join, openInbox } from './support/inbox.ts'
import { aStory, deposit, openFromQueue, propose, second, type Told } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

const plain = (receipt: string) => receipt.replace(/[^0-9A-Z]/g, '')
const number = '06 39 98 41 27'
const no = (page: Page) => page.getByRole('button', { name: 'Non, ne pas publier cette version', exact: true })
const state = (page: Page) => page.getByRole('heading', { level: 1 })

test('a witness refuses a version, is not published by the second yes, and refuses everything that shows', async ({
  page,
  visitor,
}) => {
  test.setTimeout(180_000)
  const told = aStory()
  const receipt = await deposit(page, told)
  const [first, other] = [await visitor.staff('moderator'), await visitor.staff('moderator')]
  await propose(first, told)
  await second(other, told)
  await openInbox(page, receipt)
  await expect(page.getByRole('button', { name: 'J’approuve ce texte', exact: true })).toBeVisible()
  await page.getByLabel(/^Pourquoi, si vous voulez/).fill('On me reconnaîtrait à la date.')
  await no(page).click()
  await expect(page.getByRole('status')).toContainText('cette version ne paraîtra pas')
  await expect(state(page)).toHaveText('L’équipe a votre témoignage')
  await expect(page.getByText('On me reconnaîtrait à la date.')).toBeVisible()
  await openFromQueue(first, told.title)
  await expect(first.getByText('La personne a dit non à la version 1'), 'before anything else').toBeInViewport()
  await expect(first.getByText('On me reconnaîtrait à la date.')).toHaveCount(2) // with the notice, and in the thread
  await expect(first.getByText('refuse la version proposée')).toBeVisible()

  await propose(first, { ...told, story: `${told.story} Fin.` })
  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'J’approuve ce texte', exact: true }).click()
  await expect(state(page)).toHaveText('Vous avez approuvé le texte')
  await no(page).click() // changed their mind, and owes no reason
  await expect(page.getByRole('status')).toContainText('cette version ne paraîtra pas')

  visitor.expectAnswer(422)
  await openFromQueue(first, told.title)
  const proposal = first.getByRole('button', { name: 'Proposer la publication', exact: true })
  await proposal.click()
  await expect(first.getByRole('alert'), 'the same text again, and no word').toContainText('a dit non à ce texte')
  await first.getByLabel(/^Un mot pour la personne/).fill('Rien n’y désigne personne. Et ainsi ?')
  await proposal.click()
  await expect(first.getByRole('status')).toContainText('Proposé')
  await openInbox(page, receipt)
  await expect(page.getByText('Rien n’y désigne personne. Et ainsi ?')).toBeVisible()
  await page.getByRole('button', { name: 'J’approuve ce texte', exact: true }).click()
  await second(other, told)
  await openInbox(page, receipt)
  await expect(state(page)).toHaveText('Votre témoignage est publié')
  await page.getByRole('button', { name: 'Ne rien publier, garder mon témoignage', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Ce qu’ils ne couvrent plus a quitté le site')
  await expect(page.getByLabel('Publication', { exact: true })).not.toBeChecked()
  await expect(page.getByText('Lire mon récit')).toBeVisible()
})

test('a number in an answer is refused with what was typed, and a press shows it with neutral words', async ({
  page,
  visitor,
  javaScriptEnabled,
}) => {
  visitor.expectAnswer(422)
  const receipt = await deposit(page, aStory())
  await openInbox(page, receipt)
  const message = page.getByLabel('Écrire à l’équipe', { exact: true })
  await message.fill(`On peut me joindre au ${number}.`)
  if (javaScriptEnabled ?? true) {
    await expect(page.getByText('À retirer avant l’envoi')).toBeVisible() // while it is written, without being sent
    await expect(page.getByRole('button', { name: /^Remplacer par/ })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'numéro de téléphone' })).toBeVisible()
  await expect(message).toHaveValue(`On peut me joindre au ${number}.`)
  await page.getByRole('button', { name: 'Remplacer et me montrer', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Relisez avant d’envoyer')
  await expect(message).toHaveValue('On peut me joindre au [[numéro de téléphone]].')
  await expect(page.getByText('Aucun message pour l’instant.')).toBeVisible()
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre message est arrivé')
})

test('a number in a correction or a refusal is refused too, and nothing of either is lost', async ({
  page,
  visitor,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const told = aStory()
  const receipt = await deposit(page, told)
  await propose(await visitor.staff('moderator'), told)
  await openInbox(page, receipt)
  await page.getByLabel(/^Pourquoi, si vous voulez/).fill(`Rappelez le ${number}`)
  if (javaScriptEnabled ?? true) await expect(page.getByText('À retirer avant l’envoi')).toBeVisible()
  await no(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'numéro de téléphone' })).toBeVisible()
  await expect(page.getByLabel(/^Pourquoi, si vous voulez/)).toHaveValue(`Rappelez le ${number}`)
  await page.getByText('Proposer une correction', { exact: true }).click()
  await page.getByLabel(/^Un mot pour l’équipe/).fill(`Mon numéro : ${number}`)
  await page.getByRole('button', { name: 'Envoyer la correction', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'numéro de téléphone' })).toBeVisible()
  await expect(page.getByLabel(/^Un mot pour l’équipe/)).toHaveValue(`Mon numéro : ${number}`)
  await page.getByLabel(/^Un mot pour l’équipe/).fill('')
  await page.getByRole('button', { name: 'Envoyer la correction', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre correction est partie')
})

async function depositWith(page: Page, files: Parameters<Page['setInputFiles']>[1], told: Told = aStory()) {
  await page.goto('/fr/score/testify')
  await page.getByLabel('Titre', { exact: true }).fill(told.title)
  await page.getByRole('textbox', { name: 'Ce qui vous est arrivé', exact: true }).fill(told.story)
  await page.getByLabel('Contrôle', { exact: true }).check()
  await page.getByLabel('Publication', { exact: true }).check()
  await page.getByLabel(/^J’accepte que mon récit/).check()
  await page.getByLabel(/^Prévenir qui vous lira/).fill('Détresse')
  await page.getByLabel('Fichiers').setInputFiles(files)
  await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
}

test('what was joined is shown one page at a time, forwards and back, and put away again', async ({
  page,
  house,
  visitor,
}) => {
  const told = aStory()
  const receipt = await deposit(page, told)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  const id = new URL(moderator.url()).pathname.split('/').at(-1) ?? ''
  await join(house, { id, receipt }, { file: 1, pages: 1 })
  await join(house, { id, receipt }, { file: 2, pages: 3 })
  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'Montrer le fichier 2', exact: true }).click()
  const image = (n: number) => page.getByRole('img', { name: `Page ${n} sur 3 du fichier 2`, exact: true })
  await expect(image(1)).toBeInViewport()
  await expect(page.locator('main img')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Page précédente' })).toHaveCount(0)
  const next = page.getByRole('button', { name: 'Page suivante', exact: true })
  for (const n of [2, 3]) {
    await next.click()
    await expect(image(n)).toBeInViewport()
    await expect(page.locator('main img')).toHaveCount(1)
  }
  await expect(next).toHaveCount(0)
  await page.getByRole('button', { name: 'Page précédente', exact: true }).click()
  await expect(image(2)).toBeInViewport()
  expect(await image(2).evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth > 100)).toBe(true)
  await page.getByRole('button', { name: 'Ranger ce fichier', exact: true }).click()
  await expect(page.locator('main img')).toHaveCount(0)
})

for (const megabytes of [12, 40])
  test(`files of ${megabytes} megabytes come back as the form, with every word and every tick`, async ({
    page,
    visitor,
    javaScriptEnabled,
  }) => {
    test.setTimeout(120_000)
    visitor.expectAnswer(413)
    const told = aStory()
    const many = Array.from({ length: megabytes / 4 }, (_, at) => ({
      name: `${at}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.alloc(4 * 2 ** 20, 7),
    }))
    await depositWith(page, many, told)
    await expect(page.getByText('Les fichiers dépassent 10', { exact: false }).first()).toBeVisible()
    await expect(page.getByLabel('Titre', { exact: true })).toHaveValue(told.title)
    await expect(page.getByRole('textbox', { name: 'Ce qui vous est arrivé', exact: true })).toHaveValue(told.story)
    await expect(page.getByLabel('Contrôle', { exact: true })).toBeChecked()
    await expect(page.getByLabel('Publication', { exact: true })).toBeChecked()
    await expect(page.getByLabel(/^J’accepte que mon récit/)).toBeChecked()
    await expect(page.getByLabel(/^Prévenir qui vous lira/)).toHaveValue('Détresse')
    if (javaScriptEnabled ?? true) await page.getByLabel('Fichiers').setInputFiles([])
    await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
    await expect(page.getByTestId('receipt-code')).toBeVisible()
  })

test('another reader finds the bare code in the square, on the screen and on the printed card', async ({ page }) => {
  const receipt = plain(await deposit(page, aStory()))
  const read = async () => {
    const square = page.getByRole('img', { name: 'Le même code, à lire avec un téléphone' })
    const { data, info } = await sharp(await square.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) })
  }
  expect(await read()).toBe(receipt)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await read()).toBe(receipt)
})

test('once the files of a day are in, the story still comes in, and the team is told', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(422)
  const png = { name: 'a.png', mimeType: 'image/png', buffer: await pngText() }
  const full = (megabytes: number) =>
    house.sql(
      `insert into testimonies.files_today (day, megabytes) values ((now() at time zone 'Europe/Paris')::date, $1)
       on conflict (one) do update set day = excluded.day, megabytes = excluded.megabytes, refused = false`,
      [megabytes],
    )
  await page.goto('/fr/score/testify')
  await page.getByLabel('Titre', { exact: true }).fill('Trois mois')
  await page
    .getByRole('textbox', { name: 'Ce qui vous est arrivé', exact: true })
    .fill('Trois mois sans aucune réponse.')
  await page.getByLabel('Contrôle', { exact: true }).check()
  await page.getByLabel(/^J’accepte que mon récit/).check()
  await page.getByLabel('Fichiers').setInputFiles(png)
  await full(1000) // meanwhile
  await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Aucun fichier ne peut être reçu aujourd’hui')
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Trois mois')
  await expect(page.getByLabel('Fichiers')).toHaveCount(0)
  await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
  await expect(page.getByTestId('receipt-code')).toBeVisible()
  const moderator = await visitor.staff('moderator')
  await expect(moderator.getByText('Des fichiers sont refusés aujourd’hui')).toBeVisible()
  await full(0)
})
