import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ask, goodSignature, type Reply } from './support/ask.ts'
import { mailsTo } from './support/mails.ts'
import { anAddress, aPerson, unique } from './support/people.ts'
import { confirm, confirmationOf, sign, signAt } from './support/signing.ts'
import { locales, publicPaths } from './support/sites.ts'
import { aStory, deposit } from './support/testimonies.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
}

test('every kind of answer carries the headers that protect', async ({ house, visitor }) => {
  const page = await ask(`${house.url}/fr/score`)
  const asset = /(?:href|src)="(\/assets\/[^"]+)"/.exec(page.text)?.[1] ?? ''
  expect(asset).not.toBe('')
  const analyst = await visitor.staff('analyst')
  const cookie = (await analyst.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const kinds: [string, Reply, RegExp][] = [
    ['page', page, /default-src 'none'.*script-src 'self'; style-src 'self'$/],
    ['form', await ask(`${house.url}/fr/score/testify`), /default-src 'none'.*script-src 'self'; style-src 'self'$/],
    ['errors', await signAt(house, ''), /default-src 'none'.*script-src 'self'; style-src 'self'$/],
    ['thanks', await signAt(house, goodSignature(anAddress())), /default-src 'none'/],
    ['file', await ask(`${house.url}${asset}`), /default-src 'none'/],
    ['missing', await ask(`${house.url}/fr/nothing/there`), /default-src 'none'/],
    ['refused', await signAt(house, goodSignature(anAddress()), { origin: 'null' }), /default-src 'none'/],
    ['language', await ask(`${house.url}/`), /default-src 'none'/],
    ['machine', await ask(`${house.url}/api/v1/campaigns/score/count`), /default-src 'none'/],
    ['download', await ask(`${house.url}/api/v1/campaigns/score/counts?by=day&format=csv`), /default-src 'none'/],
    ['entrance', await ask(`${house.url}/admin`), /script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic'/],
    [
      'team',
      await ask(`${house.url}/admin/numbers`, { headers: { cookie } }),
      /script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic'/,
    ],
  ]
  for (const [kind, { headers }, policy] of kinds) {
    for (const [name, value] of Object.entries(always)) expect(headers[name], `${name} of ${kind}`).toBe(value)
    expect(headers['content-security-policy'], kind).toMatch(policy)
    expect(headers['content-security-policy'], kind).not.toMatch(/unsafe-(inline|eval)|\*/)
    expect(headers['content-security-policy'], kind).toContain("frame-ancestors 'none'")
    expect(headers['x-powered-by'], kind).toBeUndefined()
    expect(headers.server, kind).toBeUndefined()
  }
  for (const kind of ['entrance', 'team'])
    expect(kinds.find(([name]) => name === kind)?.[1].headers['cache-control']).toBe('no-store')
  const [one, two] = await Promise.all([ask(`${house.url}/admin`), ask(`${house.url}/admin`)])
  expect(one?.headers['content-security-policy'], 'a nonce is used once').not.toBe(
    two?.headers['content-security-policy'],
  )
})

test('public pages set no cookie, do not read one, and load nothing from elsewhere', async ({ house }) => {
  for (const locale of locales)
    for (const path of publicPaths) {
      const url = `${house.url}/${locale}${path}`
      const [plain, marked] = await Promise.all([
        ask(url),
        ask(url, { headers: { cookie: 'portevoix=canary', 'accept-language': 'de', 'user-agent': 'canary' } }),
      ])
      expect(plain.status, url).toBe(200)
      expect(plain.headers['set-cookie'], url).toBeUndefined()
      // The form of a testimony carries a value of its own, so that a page sent twice deposits once.
      const shared = ({ text }: Reply) => text.replace(/name="once" value="[^"]*"/, '')
      expect(shared(marked), url).toBe(shared(plain))
      expect(plain.headers.vary ?? '', url).not.toMatch(/cookie|user-agent|accept-language|\*/i)
      // Links that a person follows may lead elsewhere: sources do. Nothing else may.
      const loaded = plain.text
        .replace(/<a\s[^>]*>/g, '')
        .replaceAll(house.url, '')
        .replaceAll(house.inbox, '')
      const attributes = [
        ...loaded.matchAll(/\s(?:src|srcset|href|action|formaction|poster|data|content|style)="([^"]*)"/g),
      ].map(([, value]) => value)
      expect(
        attributes.filter((value) => /(https?:)?\/\//.test(value ?? '')),
        url,
      ).toEqual([])
      expect(loaded, url).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)[^>]*>|\son\w+="|<style|\sstyle="/)
    }
})

test('the campaign page is kept well: tagged, packed, asked for again cheaply', async ({ house }) => {
  const url = `${house.url}/fr/score`
  const packed = (encoding: string) => ask(url, { headers: { 'accept-encoding': encoding } })
  const [plain, br, gzip] = await Promise.all([packed('identity'), packed('gzip, br'), packed('gzip')])
  expect(br.headers['content-encoding']).toBe('br')
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(brotliDecompressSync(br.body).toString()).toBe(plain.text)
  expect(gunzipSync(gzip.body).toString()).toBe(plain.text)
  for (const { headers } of [plain, br, gzip]) expect(headers.vary).toMatch(/accept-encoding/i)

  const tag = br.headers.etag ?? ''
  expect(tag).toMatch(/^(W\/)?"[^"]+"$/)
  const again = await ask(url, { headers: { 'accept-encoding': 'gzip, br', 'if-none-match': tag } })
  expect(again.status).toBe(304)
  expect(again.body).toHaveLength(0)
  expect(again.headers.etag).toBe(tag)
  expect((await ask(url, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)

  const head = await ask(url, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(head.body).toHaveLength(0)
  expect(head.headers.etag).toBeTruthy()
  expect(plain.headers['cache-control']).toContain('public')
})

test('an unknown parameter neither changes a page nor fills the cache with copies', async ({ house }) => {
  const [plain, asked] = await Promise.all([
    ask(`${house.url}/fr/score`),
    ask(`${house.url}/fr/score?utm_source=${unique()}`),
  ])
  expect(asked.text).toBe(plain.text)
  expect(asked.headers.etag).toBe(plain.headers.etag)
})

test('no address, name or story reaches the log or the disk in clear', async ({ page, house, visitor }) => {
  visitor.expectAnswer(422)
  const person = aPerson()
  const refused = { name: `Refus ${unique()}`, email: `refus.${unique()}@example.org` }
  const told = aStory()
  await sign(page, person, { news: true })
  const link = await confirmationOf(house, person)
  await confirm(page, link)
  await deposit(page, told)
  await signAt(house, goodSignature(refused.email, { name: refused.name, postcode: '99999' }))
  await signAt(house, `${goodSignature(refused.email, { name: refused.name })}&comment=%C3%28`)
  await ask(`${house.url}/fr/score?email=${refused.email}`)
  const token = link.split('/').at(-1) ?? ''
  const secrets = [person.name, person.email, refused.name, refused.email, told.title, told.identifying]
  for (const secret of [...secrets, token]) expect(house.log(), secret).not.toContain(secret)
  for (const secret of secrets) expect(filesHolding(house.dataDir, secret), secret).toEqual([])
  expect(await mailsTo(house.inbox, { to: refused.email })).toEqual([])
})

test('the product says that it lives and that it is ready, and nothing more', async ({ house }) => {
  for (const path of ['/healthz', '/readyz']) {
    const reply = await ask(`${house.url}${path}`)
    expect(reply.status).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.text.trim()).toBe('ok')
  }
})

test('strange addresses never break anything', async ({ house }) => {
  for (const path of [
    '/%',
    '/fr/%E0%A4%A',
    '/fr/score?%',
    '/fr//score',
    '//elsewhere.example/',
    '/fr/score/%00',
    '/fr/..%2f..%2fetc/passwd',
    `/fr/${'a'.repeat(5000)}`,
    '/fr/score.data',
    '/__manifest',
    '/fr/score?_data=root',
    '/fr/score?index',
  ]) {
    const reply = await ask(house.url, { path })
    expect(reply.status, path).toBeLessThan(500)
    expect(reply.headers.location ?? '', path).not.toContain('elsewhere')
    expect(reply.headers['set-cookie'], path).toBeUndefined()
  }
})
