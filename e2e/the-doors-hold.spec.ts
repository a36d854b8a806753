import { ask, goodSignature, type Reply } from './support/ask.ts'
import type { House } from './support/house.ts'
import { anAddress, aPerson } from './support/people.ts'
import { confirmationOf, confirmedCount, sign, signAt } from './support/signing.ts'
import { aStory } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

/** How many rows the product keeps about people: a refused request leaves none. */
async function kept(house: House): Promise<unknown> {
  const [row] = await house.sql(
    `select (select count(*) from signature)::int as signatures, (select count(*) from testimonies.testimony)::int as testimonies,
            (select count(*) from delivery)::int as deliveries, (select count(*) from subscription)::int as subscriptions`,
  )
  return row
}

const isAPage = (reply: Reply) => {
  expect(reply.headers['content-type']).toContain('text/html')
  expect(reply.text).toMatch(/<h1[^>]*>[^<]+/)
  expect(reply.text).not.toMatch(/at .+\.tsx?:\d+|node_modules|prisma/i)
}

test('a form in order is taken, so that what follows is refused for its own reason', async ({ house }) => {
  const reply = await signAt(house, goodSignature(anAddress()))
  expect(reply.status).toBe(303)
  expect(reply.headers.location).toBe('/fr/score/signed')
})

const badForms: [string, number, (email: string) => string | Buffer][] = [
  ['without consent', 422, (email) => goodSignature(email, { consent: undefined })],
  ['with a consent that is not “on”', 422, (email) => goodSignature(email, { consent: 'true' })],
  ['without a name', 422, (email) => goodSignature(email, { name: '   ' })],
  ['with a name that is too long', 422, (email) => goodSignature(email, { name: 'é'.repeat(121) })],
  ['with an address without domain', 422, () => goodSignature('camille')],
  ['with an address whose domain has no dot', 422, () => goodSignature('camille@nowhere')],
  ['with a line break in the address', 422, (email) => goodSignature(`${email}\r\nBcc: other@example.org`)],
  ['with two addresses in one', 422, (email) => goodSignature(`${email}, other@example.org`)],
  ['with a postcode that does not exist', 422, (email) => goodSignature(email, { postcode: '99999' })],
  ['without postcode, from France', 422, (email) => goodSignature(email, { postcode: '' })],
  ['from an unknown country', 422, (email) => goodSignature(email, { country: 'XX' })],
  ['with a comment that is too long', 422, (email) => goodSignature(email, { comment: 'a'.repeat(501) })],
  ['with nothing in it', 422, () => ''],
  [
    'with raw bytes that are not UTF-8',
    400,
    (email) => Buffer.concat([Buffer.from(goodSignature(email)), Buffer.from([0x26, 0x63, 0x3d, 0xff, 0xfe])]),
  ],
  ['with escaped bytes that are not UTF-8', 400, (email) => `${goodSignature(email)}&comment=%C3%28`],
  ['with a broken escape', 400, (email) => `${goodSignature(email)}&comment=%zz`],
  ['with an escaped NUL', 400, (email) => `${goodSignature(email)}&comment=%00`],
  ['with a raw NUL', 400, (email) => `${goodSignature(email)}&comment=a\0b`],
  ['with thousands of fields', 400, (email) => `${goodSignature(email)}${'&a=b'.repeat(5000)}`],
  ['of 10 MB', 413, (email) => goodSignature(email, { comment: 'a'.repeat(10_000_000) })],
]

for (const [what, status, body] of badForms)
  test(`a form ${what} is refused with ${status}, and nothing of it is kept`, async ({ house }) => {
    const before = await kept(house)
    const reply = await signAt(house, body(anAddress('refused')))
    expect(reply.status).toBe(status)
    isAPage(reply)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(await kept(house)).toEqual(before)
  })

test('a body that does not say how long it is meets the same limit', async ({ house }) => {
  const body = goodSignature(anAddress(), { comment: 'a'.repeat(10_000_000) })
  const reply = await signAt(house, body, { 'transfer-encoding': 'chunked' })
  expect(reply.status).toBe(413)
})

const origins: [string, string, Record<string, string>, number][] = [
  ['the page itself', '/fr/score/sign', { origin: 'SELF', 'sec-fetch-site': 'same-origin' }, 303],
  ['a program that says nothing', '/fr/score/sign', {}, 303],
  ['a foreign page', '/fr/score/sign', { origin: 'https://elsewhere.example' }, 403],
  [
    'a foreign page in a modern browser',
    '/fr/score/sign',
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    403,
  ],
  ['a page that hides its origin', '/fr/score/sign', { origin: 'null' }, 403],
  [
    'a page that hides its origin, cross-site',
    '/fr/score/sign',
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    403,
  ],
  ['a neighbour of the same site', '/fr/score/sign', { 'sec-fetch-site': 'same-site' }, 403],
  ['the right host on another port', '/fr/score/sign', { origin: 'http://localhost:1' }, 403],
  ['an origin that is no address', '/fr/score/sign', { origin: 'http://[' }, 403],
  ['an origin of noise', '/fr/score/sign', { origin: '%%%' }, 403],
  ['a program, at the back office', '/admin/team', {}, 403],
  ['a foreign page, at the back office', '/admin/team', { origin: 'https://elsewhere.example' }, 403],
  ['a foreign page, at the way out', '/admin/leave', { origin: 'https://elsewhere.example' }, 403],
]

for (const [who, path, headers, status] of origins)
  test(`a form sent by ${who} gets ${status}`, async ({ house }) => {
    const before = await kept(house)
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === 'SELF' ? house.url : value]),
    )
    const reply = await ask(`${house.url}${path}`, { method: 'POST', body: goodSignature(anAddress()), headers: own })
    expect(reply.status).toBe(status)
    if (status === 403) {
      isAPage(reply)
      expect(await kept(house)).toEqual(before)
    }
  })

test('what does not exist is 404, in the language of its address', async ({ house }) => {
  for (const [path, lang] of [
    ['/fr/unknown-campaign', 'fr'],
    ['/en/unknown-campaign/numbers', 'en'],
    ['/en/score/testimonies/0190a0a0-0000-7000-8000-000000000000', 'en'],
    ['/en/score/testimonies/nothing', 'en'],
    ['/fr/score/updates/0190a0a0-0000-7000-8000-000000000000', 'fr'],
    ['/de/score', ''],
    ['/.git/config', ''],
    ['/assets/..%2f..%2fpackage.json', ''],
  ]) {
    const reply = await ask(`${house.url}${path}`)
    expect(reply.status, path).toBe(404)
    isAPage(reply)
    if (lang) expect(reply.text, path).toContain(`<html lang="${lang}"`)
  }
  expect(
    (await ask(`${house.url}/fr/unknown-campaign/sign`, { method: 'POST', body: goodSignature(anAddress()) })).status,
  ).toBe(404)
  const machine = await ask(`${house.url}/api/v1/campaigns/unknown/count`)
  expect(machine.status).toBe(404)
  expect(machine.headers['content-type']).toContain('application/problem+json')
})

test('an unknown link and an expired one look alike', async ({ page, house }) => {
  const person = aPerson()
  await sign(page, person)
  const link = await confirmationOf(house, person)
  expect((await ask(link)).status).toBe(200)
  await house.sql(
    `update signature set created_at = created_at - interval '8 days', mailed_at = mailed_at - interval '8 days' where state = 'pending'`,
  )
  const unknown = `${house.url}/fr/confirm/${'A'.repeat(43)}`
  for (const method of ['GET', 'POST']) {
    const [expired, never, short] = await Promise.all(
      [link, unknown, `${house.url}/fr/confirm/x`].map((url) =>
        ask(url, { method, ...(method === 'POST' ? { body: '' } : {}) }),
      ),
    )
    expect(expired?.status, `${method} of an expired link`).toBe(404)
    expect(never?.status).toBe(404)
    expect(short?.status).toBe(404)
    expect(expired?.text).toBe(never?.text)
    expect(Object.keys(expired?.headers ?? {})).toEqual(Object.keys(never?.headers ?? {}))
  }
})

test('looking at a link five times confirms nothing, one press does, and once', async ({ page, house }) => {
  const person = aPerson()
  await sign(page, person)
  const link = await confirmationOf(house, person)
  const before = await confirmedCount(house)
  for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET', 'HEAD', 'GET', 'HEAD', 'GET', 'HEAD']) {
    const reply = await ask(link, { method, headers: { 'x-http-method-override': 'POST' } })
    expect(reply.status).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
  }
  expect(await confirmedCount(house)).toBe(before)
  const presses = await Promise.all(Array.from({ length: 5 }, () => ask(link, { method: 'POST', body: '' })))
  expect(presses.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect(presses.filter(({ headers }) => headers.location === '/fr/score/confirmed')).toHaveLength(1)
  expect(presses.filter(({ headers }) => headers.location === '/fr/score/confirmed?again=1')).toHaveLength(4)
  expect(await confirmedCount(house)).toBe(before + 1)
})

test('a closed campaign takes no signature and no story, and gives back what was typed', async ({
  page,
  house,
  visitor,
}) => {
  const campaigner = await visitor.staff('campaigner')
  await campaigner.goto('/admin/campaigns')
  await campaigner.getByText('Clore…').click()
  await campaigner.getByRole('button', { name: /^Clore « / }).click()
  await expect(campaigner.getByRole('status')).toContainText('La campagne est close')
  try {
    const before = await kept(house)
    const signed = await signAt(house, goodSignature(anAddress()))
    expect(signed.status).toBe(410)
    isAPage(signed)
    const told = aStory()
    const fields = new URLSearchParams({ title: told.title, story: told.story, system: 'other', consent: 'on' })
    const testified = await ask(`${house.url}/fr/score/testify`, { method: 'POST', body: fields.toString() })
    expect(testified.status).toBe(410)
    expect(testified.text).toContain(told.identifying)
    expect(await kept(house)).toEqual(before)
    const shown = await page.goto('/fr/score')
    expect(shown?.status()).toBe(200)
    await expect(page.getByText('Cette pétition est close')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Je signe', exact: true })).toHaveCount(0)
  } finally {
    await campaigner.goto('/admin/campaigns')
    await campaigner.getByRole('button', { name: /^Ouvrir « / }).click()
    await expect(campaigner.getByRole('status')).toContainText('La campagne est ouverte')
  }
  expect((await signAt(house, goodSignature(anAddress()))).status).toBe(303)
})

test('a foreign host name is refused, whatever is forwarded', async ({ house }) => {
  for (const host of ['elsewhere.example', 'localhost', 'localhost:1'])
    expect((await ask(`${house.url}/fr/score`, { headers: { host } })).status, host).toBeGreaterThanOrEqual(400)
  const foreign = await ask(`${house.url}/fr/score`, { headers: { host: 'elsewhere.example' } })
  expect(foreign.status).toBe(421)
  expect((await signAt(house, goodSignature(anAddress()), { host: 'elsewhere.example' })).status).toBe(421)
  const forwarded = await ask(`${house.url}/fr/score`, {
    headers: { 'x-forwarded-host': 'elsewhere.example', forwarded: 'host=elsewhere.example' },
  })
  expect(forwarded.status).toBe(200)
  expect(forwarded.text).not.toContain('elsewhere.example')
})

test('other methods do nothing', async ({ house }) => {
  const before = await kept(house)
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])
    for (const path of ['/fr/score', '/fr/score/sign', '/admin']) {
      const body = method === 'TRACE' ? undefined : goodSignature(anAddress())
      const reply = await ask(`${house.url}${path}`, {
        method,
        body,
        headers: { cookie: 'portevoix=canary', origin: house.url },
      })
      expect.soft(reply.status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
      expect.soft(reply.status, `${method} ${path}`).toBeLessThan(500)
      expect(reply.text).not.toContain('canary')
    }
  expect(await kept(house)).toEqual(before)
})
