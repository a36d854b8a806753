import { expect } from '@playwright/test'
import { ask, goodSignature } from './support/ask.ts'
import { testIn, type House } from './support/house.ts'
import { anAddress, unique } from './support/people.ts'

/** A house behind one proxy, with limits that are reached soon. */
const test = testIn({ TRUST_PROXY: '1', SIGN_BURST: '3/60', SIGN_LIMIT: '8/600' })

const signFrom = ({ url }: House, forwarded: string | undefined, body = goodSignature(anAddress())) =>
  ask(`${url}/fr/score/sign`, {
    method: 'POST',
    body,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })

const statuses = async (house: House, forwarded: (string | undefined)[]) => {
  const seen: number[] = []
  for (const one of forwarded) seen.push((await signFrom(house, one)).status)
  return seen
}

test('a network that sends too much is asked to wait, truly, and nothing it typed is lost', async ({ house }) => {
  const near = ['203.0.113.1', '203.0.113.77', '203.0.113.254']
  expect(await statuses(house, near)).toEqual([303, 303, 303])
  const name = `Camille Zq${unique()}`
  const comment = `Un mot ${unique()}`
  const reply = await signFrom(house, '203.0.113.9', goodSignature(anAddress(), { name, comment, news: 'on' }))
  expect(reply.status).toBe(429)
  expect(reply.headers['retry-after']).toMatch(/^\d+$/)
  const wait = Number(reply.headers['retry-after'])
  expect(wait).toBeGreaterThan(10)
  expect(wait).toBeLessThanOrEqual(20)
  expect(reply.headers['cache-control']).toBe('no-store')
  expect(reply.text).toContain(name)
  expect(reply.text).toContain(comment)
  expect(reply.text).toContain('Beaucoup de signatures viennent de ce réseau')
  expect(reply.text).toMatch(/name="news"[^>]*checked/)
  expect((await signFrom(house, '203.0.114.1')).status, 'the next network').toBe(303)
})

test('an IPv6 subscriber is one network, whichever of its addresses it uses', async ({ house }) => {
  const prefix = '2001:db8:77:3'
  const addresses = ['00::1', '7f:a:b:c:d', 'ff::2', '01::3'].map((end) => `${prefix}${end}`)
  expect(await statuses(house, addresses)).toEqual([303, 303, 303, 429])
  expect(await statuses(house, ['2001:db8:77:400::1'])).toEqual([303])
})

test('what a visitor writes in front changes nothing', async ({ house }) => {
  const forged = Array.from({ length: 4 }, (_, nth) => `192.0.2.${nth}, 10.${nth}.0.1, 198.51.100.20`)
  expect(await statuses(house, forged)).toEqual([303, 303, 303, 429])
})

test('who comes around the proxy is counted too, with everyone else who does', async ({ house }) => {
  expect(await statuses(house, [undefined, '', 'unknown', undefined])).toEqual([303, 303, 303, 429])
})

test('a network that the team names as shared may do more at once, and no more when it is taken off', async ({
  house,
}) => {
  const link = await house.enter('owner')
  const entered = await ask(link, {
    method: 'POST',
    body: '',
    headers: { origin: house.url, 'x-forwarded-for': '198.51.100.1' },
  })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  const send = (fields: Record<string, string>) =>
    ask(`${house.url}/admin/settings/networks`, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { origin: house.url, cookie },
    })
  const network = { intent: 'add', range: '192.0.2.0/24', label: 'Médiathèque', reason: 'Demandé' }
  expect(
    await statuses(
      house,
      Array.from({ length: 4 }, () => '192.0.2.5'),
    ),
  ).toEqual([303, 303, 303, 429])
  expect((await send(network)).text).toContain('Réseau ajouté')
  await expect.poll(async () => (await signFrom(house, '192.0.2.5')).status).toBe(303)
  expect(
    await statuses(
      house,
      Array.from({ length: 20 }, () => '192.0.2.5'),
    ),
  ).toEqual(Array.from({ length: 20 }, () => 303))
  const refused = await send({ ...network, range: '192.0.2.128/25' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('recoupe une autre')
  expect(refused.text).toContain('192.0.2.128/25')
  const [row] = await house.sql('select id from shared_network')
  expect((await send({ intent: 'remove', id: String(row?.['id']) })).text).toContain('Réseau retiré')
  await expect.poll(async () => (await signFrom(house, '192.0.2.5')).status).toBe(429)
})

test('a network that opens code after code is asked to wait, and a message it sent is not lost', async ({ house }) => {
  const send = (forwarded: string, fields: Record<string, string> = {}) =>
    ask(`${house.url}/fr/inbox`, {
      method: 'POST',
      body: new URLSearchParams({ receipt: '0'.repeat(24), ...fields }).toString(),
      headers: { 'x-forwarded-for': forwarded },
    })
  const one = () => send('203.0.115.7', { intent: 'write', message: 'Un mot à garder' })
  // A few at a time: all at once, a slow machine may say 503 to some, which is another rule.
  const replies: Awaited<ReturnType<typeof one>>[] = []
  while (replies.length < 150) replies.push(...(await Promise.all(Array.from({ length: 6 }, one))))
  expect([...new Set(replies.slice(0, 60).map(({ status }) => status))], 'the first sixty').toEqual([404])
  const refused = replies.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  for (const { headers, text } of refused) {
    expect(headers['retry-after']).toMatch(/^\d+$/)
    expect(text).toContain('Beaucoup de demandes viennent de ce réseau')
    expect(text).toContain('Un mot à garder')
  }
  expect((await send('203.0.116.7')).status, 'the next network').toBe(404)
})
