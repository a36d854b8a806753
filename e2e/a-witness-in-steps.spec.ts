import { consent, heading, next, receipt, send, stepwise, story, tell, title } from './support/deposit.ts'
import { letter } from './support/pdf-parts.ts'
import { pngText, mark } from './support/hostile-images.ts'
import { aStory, reach } from './support/testimonies.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

test('a witness walks through seven steps, hears where they are, and nothing leaves before the last @js', async ({
  page,
}) => {
  const told = aStory()
  await page.goto('/fr/score/testify')
  await expect(send(page)).toBeVisible() // the whole page is there, until somebody asks for steps
  await stepwise(page).click()
  await expect(heading(page, 1)).toBeFocused()
  await expect(page.getByRole('heading', { level: 2, name: /^Étape/ })).toHaveCount(1)
  await expect(send(page)).toBeHidden()
  await title(page).fill(told.title)
  await title(page).press('Enter') // goes on, and is told what is missing
  await expect(page.getByText('Écrivez ce qui vous est arrivé.')).toBeVisible()
  await expect(story(page)).toBeFocused()
  await story(page).fill(told.story)
  await expect(page.getByText('Écrivez ce qui vous est arrivé.')).toHaveCount(0)
  await title(page).press('Enter')
  await expect(heading(page, 2)).toBeFocused()
  await next(page).click()
  await expect(page.getByText('Dites de quoi il s’agit', { exact: false })).toBeVisible()
  await page.getByLabel('Contrôle', { exact: true }).check()
  for (let step = 3; step <= 6; step += 1) {
    await next(page).click()
    await expect(heading(page, step)).toBeFocused()
  }
  await page.getByLabel('Publication', { exact: true }).press('Enter') // a tick box sends nothing either, it goes on
  await expect(page.getByText('Sans votre accord, nous ne pouvons pas garder ce récit', { exact: false })).toBeVisible()
  await expect(consent(page)).toBeFocused()
  await consent(page).check()
  await next(page).click()
  await expect(heading(page, 7)).toBeFocused()
  await page.getByRole('button', { name: 'Revenir', exact: true }).click()
  await expect(heading(page, 6)).toBeFocused()
  await next(page).click()
  await page.getByLabel(/^Prévenir qui vous lira/).press('Enter')
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/fr/score/testify')
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.length])).toEqual([0, 0, 2])
  await send(page).click()
  await expect(receipt(page)).toBeVisible()
})

test('the whole way is walked with the keyboard alone @js', async ({ page }) => {
  const told = aStory()
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
  }
  const goTo = async (name: RegExp | string) => {
    const target = page.getByRole('button', { name, exact: true })
    for (let tries = 0; tries < 40; tries += 1) {
      if (await target.evaluate((button) => button === document.activeElement)) return
      await press('Tab')
    }
    throw new Error(`no key leads to ${name}`)
  }
  await page.goto('/fr/score/testify')
  await goTo('Répondre étape par étape')
  await press('Enter')
  await expect(heading(page, 1)).toBeFocused()
  await press('Tab')
  await page.keyboard.type(told.title)
  await press('Tab')
  await page.keyboard.type('J’ai attendu trois mois sans réponse.')
  await goTo('Continuer')
  await press('Enter')
  await expect(heading(page, 2)).toBeFocused()
  await press('Tab')
  await press('Space')
  for (let step = 3; step <= 6; step += 1) {
    await goTo('Continuer')
    await press('Enter')
    await expect(heading(page, step)).toBeFocused()
  }
  while (!(await consent(page).evaluate((box) => box === document.activeElement))) await press('Tab')
  await press('Space')
  await goTo('Continuer')
  await press('Enter')
  await goTo('Envoyer mon témoignage')
  await press('Enter')
  await expect(receipt(page)).toBeVisible()
})

test('what the server refuses opens the right step, keeps every word, and says that files are to be chosen again', async ({
  page,
  visitor,
}) => {
  visitor.expectAnswer(422)
  const told = aStory()
  await tell(page, told)
  await (await reach(page, page.getByLabel('Mois'))).fill('2099-01')
  await (await reach(page, consent(page))).check()
  await (
    await reach(page, page.getByLabel('Fichiers'))
  ).setInputFiles({ name: 'Bérengère.png', mimeType: 'image/png', buffer: await pngText() })
  await send(page).click()
  const errors = page.getByRole('alert')
  await expect(errors).toBeFocused()
  await expect(errors).toContainText('Ce mois n’est pas encore venu')
  await expect(errors).toContainText('Choisissez de nouveau vos fichiers')
  await expect(page.getByLabel('Mois')).toBeVisible()
  await errors.getByRole('link', { name: /Choisissez de nouveau/ }).click()
  await expect(page.getByLabel('Fichiers')).toBeFocused()
  await expect(title(page)).toHaveValue(told.title)
  await expect(page.getByLabel('Ce qui vous est arrivé', { exact: true })).toHaveValue(told.story)
})

test('pictures and letters are joined: nothing of them is readable on disk, and what is no picture is said by its number', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(422)
  await tell(page)
  const png = { name: 'Bérengère.png', mimeType: 'image/png', buffer: await pngText() }
  const pdf = { name: 'b.pdf', mimeType: 'application/pdf', buffer: await letter({ pages: 2 }) }
  const text = { name: 'c.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') }
  await (await reach(page, consent(page))).check()
  await (await reach(page, page.getByLabel('Fichiers'))).setInputFiles([png, text])
  await send(page).click()
  await expect(page.getByRole('alert')).toContainText('Un fichier n’a pas pu être repris')
  await expect(page.getByText('Fichier 2 : ce n’est ni PNG, ni JPEG, ni WebP, ni PDF.')).toBeVisible()
  await page.getByLabel('Fichiers').setInputFiles([png, pdf])
  await send(page).click()
  await expect(receipt(page)).toBeVisible()
  const pages = await house.sql('select file, page from testimonies.attachment order by file, page')
  expect(pages.slice(-3)).toEqual([
    { file: 1, page: 1 },
    { file: 2, page: 1 },
    { file: 2, page: 2 },
  ])
  for (const words of [mark, 'Bérengère.png']) expect(filesHolding(house.dataDir, words), words).toEqual([])
})

test('too many files and a text too long are said before anything is sent @js', async ({ page }) => {
  await tell(page)
  await consent(page).check()
  await stepwise(page).click()
  const file = { name: 'a.png', mimeType: 'image/png', buffer: await pngText() }
  await (await reach(page, page.getByLabel('Fichiers'))).setInputFiles(Array.from({ length: 11 }, () => file))
  await send(page).click()
  await expect(page.getByText('Dix fichiers au plus. Choisissez-en moins.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('/fr/score/testify')
  await stepwise(page).click()
  await title(page).fill('Long')
  await story(page).fill('é'.repeat(19_990))
  await expect(page.getByText('Caractères restants : 10').first()).toBeVisible()
  await expect(page.locator('[data-counter-said]')).toHaveText('Caractères restants : 10')
  await story(page).fill('é'.repeat(20_003))
  await expect(page.getByText('Caractères en trop : 3').first()).toBeVisible()
  await next(page).click()
  await expect(page.getByText('Le récit dépasse 20 000 caractères', { exact: false })).toBeVisible()
})

test('what may not be sent is said at the first step, and a press replaces it @js', async ({ page }) => {
  await page.goto('/fr/score/testify')
  await stepwise(page).click()
  await title(page).fill('Trois mois')
  await story(page).fill('On m’a rappelé du 06 39 98 41 27, puis plus rien.')
  await next(page).click()
  await expect(page.locator('#story-error')).toHaveText('À retirer avant l’envoi')
  await expect(heading(page, 1)).toBeVisible()
  await page.getByRole('button', { name: /^Remplacer par/ }).click()
  await expect(story(page)).toHaveValue('On m’a rappelé du [[numéro de téléphone]], puis plus rien.')
  await next(page).click()
  await expect(heading(page, 2)).toBeFocused()
})

test('whoever leaves with typed words is asked, with none is not, and the quick exit never asks @js', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.goto('/fr/score/testify')
  await title(page).click()
  await page.goto('/fr/score')
  expect(asked).toEqual([])
  await page.goto('/fr/score/testify')
  await title(page).pressSequentially('Un mot')
  await page.getByRole('link', { name: 'Portevoix, accueil' }).click()
  await expect(page).toHaveURL(/\/fr\/score$/)
  expect(asked).toEqual(['beforeunload'])
  await page.goto('/fr/score/testify')
  await title(page).pressSequentially('Un mot')
  const exit = page.getByRole('link', { name: 'Quitter cette page', exact: true })
  await exit.evaluate((link) => link.setAttribute('href', '/fr')) // the neutral page is not in this house
  // What a leaving page keeps for the Back button: seen before it is left, because this browser keeps none.
  await page.evaluate(() => document.dispatchEvent(new Event('quick-exit')))
  await expect(title(page)).toHaveCount(0)
  await exit.click()
  await expect(page).toHaveURL(/\/fr$/)
  expect(asked).toEqual(['beforeunload'])
})

test('steps can be left again for the whole page @js', async ({ page }) => {
  await page.goto('/fr/score/testify')
  await stepwise(page).click()
  await expect(consent(page)).toBeHidden()
  await page.getByRole('button', { name: 'Tout voir sur une page', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Votre récit', exact: true })).toBeFocused()
  await expect(consent(page)).toBeVisible()
  await expect(next(page)).toBeHidden()
})

test('the receipt is shown once, its card is printed alone and says nothing of what it is for', async ({
  page,
  javaScriptEnabled,
}) => {
  await tell(page)
  await (await reach(page, consent(page))).check()
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await send(page).click()
  expect((await answered).headers()['cache-control']).toBe('no-store')
  const code = (await receipt(page).textContent()) ?? ''
  await expect(page.getByRole('img', { name: 'Le même code, à lire avec un téléphone' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ouvrir la page de suivi' })).toHaveAttribute('href', '/fr/inbox')
  await page.emulateMedia({ media: 'print' })
  const paper = await page.locator('body').innerText()
  expect(paper.replaceAll(/\s/g, '')).toContain(code.replaceAll(/\s/g, ''))
  expect(paper).toContain('/fr/inbox')
  expect(paper).not.toMatch(/témoign|récit|score|portevoix/iu)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect(receipt(page)).toHaveCount(javaScriptEnabled ? 0 : 1)
  await page.reload()
  await expect(page.getByText('Il était déjà arrivé', { exact: false })).toBeVisible()
  expect(await page.content()).not.toContain(code.slice(0, 4))
})
