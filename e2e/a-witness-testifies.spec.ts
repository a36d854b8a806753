import { openInbox } from './support/inbox.ts'
import { aStory, deposit, openFromQueue, propose, reach, second as agree } from './support/testimonies.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

test('a testimony goes from deposit to gallery through two people, and what identifies someone never appears', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(404)
  const told = aStory()
  const receipt = (await deposit(page, told)).replace(/[\s-]/g, '')
  expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
  for (const secret of [told.identifying, told.title, receipt])
    expect(filesHolding(house.dataDir, secret), 'nothing of it is readable on disk').toEqual([])

  const first = await visitor.staff('moderator')
  await openFromQueue(first, told.title)
  await expect(first.getByLabel('Texte', { exact: true })).toHaveValue(told.story) // a copy of the original to work on
  const address = `/admin/testimonies/${await propose(first, told)}`

  await first.goto(address) // in the list of what they proposed themselves
  await expect(first.getByRole('button', { name: 'Publier', exact: true })).toHaveCount(0)
  const forced = await first.request.post(address, {
    headers: { origin: house.url },
    form: { intent: 'publish', draftVersion: '1' },
    maxRedirects: 0,
  })
  expect(forced.status(), 'not even without the button').toBe(403)
  expect((await page.goto(`/fr/score/testimonies/${address.split('/').at(-1)}`))?.status()).toBe(404)

  await agree(await visitor.staff('moderator'), told)
  expect((await page.goto(`/fr/score/testimonies/${address.split('/').at(-1)}`))?.status(), 'not without them').toBe(
    404,
  )
  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'J’approuve ce texte', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('votre témoignage est publié')

  const appears = async () => (await page.goto('/fr/score/testimonies'), page.getByText(told.title).count())
  await expect.poll(appears, { message: 'the gallery follows' }).toBeGreaterThan(0)
  await page.getByRole('link', { name: told.title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(told.title)
  await expect(page.getByText('une conseillère')).toBeVisible()
  const published = await page.content()
  expect(published).toContain('J’ai attendu trois mois')
  expect(published).not.toContain(told.identifying)
  expect(published).not.toContain('[[')
  expect(filesHolding(house.dataDir, told.identifying)).toEqual([])
  expect(house.log()).not.toContain(told.identifying)
})

test('a moderator declines with a reason, and the story appears nowhere', async ({ page, house, visitor }) => {
  visitor.expectAnswer(422)
  visitor.expectAnswer(404)
  const told = aStory()
  await deposit(page, told)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  const id = new URL(moderator.url()).pathname.split('/').at(-1)
  const decline = moderator.locator('details[data-desk="decline"]')
  await decline.locator('summary').first().click()
  await decline.getByRole('button', { name: 'Refuser', exact: true }).click()
  await expect(moderator.getByRole('alert')).toContainText('Choisissez une raison')
  await decline.getByLabel('Raison', { exact: true }).selectOption('offTopic')
  await decline.getByRole('button', { name: 'Refuser', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('Refusé')
  await moderator.goto('/admin/testimonies?list=closed')
  await expect(moderator.getByRole('link', { name: told.title })).toBeVisible()
  expect((await page.goto(`/fr/score/testimonies/${id}`))?.status()).toBe(404)
  expect(filesHolding(house.dataDir, told.title)).toEqual([])
})

test('a story without a use that publishes cannot be proposed', async ({ page, visitor }) => {
  const told = aStory()
  await page.goto('/en/score/testify')
  await page.getByLabel('Title', { exact: true }).fill(told.title)
  await page.getByRole('textbox', { name: 'What happened to you', exact: true }).fill(told.story)
  await (await reach(page, page.getByRole('radio').last())).check()
  await (await reach(page, page.getByLabel(/^I agree/))).check()
  await page.getByRole('button', { name: 'Send my testimony', exact: true }).click()
  await expect(page.getByTestId('receipt-code')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 560 })
  const beside = await page.getByRole('link', { name: 'Leave this page' }).evaluate((exit) => {
    const { top, height } = exit.getBoundingClientRect()
    return document.elementFromPoint(8, top + height / 2)?.firstElementChild === exit
  })
  expect(beside, 'on its line there is nothing but the way out').toBe(true)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  await expect(moderator.getByText('La personne n’a pas accepté la publication', { exact: false })).toBeVisible()
  await expect(moderator.getByRole('button', { name: 'Proposer la publication' })).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a deposit with faults keeps every word that was typed, and the browser keeps nothing', async ({
    page,
    visitor,
  }) => {
    visitor.expectAnswer(422)
    const told = aStory()
    const opened = await page.goto('/fr/score/testify')
    expect(opened?.headers()['cache-control']).toBe('no-store')
    await expect(page).toHaveTitle('Nouvelle page') // what the history of a shared device shows
    await page.getByLabel('Ce qui vous est arrivé', { exact: true }).fill(told.story)
    await page.getByLabel('Statistiques', { exact: true }).check()
    await page.getByLabel('Une radiation', { exact: true }).check()
    await page.getByLabel('Aller au tribunal', { exact: true }).check()
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
    expect((await answered).status()).toBe(422)
    await expect(page.getByRole('alert')).toBeFocused()
    for (const field of ['title', 'system', 'consent'])
      await expect(page.getByRole('alert').locator(`a[href="#${field}"]`)).toBeVisible()
    await expect(page.getByLabel('Ce qui vous est arrivé', { exact: true })).toHaveValue(told.story)
    await expect(page.getByLabel('Statistiques', { exact: true })).toBeChecked()
    await expect(page.getByLabel('Une radiation', { exact: true })).toBeChecked()
    await expect(page.getByLabel('Aller au tribunal', { exact: true })).toBeChecked()
    await expect(page.getByLabel('Publication', { exact: true })).not.toBeChecked()
    expect(await page.context().cookies()).toEqual([])
  })
})
