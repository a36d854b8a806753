import { expect, test } from 'vitest'
import { aZone } from '#prisma/factories/a-zone.ts'
import { meaningOf, verdictOf, worstOf, type Check, type Code } from './finding.ts'
import { checkExchangers } from './mail-exchangers.ts'
import { checkReverse, reverseZone } from './reverse-name.ts'
import { isSeenOutside, type Sender } from './sender.ts'
import { checkTls } from './tls.ts'

const codesOf = ({ findings }: Check) => findings.map(({ code }) => code)
const ip = '203.0.113.25'
const sender: Sender = {
  from: 'example.org',
  envelope: 'bounces.example.org',
  key: null,
  host: 'mail.example.org',
  leavesFrom: [ip],
  isCertain: true,
}

test('answers and bounces have somewhere to arrive, each domain by itself', async () => {
  const mx = (zone: Parameters<typeof aZone>[0]) => checkExchangers(sender, aZone(zone)).then(codesOf)
  const there = { 'mx.example.org': { a: [ip] } }
  const both = {
    'example.org': { mx: [[10, 'mx.example.org']] },
    'bounces.example.org': { mx: [[5, 'mx.example.org']] },
  } as const
  expect(await mx({ ...there, ...both })).toEqual(['mx-fine', 'mx-fine'])
  expect(await mx({ ...there, 'example.org': both['example.org'] })).toEqual(['mx-fine', 'mx-none'])
  expect(await mx({ ...both })).toEqual(['mx-leads-nowhere', 'mx-leads-nowhere'])
  const odd = { 'example.org': { mx: [[0, '']] }, 'bounces.example.org': { a: [ip] } } as const
  expect(await mx(odd)).toEqual(['mx-refuses', 'mx-by-address'])
  expect(await mx({ ...there, ...both, 'example.org': { mx: [[1, '203.0.113.25']] } })).toEqual([
    'mx-is-an-address',
    'mx-fine',
  ])
  expect(await mx({ ...there, ...both, 'example.org': { fault: 'silence' } })).toEqual(['no-answer', 'mx-fine'])
})

test('an address has a name that leads back, or the name to ask for is said', async () => {
  const reverse = (zone: Parameters<typeof aZone>[0], given: Partial<Sender> = {}) =>
    checkReverse({ ...sender, ...given }, aZone(zone))
  const named = (name: string) => ({ '25.113.0.203.in-addr.arpa': { ptr: [name] } })
  const good = { ...named('mail.example.org'), 'mail.example.org': { a: ['198.51.100.7', ip] } }
  expect(codesOf(await reverse(good))).toEqual(['reverse-fine'])
  expect(codesOf(await reverse({ ...named('mail.example.org'), 'mail.example.org': { a: ['198.51.100.7'] } }))).toEqual(
    ['reverse-unconfirmed'],
  )
  const generic = 'ip-203-0-113-25.host.test'
  expect(codesOf(await reverse({ ...named(generic), [generic]: { a: [ip] } }))).toEqual(['reverse-generic'])
  const none = await reverse({})
  expect(verdictOf(none)).toBe('bad')
  expect(none.advised).toEqual([{ name: '25.113.0.203.in-addr.arpa', type: 'PTR', value: 'mail.example.org' }])
  const guessed = await reverse({}, { isCertain: false })
  expect([verdictOf(guessed), guessed.advised]).toEqual(['attention', []])
  expect(codesOf(await reverse({}, { leavesFrom: [] }))).toEqual(['reverse-unknown-address'])
})

test('addresses of both versions are turned round', () => {
  expect(reverseZone('192.0.2.1')).toBe('1.2.0.192.in-addr.arpa')
  expect(reverseZone('2001:db8::1')).toBe('1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa')
})

test('only addresses that others see can be looked up', () => {
  expect(['127.0.0.1', '10.1.2.3', '192.168.0.1', '::1', 'fd00::1', 'x'].filter(isSeenOutside)).toEqual([])
  expect(['203.0.113.25', '2a01::1'].filter(isSeenOutside)).toHaveLength(2)
})

test('each way to the mail server has its verdict', () => {
  const day = 86_400_000
  const at = { host: 'mail.example.org', isHere: false, isUnchecked: false, now: 0 }
  const secured = {
    outcome: 'secured',
    protocol: 'TLSv1.3',
    fault: null,
    until: 90 * day,
  } as const
  expect(codesOf(checkTls(secured, at))).toEqual(['tls-fine'])
  expect(checkTls({ ...secured, until: 9.5 * day }, at).findings).toEqual([
    { code: 'tls-expires', values: { host: 'mail.example.org', days: 9 } },
  ])
  expect(codesOf(checkTls({ ...secured, protocol: 'TLSv1.1' }, at))).toEqual(['tls-old'])
  expect(codesOf(checkTls({ ...secured, fault: 'CERT_HAS_EXPIRED' }, at))).toEqual(['tls-expired'])
  expect(codesOf(checkTls({ ...secured, fault: 'ERR_TLS_CERT_ALTNAME_INVALID' }, at))).toEqual(['tls-wrong-name'])
  expect(codesOf(checkTls({ ...secured, fault: 'SELF_SIGNED_CERT_IN_CHAIN' }, at))).toEqual(['tls-untrusted'])
  expect(codesOf(checkTls({ ...secured, fault: 'x' }, { ...at, isUnchecked: true }))).toEqual(['tls-unchecked'])
  expect(codesOf(checkTls({ outcome: 'in-clear', isOffered: false }, at))).toEqual(['tls-none'])
  expect(codesOf(checkTls({ outcome: 'in-clear', isOffered: true }, at))).toEqual(['tls-ignored'])
  expect(codesOf(checkTls({ outcome: 'in-clear', isOffered: false }, { ...at, isHere: true }))).toEqual(['tls-here'])
  expect(codesOf(checkTls({ outcome: 'not-there' }, at))).toEqual(['tls-not-there'])
})

test('the worst finding decides', () => {
  const of = (...found: Code[]) => ({ findings: found.map((code) => ({ code, values: {} })) })
  expect(verdictOf(of('spf-allows', 'spf-ptr'))).toBe('attention')
  expect(worstOf([of('spf-allows'), of('spf-none'), of('spf-ptr')])).toBe('bad')
  expect(worstOf([])).toBe('good')
})

test('silence of a name server is no sentence about mail, unless something else was found', () => {
  const of = (...found: Code[]) => ({ findings: found.map((code) => ({ code, values: {} })) })
  expect(meaningOf(of('no-answer'))).toBe('unchecked')
  expect(meaningOf(of('reverse-fine', 'no-answer'))).toBe('unchecked')
  expect(meaningOf(of('mx-none', 'no-answer'))).toBe('bad')
  expect(meaningOf(of('mx-fine'))).toBe('good')
  expect(meaningOf(of())).toBe('good')
})
