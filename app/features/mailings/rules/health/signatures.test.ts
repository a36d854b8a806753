import { expect, test } from 'vitest'
import type { Names } from '#prisma/factories/a-name-server.ts'
import { aZone } from '#prisma/factories/a-zone.ts'
import { checkDkim, type IsOurs } from './dkim.ts'
import { checkDmarc } from './dmarc.ts'
import { verdictOf, type Check } from './finding.ts'
import { isAligned, type OurKey, type Sender } from './sender.ts'

const key: OurKey = { domain: 'example.org', selector: '2026a', kind: 'rsa', bits: 2048, published: 'T1VSUw==' }
const isOurs: IsOurs = (published) => (published === 'garbage' ? null : published === key.published)
const codesOf = ({ findings }: Check) => findings.map(({ code }) => code)

const dkim = (records: readonly string[], ours: OurKey | null = key) =>
  checkDkim(ours, aZone({ '2026a._domainkey.example.org': { txt: records } }), isOurs)

test.each([
  'v=DKIM1; k=rsa; p=T1VSUw==',
  'p=T1VSUw==',
  'v=DKIM1;p=T1VS Uw== ;t=s; s=email; h=sha1:sha256; n=notes with = signs',
])('%s is our key', async (record) => {
  const checked = await dkim([record])
  expect(codesOf(checked)).toEqual(['dkim-fine'])
  expect(checked.advised).toEqual([])
})

test.each([
  [[], 'dkim-missing'],
  [['v=DKIM1; p=T1VSUw==', 'v=DKIM1; p=T1VSUw=='], 'dkim-several'],
  [['v=DKIM1; p='], 'dkim-revoked'],
  [['v=DKIM1; p=b3RoZXI='], 'dkim-other-key'],
  [['v=DKIM1; k=ed25519; p=T1VSUw=='], 'dkim-other-key'],
  [['v=DKIM1; p=garbage'], 'dkim-broken'],
  [['v=DKIM2; p=T1VSUw=='], 'dkim-broken'],
  [['v=DKIM1; p=T1VSUw==; p=T1VSUw=='], 'dkim-broken'],
  [['not a record'], 'dkim-broken'],
  [['v=DKIM1; h=sha1; p=T1VSUw=='], 'dkim-no-sha256'],
  [['v=DKIM1; s=tlsrpt; p=T1VSUw=='], 'dkim-not-for-mail'],
] as const)('%j is bad, with the record to publish', async (records, code) => {
  const checked = await dkim(records)
  expect(codesOf(checked)).toEqual([code])
  expect(verdictOf(checked)).toBe('bad')
  expect(checked.advised).toEqual([
    { name: '2026a._domainkey.example.org', type: 'TXT', value: 'v=DKIM1; k=rsa; p=T1VSUw==' },
  ])
})

test('a key in trial, a short one, one that few read, and none are worth a look', async () => {
  const record = ['v=DKIM1; p=T1VSUw==']
  expect(codesOf(await dkim(['v=DKIM1; t=y:s; p=T1VSUw==']))).toEqual(['dkim-testing'])
  expect(codesOf(await dkim(record, { ...key, bits: 1024 }))).toEqual(['dkim-short'])
  expect(verdictOf(await dkim(record, { ...key, bits: 768 }))).toBe('bad')
  expect(codesOf(await dkim(['v=DKIM1; k=ed25519; p=T1VSUw=='], { ...key, kind: 'ed25519', bits: 256 }))).toEqual([
    'dkim-ed25519-alone',
  ])
  expect(codesOf(await dkim(record, null))).toEqual(['dkim-no-key'])
  expect((await dkim(record, { ...key, bits: 1024 })).advised, 'the record is right, the key is not').toEqual([])
})

const sender: Sender = {
  from: 'news.example.org',
  envelope: 'bounces.example.org',
  key,
  host: 'mail.example.org',
  leavesFrom: [],
  isCertain: false,
}
const dmarc = (record: string, given: Partial<Sender> = {}, more: Record<string, Names> = {}) =>
  checkDmarc({ ...sender, ...given }, aZone({ '_dmarc.news.example.org': { txt: [record] }, ...more }))

test('a policy, reports and a signature in our name are in order', async () => {
  for (const policy of ['quarantine', 'reject'])
    expect(codesOf(await dmarc(`v=DMARC1; p=${policy}; rua=mailto:dmarc@example.org`))).toEqual([
      'dmarc-fine',
      'dmarc-aligned',
    ])
})

test('a record further up holds for what is below, with its own word for that', async () => {
  const above = (record: string) => checkDmarc(sender, aZone({ '_dmarc.example.org': { txt: [record] } }))
  expect(codesOf(await above('v=DMARC1; p=reject; rua=mailto:d@example.org'))).toContain('dmarc-fine')
  expect(codesOf(await above('v=DMARC1; p=reject; sp=none; rua=mailto:d@example.org'))).toContain('dmarc-watching')
})

test.each([
  ['v=DMARC1; p=none; rua=mailto:d@example.org', 'dmarc-watching', 'attention'],
  ['v=DMARC1; p=reject; pct=20; rua=mailto:d@example.org', 'dmarc-partly', 'attention'],
  ['v=DMARC1; p=reject', 'dmarc-no-reports', 'attention'],
  ['v=DMARC1; p=reject; rua=mailto:d@reports.test', 'dmarc-reports-refused', 'attention'],
  ['v=DMARC1; p=refuse', 'dmarc-broken', 'bad'],
  ['v=DMARC1', 'dmarc-broken', 'bad'],
] as const)('%s is %s', async (record, code, verdict) => {
  const checked = await dmarc(record)
  expect(codesOf(checked)).toContain(code)
  expect(verdictOf(checked)).toBe(verdict)
})

test('another place may get the reports when it says so', async () => {
  const agrees = { 'news.example.org._report._dmarc.reports.test': { txt: ['v=DMARC1'] } }
  expect(codesOf(await dmarc('v=DMARC1; p=reject; rua=mailto:d@reports.test!10m', {}, agrees))).not.toContain(
    'dmarc-reports-refused',
  )
})

test('the record to publish keeps what is said and adds what is missing', async () => {
  const none = await checkDmarc(sender, aZone({}))
  expect(codesOf(none)).toEqual(['dmarc-none'])
  expect(none.advised).toEqual([
    { name: '_dmarc.news.example.org', type: 'TXT', value: 'v=DMARC1; p=none; rua=mailto:dmarc@example.org' },
  ])
  expect((await dmarc('v=DMARC1; p=reject; adkim=r')).advised[0]?.value).toBe(
    'v=DMARC1; p=reject; adkim=r; rua=mailto:dmarc@example.org',
  )
})

test('either proof has to be in the name that readers see, more strictly where the record asks for it', async () => {
  const record = 'v=DMARC1; p=reject; rua=mailto:d@example.org'
  const elsewhere = { ...key, domain: 'provider.test' }
  expect(codesOf(await dmarc(record, { key: elsewhere }))).toContain('dmarc-spf-alone')
  expect(codesOf(await dmarc(record, { key: elsewhere, envelope: 'provider.test' }))).toContain('dmarc-unaligned')
  expect(codesOf(await dmarc(`${record}; adkim=s; aspf=s`))).toContain('dmarc-unaligned')
  expect(codesOf(await dmarc(`${record}; aspf=s`, { key: null }))).toContain('dmarc-unaligned')
})

test('two customers of one provider are not each other', () => {
  expect(isAligned('one.github.io', 'two.github.io', false)).toBe(false)
  expect(isAligned('news.example.co.uk', 'example.co.uk', false)).toBe(true)
})
