import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { raiseGuard } from '#app/features/signatures/commands/guard.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { json, keyFor } from './support/machine-answers.ts'
import { aMachineHouse, type Asked, type MachineHouse } from './support/machine-house.ts'

const address = '/api/v1/campaigns/score/signatures'
const person = { name: 'Camille Exemple', email: 'camille@example.org', postcode: '31000', consent: true }
const problem = z.looseObject({
  type: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string(), code: z.string() })).optional(),
})

let house: MachineHouse
let campaignId: number
beforeAll(async () => {
  house = await aMachineHouse()
})
beforeEach(async () => {
  house.forget()
  campaignId = (await aCampaign({ slug: 'score' })).id
})
afterAll(() => house.close())

const sign = (asked: Asked) => house.ask(address, asked)
const kept = () => db().signature.findMany({ select: { partnerId: true, locale: true, country: true, state: true } })
const bearer = (key: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...more })

test('who signs by a program waits for their mail like anyone, and nobody learns whether they had signed', async () => {
  const first = await sign(json({ ...person, country: 'DE', postcode: '', locale: 'en' }))
  const again = await sign(json({ ...person, country: 'DE', locale: 'en' }))
  expect([first.status, first.text]).toEqual([202, '{"status":"confirmation-sent"}'])
  expect([again.status, again.text]).toEqual([first.status, first.text])
  expect(Object.keys(again.headers).toSorted()).toEqual(Object.keys(first.headers).toSorted())
  expect(await kept()).toEqual([{ partnerId: null, locale: 'en', country: 'DE', state: 'pending' }])
})

test('each field that is wrong is named, in the language of the person, then of the program', async () => {
  const french = await sign(json({ name: 7, email: 'camille', consent: false }, { 'accept-language': 'fr' }))
  expect(french.status).toBe(422)
  const { errors = [] } = problem.parse(JSON.parse(french.text))
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
    '#/consent consentMissing',
    '#/email emailInvalid',
    '#/name text',
    '#/postcode postcodeMissing',
  ])
  expect(french.headers['content-language']).toBe('fr')
  const english = await sign(json({ ...person, email: 'camille', locale: 'en' }, { 'accept-language': 'fr' }))
  const [wrong] = problem.parse(JSON.parse(english.text)).errors ?? []
  expect(wrong?.detail).toContain('This e-mail address')
  expect(await kept()).toEqual([])
})

test.each([
  ['nothing', '', 400],
  ['no JSON', '{"name":', 400],
  ['a list', '[]', 400],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 400],
  ['nesting without an end', '['.repeat(60_000), 400],
  ['a member that every object has', '{"__proto__":{"consent":true}}', 422],
])('a body that is %s is refused', async (_, body, status) => {
  const answer = await house.ask(address, { ...json(''), body })
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
})

test('a page of another site cannot sign for whoever reads it: not as JSON, not as a form, not as text', async () => {
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await sign(json(person, elsewhere))).status).toBe(403)
  expect((await sign(json(person, { ...elsewhere, 'content-type': 'text/plain' }))).status).toBe(403)
  const asks = {
    ...elsewhere,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  }
  const before = await sign({ method: 'OPTIONS', headers: asks })
  expect(before.status).toBe(204)
  expect(before.headers['access-control-allow-headers']).toBeUndefined()
  expect((await sign(json(person, { 'content-type': 'application/x-www-form-urlencoded' }))).status).toBe(415)
  expect(await kept()).toEqual([])
})

test('a program shares the limits of the form with its network, and a key does not', async () => {
  const network = { 'x-forwarded-for': '203.0.113.77' }
  let refused = await sign(json(person, network))
  for (let n = 0; n < 100 && refused.status !== 429; n += 1) refused = await sign(json(person, network))
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await sign(json(person, { ...network, authorization: 'Bearer pvx_guess' }))).status).toBe(429)
  const key = await keyFor(campaignId, 'sign')
  const answer = await sign(json(person, { ...network, ...bearer(key) }))
  expect(answer.status).toBe(202)
  expect(answer.headers['ratelimit']).toMatch(/^"hour";r=999;t=\d+, "day";r=999;t=\d+$/)
})

test('what comes with a key remembers its partner; a key to try with writes nothing', async () => {
  expect((await sign(json(person, bearer(await keyFor(campaignId, 'try'))))).text).toBe('{"status":"nothing-sent"}')
  expect(await kept()).toEqual([])
  await sign(json(person, bearer(await keyFor(campaignId, 'sign'))))
  const [partner] = await db().partner.findMany({ where: { scopes: { has: 'sign' } } })
  expect(await kept()).toMatchObject([{ partnerId: partner?.id, state: 'pending' }])
  expect(await db().delivery.count({ where: { kind: 'confirmation' } })).toBe(1)
})

test('under attack a program without a key is told where the work is; one with a key goes on', async () => {
  await raiseGuard({ campaignId, until: new Date(Date.now() + 600_000), why: 'burst' }, new Date())
  const refused = await sign(json(person))
  expect(refused.status).toBe(403)
  expect(JSON.parse(refused.text)).toMatchObject({
    type: 'urn:portevoix:problem:proof-of-work-required',
    challenge: 'http://localhost:3000/api/v1/campaigns/score/challenge',
  })
  expect(await kept()).toEqual([])
  expect((await sign(json(person, bearer(await keyFor(campaignId, 'sign'))))).status).toBe(202)
})

test('the same request with the same key is done once and answered alike, what is another one is refused', async () => {
  const key = await keyFor(campaignId, 'sign')
  const once = bearer(key, { 'idempotency-key': '"7f3c"' })
  const first = await sign(json(person, once))
  const again = await sign(json(person, bearer(key, { 'idempotency-key': '7f3c' })))
  expect([first.status, again.status, again.text]).toEqual([202, 202, first.text])
  expect(await db().delivery.count()).toBe(1)
  const other = await sign(json({ ...person, name: 'Dominique Exemple' }, once))
  expect([other.status, problem.parse(JSON.parse(other.text)).type]).toEqual([
    422,
    'urn:portevoix:problem:idempotency-key-reused',
  ])
  expect((await sign(json(person, bearer(key, { 'idempotency-key': 'é' })))).status).toBe(400)
  const wrong = bearer(key, { 'idempotency-key': 'wrong' })
  const refused = await sign(json({ ...person, email: 'x' }, wrong))
  expect((await sign(json({ ...person, email: 'x' }, wrong))).text).toBe(refused.text)
})

test('other methods are told what there is', async () => {
  expect((await sign({})).headers['allow']).toBe('POST, OPTIONS')
  const put = await sign({ method: 'PUT' })
  expect([put.status, put.headers['allow']]).toEqual([405, 'POST, OPTIONS'])
  const elsewhere = await house.ask('/api/v1/campaigns', { method: 'DELETE' })
  expect([elsewhere.status, elsewhere.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS'])
})
