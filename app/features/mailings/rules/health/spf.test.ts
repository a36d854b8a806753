import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Names } from '#prisma/factories/a-name-server.ts'
import { aZone } from '#prisma/factories/a-zone.ts'
import { verdictOf } from './finding.ts'
import type { Sender } from './sender.ts'
import { expandMacros } from './spf-macros.ts'
import { mendSpf, readSpf } from './spf-record.ts'
import { walkSpf } from './spf-walk.ts'
import { checkSpf } from './spf.ts'

const ip = '203.0.113.25'
const aSender = (given: Partial<Sender> = {}): Sender => ({
  from: 'example.org',
  envelope: 'example.org',
  key: null,
  host: 'mail.example.org',
  leavesFrom: [ip],
  isCertain: true,
  ...given,
})

const check = (zone: Record<string, Names>, sender: Partial<Sender> = {}) => checkSpf(aSender(sender), aZone(zone))
const withRecord = (record: string, more: Record<string, Names> = {}) =>
  check({ 'example.org': { txt: ['google-site-verification=x', record] }, ...more })
const codesOf = async (checked: ReturnType<typeof check>) => (await checked).findings.map(({ code }) => code)
const adviceOf = async (checked: ReturnType<typeof check>) => (await checked).advised[0]?.value

test.each([
  ['v=spf1 ip4:203.0.113.25 -all', {}],
  ['v=spf1 ip4:203.0.113.0/24 ~all', {}],
  ['v=spf1 a:out.example.org -all', { 'out.example.org': { a: ['198.51.100.1', ip] } }],
  ['v=spf1 mx -all', { 'example.org': { mx: [[10, 'mx.example.org']] }, 'mx.example.org': { a: [ip] } }],
  ['V=SPF1 include:_spf.provider.test -all', { '_spf.provider.test': { txt: ['v=spf1 ip4:203.0.113.25 ~all'] } }],
  ['v=spf1 redirect=_spf.provider.test', { '_spf.provider.test': { txt: ['v=spf1 ip4:203.0.113.25 -all'] } }],
  ['v=spf1 exists:%{ir}.ok.example.org -all', { '25.113.0.203.ok.example.org': { a: ['127.0.0.2'] } }],
] satisfies [string, Record<string, Names>][])('%s allows our address and is in order', async (record, more) => {
  const zone: Record<string, Names> = { ...more }
  zone['example.org'] = { ...zone['example.org'], txt: [record] }
  const checked = await check(zone)
  expect(checked.findings.map(({ code }) => code)).toEqual(['spf-fine', 'spf-allows'])
  expect(checked.advised, 'nothing to change').toEqual([])
  expect(verdictOf(checked)).toBe('good')
})

test('an address that the record does not name is bad when it is certain, worth a look when it is only the server’s', async () => {
  const zone = { 'example.org': { txt: ['v=spf1 ip4:198.51.100.1 -all'] } }
  expect(await codesOf(check(zone))).toEqual(['spf-forbids'])
  expect(await adviceOf(check(zone))).toBe('v=spf1 ip4:198.51.100.1 ip4:203.0.113.25 -all')
  const guessed = await check(zone, { isCertain: false })
  expect(verdictOf(guessed)).toBe('attention')
  expect(guessed.advised, 'an address we only guess is not advised').toEqual([])
  expect(await codesOf(check(zone, { leavesFrom: [], isCertain: false }))).toContain('spf-unknown-address')
})

test('without a record, and with two, the one to publish is said', async () => {
  const none = check({})
  expect(await codesOf(none)).toEqual(['spf-none'])
  expect(await adviceOf(none)).toBe('v=spf1 ip4:203.0.113.25 ~all')
  expect(await adviceOf(check({}, { isCertain: false }))).toBe('v=spf1 a:mail.example.org ~all')
  const two = check({
    'example.org': { txt: ['v=spf1 include:a.test ~all', 'v=spf1 include:a.test include:b.test -all'] },
  })
  expect(await codesOf(two)).toEqual(['spf-several'])
  expect(await adviceOf(two)).toBe('v=spf1 include:a.test include:b.test ip4:203.0.113.25 -all')
})

test.each([
  ['v=spf1 +all', 'spf-everyone', 'bad'],
  ['v=spf1 ip4:203.0.113.25 ?all', 'spf-neutral', 'attention'],
  ['v=spf1 ip4:203.0.113.25', 'spf-open-end', 'attention'],
  ['v=spf1 ip4:203.0.113.25 ptr ~all', 'spf-ptr', 'attention'],
  ['v=spf1 ip4:203.0.113.999 -all', 'spf-broken', 'bad'],
  ['v=spf1 ipv4:203.0.113.25 -all', 'spf-broken', 'bad'],
  ['v=spf1 ip4:203.0.113.25/33 -all', 'spf-broken', 'bad'],
  ['v=spf1 include: -all', 'spf-broken', 'bad'],
  ['v=spf1 all:example.org', 'spf-broken', 'bad'],
  ['v=spf1 a:%{z}.example.org -all', 'spf-broken', 'bad'],
  ['v=spf1 redirect=a.test redirect=b.test', 'spf-broken', 'bad'],
  ['v=spf1 include:nowhere.test -all', 'spf-include-none', 'bad'],
] as const)('%s is %s', async (record, code, verdict) => {
  const checked = await withRecord(record)
  expect(checked.findings.map((found) => found.code)).toContain(code)
  expect(verdictOf(checked)).toBe(verdict)
})

test('the record to publish keeps what is said and ends in one ~all', async () => {
  expect(await adviceOf(withRecord('v=spf1 mx +all'))).toBe('v=spf1 mx ~all')
  expect(await adviceOf(withRecord('v=spf1 ip4:203.0.113.25'))).toBe('v=spf1 ip4:203.0.113.25 ~all')
  expect(mendSpf(['v=spf1 redirect=a.test'], [])).toBe('v=spf1 redirect=a.test')
  expect(mendSpf(['v=spf1 a ?all'], ['2001:db8::1'])).toBe('v=spf1 a ip6:2001:db8::1 ~all')
})

const chain = (length: number): Record<string, Names> =>
  Object.fromEntries(
    Array.from({ length }, (_, n) => [
      n === 0 ? 'example.org' : `n${n}.test`,
      { txt: [n === length - 1 ? 'v=spf1 ip4:203.0.113.25 ~all' : `v=spf1 include:n${n + 1}.test ~all`] },
    ]),
  )

test('ten lookups are in order, eleven are not, wherever in the tree they are', async () => {
  const ten = await check(chain(11))
  expect(ten.findings[0]).toEqual({ code: 'spf-fine', values: { count: 10 } })
  expect((await check(chain(12))).findings[0]).toEqual({ code: 'spf-lookups', values: { count: 11 } })
  const wide = Array.from({ length: 11 }, (_, n) => `include:w${n}.test`)
  const zone = Object.fromEntries(wide.map((part) => [part.slice(8), { txt: ['v=spf1 -all'] }]))
  // Our own address comes first: a receiver of ours would never ask further, others would.
  expect(await codesOf(withRecord(`v=spf1 ip4:203.0.113.25 ${wide.join(' ')} -all`, zone))).toContain('spf-lookups')
})

test('more than two references to nothing are bad', async () => {
  expect(await codesOf(withRecord('v=spf1 a:x.test a:y.test ip4:203.0.113.25 -all'))).toEqual([
    'spf-fine',
    'spf-allows',
  ])
  expect(await codesOf(withRecord('v=spf1 a:x.test a:y.test a:z.test ip4:203.0.113.25 -all'))).toContain('spf-voids')
})

test('a record that leads to itself ends, and asks a bounded number of times', async () => {
  const zone = aZone({ 'example.org': { txt: ['v=spf1 include:example.org include:example.org -all'] } })
  const outcome = await walkSpf('example.org', { ip: null, sender: 'a@example.org', dns: zone })
  expect(outcome.result).toBe('permerror')
  expect(zone.asked.length).toBeLessThan(60)
})

test('two records further on break the whole as two of our own do', async () => {
  const twice = { 'twice.test': { txt: ['v=spf1 ip4:203.0.113.25 -all', 'v=spf1 -all'] } }
  const checked = await withRecord('v=spf1 include:twice.test -all', twice)
  expect(checked.findings[0]).toEqual({ code: 'spf-several', values: { domain: 'twice.test' } })
  expect(checked.advised, 'it is not ours to change').toEqual([])
})

test('silence is said as silence', async () => {
  expect(await codesOf(check({ 'example.org': { fault: 'silence' } }))).toEqual(['no-answer'])
  expect(await codesOf(withRecord('v=spf1 include:slow.test -all', { 'slow.test': { fault: 'silence' } }))).toContain(
    'no-answer',
  )
})

test('addresses of the sixth version are compared with their own kind', async () => {
  const six = { leavesFrom: ['2001:db8::25'] }
  const record = (text: string) => ({ 'example.org': { txt: [text] } })
  expect(await codesOf(check(record('v=spf1 ip6:2001:db8::/32 -all'), six))).toContain('spf-allows')
  expect(await codesOf(check(record('v=spf1 ip4:0.0.0.0/0 -all'), six))).toContain('spf-forbids')
})

test('macros are filled in as RFC 7208 §7.4 shows them', () => {
  const values = { ip: '192.0.2.3', domain: 'email.example.com', sender: 'strong-bad@email.example.com' }
  expect(expandMacros('%{s}', values)).toBe('strong-bad@email.example.com')
  expect(expandMacros('%{d4}', values)).toBe('email.example.com')
  expect(expandMacros('%{d2}', values)).toBe('example.com')
  expect(expandMacros('%{dr}', values)).toBe('com.example.email')
  expect(expandMacros('%{d1r}', values)).toBe('email')
  expect(expandMacros('%{l-}', values)).toBe('strong.bad')
  expect(expandMacros('%{lr-}.lp._spf.%{d2}', values)).toBe('bad.strong.lp._spf.example.com')
  expect(expandMacros('%{ir}.%{v}._spf.%{d2}', values)).toBe('3.2.0.192.in-addr._spf.example.com')
  expect(expandMacros('%{d0}', values)).toBeNull()
  expect(expandMacros('%x', values)).toBeNull()
  const six = { ...values, ip: '2001:db8::cb01' }
  expect(expandMacros('%{ir}.%{v}._spf.%{d2}', six)).toBe(
    '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
  )
})

test('no text of a stranger makes the reader throw, or read for long', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300, unit: 'binary' }), async (text) => {
      readSpf(`v=spf1 ${text}`)
      expandMacros(text, { ip, domain: 'example.org', sender: 'a@example.org' })
      await checkSpf(aSender(), aZone({ 'example.org': { txt: [`v=spf1 ${text}`] } }))
    }),
    { numRuns: 150 },
  )
})
