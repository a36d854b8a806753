import { createServer } from 'node:http'
import type { BrowserContext, Page } from '@playwright/test'
import { ask } from './support/ask.ts'
import { faults } from './support/axe.ts'
import type { House } from './support/house.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, confirmedCount, words } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

/** Allows our address and nothing else: no inline script, no inline style, no request of its own. */
const policyFor = (ours: string) =>
  `default-src 'none'; frame-src ${ours}; script-src ${ours}; img-src ${ours}; base-uri 'none'; form-action 'none'`

/** A page of another origin, under a policy as strict as can be. */
async function aNewsSite({ url: ours }: House, article: string) {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policyFor(ours) }
  const server = createServer((_, response) => {
    response.writeHead(200, headers)
    response.end(`<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un journal</title><body>${article}`)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  return { url, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** The codes as somebody copies them from our page. */
async function codesOf(page: Page): Promise<Record<string, string>> {
  await page.goto('/fr/score/embed')
  const found: [string, string][] = []
  for (const field of await page.locator('main textarea').all())
    found.push([(await field.getAttribute('id')) ?? '', await field.inputValue()])
  return Object.fromEntries(found)
}

/** What a reader's browser asked for, kept or complained about. */
function watch(context: BrowserContext) {
  const seen: { origins: Set<string>; cookies: string[]; complaints: string[] } = {
    origins: new Set(),
    cookies: [],
    complaints: [],
  }
  context.on('request', (request) => void seen.origins.add(new URL(request.url()).origin))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text())
  })
  context.on('response', (response) => {
    const cookie = response.headers()['set-cookie']
    if (cookie !== undefined) seen.cookies.push(cookie)
  })
  return seen
}

async function signIn(page: Page, { name, email }: { name: string; email: string }): Promise<Page> {
  const form = page.frameLocator('iframe').first().getByRole('form', { name: words.fr.form })
  await form.getByLabel(words.fr.name, { exact: true }).fill(name)
  await form.getByLabel(words.fr.email, { exact: true }).fill(email)
  await form.getByLabel(words.fr.postcode, { exact: true }).fill('31000')
  await form.getByLabel(words.fr.consent).check()
  const tab = page.context().waitForEvent('page')
  await form.getByRole('button', { name: words.fr.sign, exact: true }).click()
  return tab
}

test('readers of a news site see the petition there, sign it without leaving, and nobody follows them', async ({
  page,
  house,
  browser,
  javaScriptEnabled,
}) => {
  const codes = await codesOf(page)
  const counter = javaScriptEnabled ? codes['counter-script'] : codes['counter-frame']
  const locked = `<iframe sandbox="allow-scripts" src="${house.url}/embed/score" title="Enfermé"></iframe>`
  const article = [codes['form-frame'], counter, codes['badge-code'], codes['image-code'], javaScriptEnabled && locked]
  const news = await aNewsSite(house, article.filter(Boolean).join('\n'))
  const context = await browser.newContext({ javaScriptEnabled, locale: 'fr-FR' })
  const seen = watch(context)
  const reader = await context.newPage()
  await reader.goto(news.url)
  const before = await confirmedCount(house)

  const shown = reader.frameLocator('iframe').nth(1)
  await expect(shown.getByTestId('signature-count')).toHaveAttribute('data-value', String(before))
  await expect(shown.getByRole('link', { name: 'Lire et signer' })).toBeVisible()
  for (const picture of await reader.getByRole('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200)
  }
  if (javaScriptEnabled) {
    await expect(reader.locator('iframe').nth(1), 'as high as what it holds').not.toHaveAttribute('height', '660')
    const inside = reader.frameLocator('iframe').nth(2)
    await expect(inside.getByText('Ici, on ne peut pas signer')).toBeVisible()
    await expect(inside.getByRole('link', { name: `${house.url}/fr/score` })).toBeVisible()
    await expect(inside.getByRole('form')).toHaveCount(0)
  }

  const person = aPerson()
  const tab = await signIn(reader, person)
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(words.fr.signed)
  expect(reader.url(), 'the article is still there').toBe(news.url)
  await confirm(page, await confirmationOf(house, person))
  await expect.poll(() => confirmedCount(house)).toBe(before + 1)

  expect([...seen.origins].toSorted()).toEqual([new URL(news.url).origin, house.url].toSorted())
  expect(seen.cookies).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(seen.complaints).toEqual([])
  await context.close()
  await news.close()
})

test('what other sites show has no fault that axe can see, and nothing else of ours can be framed @js', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(404)
  for (const address of ['/embed/score?locale=en', '/embed/score?show=counter', '/embed/none']) {
    await page.goto(address)
    expect(await faults(page)).toEqual([])
  }
  for (const path of [
    '/fr/score',
    '/fr/score/signed',
    '/fr/score/embed',
    '/fr/confirm/a',
    '/fr/unsubscribe/a',
    '/admin',
  ]) {
    const { headers } = await ask(`${house.url}${path}`)
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
  }
  const framed = await ask(`${house.url}/embed/score?locale=en&utm=1`)
  expect(framed.headers['x-frame-options']).toBeUndefined()
  expect(framed.headers['content-security-policy']).toContain('frame-ancestors *')
  const badge = await ask(`${house.url}/badge/score.svg?locale=en`)
  expect(badge.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'access-control-allow-origin': '*' })
  const again = { 'if-none-match': String(badge.headers.etag) }
  expect((await ask(`${house.url}/badge/score.svg?locale=en&v=2`, { headers: again })).status).toBe(304)
  for (const path of ['/og/none.png', '/badge/none.svg']) {
    const missing = await ask(`${house.url}${path}`)
    expect([missing.status, missing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  }
  const described = await ask(`${house.url}/oembed?url=${encodeURIComponent(`${house.url}/en/score`)}&maxwidth=400`)
  expect(JSON.parse(described.text)).toMatchObject({ version: '1.0', type: 'rich', width: 400 })
  expect((await ask(`${house.url}/oembed?url=https%3A%2F%2Felsewhere.example%2F`)).status).toBe(404)
  expect((await ask(`${house.url}/oembed?url=x&format=yaml`)).status).toBe(501)
})
