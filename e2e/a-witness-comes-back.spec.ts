import type { Browser } from '@playwright/test'
import { ask as request } from './support/ask.ts'
import type { House } from './support/house.ts'
import { ask, openInbox } from './support/inbox.ts'
import { unique } from './support/people.ts'
import { aStory, deposit, openFromQueue, propose, second } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

const plain = (receipt: string) => receipt.replace(/[^0-9A-Z]/g, '')

test('a witness answers, corrects, approves, is published, and takes it back: it is gone everywhere', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(180_000)
  for (const status of [404, 409, 410, 422]) visitor.expectAnswer(status)
  const told = aStory()
  const receipt = await deposit(page, told)
  const [first, other] = [await visitor.staff('moderator'), await visitor.staff('moderator')]
  await openFromQueue(first, told.title)
  const id = new URL(first.url()).pathname.split('/').at(-1) ?? ''
  await ask(house, { id, receipt }, 'Dans quelle ville ? La région suffit.')

  await openInbox(page, ` ${receipt.toLowerCase().replaceAll(' ', '-')} `)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’équipe vous pose une question')
  await expect(page.getByText('Dans quelle ville ?')).toBeVisible()
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez un message' })).toBeVisible()
  const answer = `Dans le Sud, marque ${unique()}.`
  await page.getByLabel('Votre réponse', { exact: true }).fill(answer)
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre message est arrivé')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’équipe a votre témoignage')
  await expect(page.getByText(answer)).toBeVisible()
  const [row] = await house.sql(`select unread_by_team, state::text from testimonies.testimony where id = $1`, [id])
  expect(row, 'the team sees that something came').toEqual({ unread_by_team: true, state: 'submitted' })

  await propose(first, told)
  await openInbox(page, receipt)
  await expect(page.locator('del')).toContainText(told.identifying)
  await expect(page.locator('ins')).toContainText('une conseillère')
  await page.getByText('Proposer une correction', { exact: true }).click()
  await page.getByLabel('Texte', { exact: true }).fill(`${told.story.replace(told.identifying, '[[quelqu’un]]')} Fin.`)
  await page.getByRole('button', { name: 'Envoyer la correction', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre correction est partie')
  await propose(first, { ...told, story: `${told.story} Fin.` })

  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'J’approuve ce texte', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre accord est noté')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous avez approuvé le texte')
  await second(other, told)
  await openInbox(page, receipt)
  const link = page.getByRole('link', { name: 'Lire le texte publié' })
  expect(await link.getAttribute('href')).toBe(`/fr/score/testimonies/${id}`)
  await page.goto(`/fr/score/testimonies/${id}`)
  await expect(page.getByText('une conseillère')).toBeVisible()

  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'Retirer définitivement', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’a été retiré' })).toBeVisible()
  await page.getByLabel(/^Oui, je veux retirer/).check()
  await page.getByRole('button', { name: 'Retirer définitivement', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce témoignage a été retiré')
  for (const locale of ['fr', 'en']) {
    const address = `${house.url}/${locale}/score/testimonies`
    await expect.poll(async () => (await request(`${address}/${id}`)).status, 'at its address').toBe(410)
    await expect.poll(async () => (await request(address)).text.includes(told.title), 'in the gallery').toBe(false)
    await expect
      .poll(async () => (await request(`${house.url}/${locale}/score`)).text.includes(told.title), 'on the campaign')
      .toBe(false)
  }
  await openInbox(page, receipt)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce témoignage a été retiré')
  await expect(page.getByText(answer)).toHaveCount(0)
})

test('a code that opens nothing says what is wrong with it, and a form of before is not lost', async ({
  page,
  house,
  visitor,
}) => {
  for (const status of [404, 422]) visitor.expectAnswer(status)
  const receipt = plain(await deposit(page, aStory()))
  const swapped = `${receipt[0] === '0' ? '1' : '0'}${receipt.slice(1)}`
  const said = {
    '': 'Tapez le code',
    ABCD: 'compte 24 signes',
    ['U'.repeat(24)]: 'jamais dans un code',
    [swapped]: 'Un signe est faux',
    ['0'.repeat(24)]: 'Aucun témoignage n’a ce code',
  }
  for (const [typed, words] of Object.entries(said)) {
    await page.goto('/fr/inbox')
    await page.getByLabel('Code de reçu', { exact: true }).fill(typed)
    await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
    await expect(page.getByLabel('Code de reçu', { exact: true })).toHaveValue(typed)
  }
  const send = (fields: Record<string, string>, headers = {}) =>
    request(`${house.url}/fr/inbox`, { method: 'POST', body: new URLSearchParams(fields).toString(), headers })
  const opened = await send({ receipt })
  expect(opened.status).toBe(200)
  expect(opened.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  expect(opened.headers['set-cookie']).toBeUndefined()
  expect(opened.text).toContain('<meta name="robots" content="noindex"')
  expect(opened.text).toContain('<title>Nouvel onglet</title>')
  expect((await send({ receipt: '0'.repeat(24), message: 'Un mot à garder' })).text).toContain('Un mot à garder')
  expect((await send({ receipt, intent: 'nothing' })).status).toBe(422)
  expect((await send({ receipt, intent: 'withdraw' })).status).toBe(422)
  expect((await send({ receipt, intent: 'withdraw', sure: 'on' }, { origin: 'https://evil.example' })).status).toBe(403)
  const looked = await request(`${house.url}/fr/inbox?receipt=${receipt}&intent=withdraw&sure=on`)
  expect(looked.text).not.toContain(receipt)
  expect((await send({ receipt })).text).toContain('L’équipe a votre témoignage')
  const closed = await send({ receipt, intent: 'close' })
  expect(closed.headers['clear-site-data']).toBe('"cache", "storage"')
  expect(closed.text).not.toContain(receipt)
})

/** A browser that may leave the house: where it goes is ours all the same. */
async function aBrowserOfTheirOwn(browser: Browser, house: House, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ baseURL: house.url, locale: 'fr-FR', javaScriptEnabled })
  await context.route('https://www.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Ailleurs</title><h1>Ailleurs</h1>' }),
  )
  return context
}

for (const way of ['button', 'Escape'])
  test(`leaving by ${way} puts another page in the place of this one, and Back shows no word of it @js`, async ({
    page,
    house,
    browser,
  }) => {
    const told = aStory()
    const receipt = await deposit(page, told)
    const context = await aBrowserOfTheirOwn(browser, house, true)
    const theirs = await context.newPage()
    await theirs.goto('/fr')
    await theirs.goto('/fr/inbox')
    const before = await theirs.evaluate(() => history.length)
    await openInbox(theirs, receipt)
    await theirs.getByText('Lire mon récit').click()
    await expect(theirs.getByText(told.story)).toBeVisible()
    expect(await theirs.evaluate(() => history.length), 'opening is no step of the history').toBe(before)
    expect(theirs.url()).toBe(`${house.url}/fr/inbox`)
    expect(await theirs.title()).toBe('Nouvel onglet')
    if (way === 'button') await theirs.getByRole('link', { name: 'Quitter cette page' }).click()
    else for (let presses = 0; presses < 3; presses += 1) await theirs.keyboard.press('Escape')
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Ailleurs')
    for (let steps = 0; steps < 3; steps += 1) {
      await theirs.goBack()
      expect(await theirs.content()).not.toContain(told.identifying)
      expect(await theirs.content()).not.toContain(plain(receipt))
    }
    await context.close()
  })

test('the browser keeps nothing: no cookie, no storage, no field that is filled', async ({
  page,
  house,
  browser,
  javaScriptEnabled,
}) => {
  const told = aStory()
  const receipt = await deposit(page, told)
  const context = await aBrowserOfTheirOwn(browser, house, javaScriptEnabled ?? true)
  const theirs = await context.newPage()
  await openInbox(theirs, receipt)
  await theirs.getByText('Lire mon récit').click()
  await expect(theirs.getByText(told.story)).toBeVisible()
  const { cookies, origins } = await context.storageState({ indexedDB: true })
  expect({ cookies, origins }).toEqual({ cookies: [], origins: [] })
  if (javaScriptEnabled ?? true) {
    expect(await theirs.evaluate(() => caches.keys())).toEqual([])
    await theirs.goto('/fr/privacy')
    await theirs.goBack()
    await expect(theirs.getByLabel('Code de reçu', { exact: true })).toHaveValue('')
    expect(await theirs.content()).not.toContain(told.identifying)
  }
  await context.close()
})
