import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadForm, mostFields, readFormFields } from './form-fields.server.ts'
import { clientAddress, networkOf, siteOf } from './network.server.ts'
import { mayMutate, ourHosts, ourOrigins } from './origin-guard.server.ts'
import { publicAddress } from './public-address.server.ts'

const ours = ourOrigins('https://petition.example.org')
const post = (path: string, headers: Record<string, string>) => mayMutate({ method: 'POST', path, headers }, ours)

test.each<[string, Record<string, string>, boolean, boolean]>([
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://petition.example.org' }, true, true],
  ['our own page under no-referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, true, true],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false, false],
  ['another site that hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }, false, false],
  ['a sister of our domain', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.org' }, false, false],
  ['an older browser here', { origin: 'https://petition.example.org' }, true, true],
  ['an older browser elsewhere', { origin: 'https://evil.example' }, false, false],
  ['an older browser that hides its origin', { origin: 'null' }, false, false],
  ['a malformed origin', { origin: 'http://[' }, false, false],
  ['our name with another port', { origin: 'https://petition.example.org:8443' }, false, false],
  ['our name without encryption', { origin: 'http://petition.example.org' }, false, false],
  ['a typed address', { 'sec-fetch-site': 'none' }, true, true],
  [
    'a typed address that names another origin',
    { 'sec-fetch-site': 'none', origin: 'https://evil.example' },
    false,
    false,
  ],
  ['a program that says nothing', {}, true, false],
])('a form from %s', (_, headers, onPublicPages, inTheBackOffice) => {
  expect(post('/fr/score/sign', headers)).toBe(onPublicPages)
  expect(post('/api/v1/campaigns/score/signatures', headers)).toBe(onPublicPages)
  expect(post('/admin/team', headers)).toBe(inTheBackOffice)
})

test('a mail program unsubscribes from wherever it is', () => {
  expect(post('/fr/unsubscribe/abc', { origin: 'https://mail.example' })).toBe(true)
  expect(post('/fr/unsubscribe/abc/more', { origin: 'https://mail.example' })).toBe(false)
})

test('looking needs no permission', () => {
  expect(mayMutate({ method: 'GET', path: '/admin', headers: { origin: 'https://evil.example' } }, ours)).toBe(true)
})

test('on a machine of one’s own the loopback has three names', () => {
  expect([...ourHosts('http://localhost:3000')]).toEqual(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
  expect([...ourHosts('https://petition.example.org')]).toEqual(['petition.example.org'])
})

const form = (text: string | Buffer) => readFormFields(Buffer.from(text))

test('a form is read as URLSearchParams reads it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))), (pairs) => {
      const clean = pairs.map(([name, value]) => [name.replaceAll('\0', ''), value.replaceAll('\0', '')])
      const written = new URLSearchParams(clean)
      const read = form(written.toString())
      for (const name of new Set(written.keys())) expect(read.get(name)).toEqual(written.getAll(name))
    }),
  )
})

test.each([
  ['raw bytes that are not UTF-8', Buffer.from([0x61, 0x3d, 0xff, 0xfe])],
  ['escaped bytes that are not UTF-8', 'name=%ff%fe'],
  ['half a character', 'name=%C3'],
  ['an encoded surrogate', 'name=%ED%A0%80'],
  ['NUL', 'name=a\0b'],
  ['an escaped NUL', 'name=a%00b'],
  ['a broken escape', 'name=%zz'],
  ['an escape cut short', 'name=%4'],
  ['too many fields', 'a=1&'.repeat(201)],
])('%s make no form', (_, body) => {
  expect(() => form(body)).toThrow(BadForm)
})

test('a form with as many fields as it may have can be sent again with the two of the page that gave it back', () => {
  const again = Buffer.from('a=1&'.repeat(202))
  expect(readFormFields(again, mostFields.again).get('a')).toHaveLength(202)
  expect(() => readFormFields(Buffer.from('a=1&'.repeat(203)), mostFields.again)).toThrow(BadForm)
})

test.each([
  ['/fr/score', '/fr/score'],
  ['/fr/score?utm_source=x&fbclid=y', '/fr/score'],
  ['/en/score/testimonies?page=2&x=1', '/en/score/testimonies?page=2'],
  ['/fr/score/confirmed?again=1', '/fr/score/confirmed?again=1'],
  ['/api/v1/campaigns/score/counts?format=csv&by=day', '/api/v1/campaigns/score/counts?by=day&format=csv'],
  ['/fr/score/confirmed?again=yes', null],
  ['/en/score/testimonies?page=1.0', '/en/score/testimonies'],
  ['/en/score/testimonies?page=1&page=2', '/en/score/testimonies'],
  ['/fr/score/testimonies?department=31&utm=x&q=calcul', '/fr/score/testimonies?q=calcul&department=31'],
  ['/fr/score/testimonies/statistics?x=1', '/fr/score/testimonies/statistics'],
  ['/fr/score/testimonies.atom?x=1', '/fr/score/testimonies.atom'],
  ['/fr/score/updates.atom?x=1', '/fr/score/updates.atom'],
  ['/fr/score/claims.atom?x=1', '/fr/score/claims.atom'],
  ['/en/score/commitments.atom?x=1', '/en/score/commitments.atom'],
  ['/fr/score/remedies/barometer/thanks?x=1', '/fr/score/remedies/barometer/thanks'],
  ['/fr/score/remedies/barometer', null],
  [
    '/api/v1/campaigns/score/testimonies?after=00000000-0000-4000-8000-000000000001',
    '/api/v1/campaigns/score/testimonies?after=00000000-0000-4000-8000-000000000001',
  ],
  ['/api/v1/campaigns/score/testimonies?after=x', null],
  [
    '/api/v1/campaigns/score/testimonies/statistics?format=csv',
    '/api/v1/campaigns/score/testimonies/statistics?format=csv',
  ],
  [
    '/api/v1/campaigns/score/testimonies/00000000-0000-4000-8000-000000000001',
    '/api/v1/campaigns/score/testimonies/00000000-0000-4000-8000-000000000001',
  ],
  ['/api/v1/campaigns/score/counts?by=moon', null],
  ['/fr/score/updates?page=9', '/fr/score/updates'],
  ['/fr/confirm/AbCd', null],
  ['/fr/not-me/abcd', null],
  ['/fr/score/code', null],
  ['/fr/score/signed?sent=1&email=x', '/fr/score/signed?sent=1'],
  ['/fr/score/signed?sent=x', null],
  ['/fr/unsubscribe/AbCd', null],
  ['/fr/still/abcd', null],
  ['/fr/score/testify', null],
  ['/fr/score/organisations?page=2', '/fr/score/organisations?page=2'],
  ['/fr/score/organisations/confirmed?again=1', '/fr/score/organisations/confirmed?again=1'],
  ['/fr/score/organisations/sign', null],
  ['/fr/confirm-organisation/abcd', null],
  ['/fr/score/paper.pdf?x=1', '/fr/score/paper.pdf'],
  ['/fr/score/paper.pdx', null],
  [`/logos/${'a'.repeat(64)}.webp`, `/logos/${'a'.repeat(64)}.webp`],
  ['/logos/a.webp', null],
  [`/media/${'a'.repeat(24)}.jpg?x=1`, `/media/${'a'.repeat(24)}.jpg`],
  [`/media/${'a'.repeat(24)}.png`, null],
  ['/api/v1/campaigns/score/paper', '/api/v1/campaigns/score/paper'],
  ['/fr/score/sign', null],
  ['/api/v1/campaigns/score/challenge', null],
  ['/api/openapi.json?x=1', '/api/openapi.json'],
  ['/api/v1/campaigns/challenge', null],
  ['/admin', null],
  ['/admin/team', null],
  ['/fr/inbox', null],
  ['/en/inbox/', null],
  ['/fr/inboxes', '/fr/inboxes'],
])('%s is kept as %s', (url, address) => {
  expect(publicAddress(url)).toBe(address)
})

test.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:1:2ff:abcd::1', '2001:db8:1:200'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::ffff:cb00:714d', '203.0.113'],
  ['203.0.113.77:51234', '203.0.113'],
  ['[2001:db8:1:2ff::1]:443', '2001:db8:1:200'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['127.0.0.1', null],
  ['::ffff:127.0.0.1', null],
  ['::1', null],
  ['nonsense', 'uncounted'],
  ['', 'uncounted'],
  [null, 'uncounted'],
])('%s is in the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('all networks of one site are of one site, and an IPv4 network is of none', () => {
  const site = (address: string) => siteOf(networkOf(address) ?? '')
  expect(site('2001:db8:7:100::1')).toBe('2001:db8:7')
  expect(site('2001:db8:7:ff00::1')).toBe('2001:db8:7')
  expect(site('2001:db8:8:100::1')).toBe('2001:db8:8')
  expect(['198.51.100.1', '::ffff:198.51.100.1', '127.0.0.1', 'nonsense'].map(site)).toEqual([null, null, null, null])
})

test.each([
  [0, '198.51.100.1', '10.0.0.1'],
  [1, '198.51.100.1', '198.51.100.1'],
  [1, '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  [2, '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  [2, ' 198.51.100.1 ,10.0.0.2', '198.51.100.1'],
  [2, '198.51.100.1', null],
  [1, '', null],
  [1, undefined, null],
  [3, '198.51.100.1, 10.0.0.2', null],
  [1, ' , ', null],
])('behind %i proxies "%s" comes from %s', (proxies, forwarded, address) => {
  const request = { socket: { remoteAddress: '10.0.0.1' }, headers: { 'x-forwarded-for': forwarded } }
  expect(clientAddress(request, proxies)).toBe(address)
})
