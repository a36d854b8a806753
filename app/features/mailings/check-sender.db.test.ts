import { generateKeyPairSync } from 'node:crypto'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { aHostileServer } from '#prisma/factories/a-hostile-server.ts'
import { aNameServer, type Names } from '#prisma/factories/a-name-server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { checkSender } from './commands/check-sender.server.ts'
import { checkSenderNightly } from './jobs/check-sender-nightly.server.ts'
import { findSenderReport } from './queries/sending-health.server.ts'
import { verdictOf } from './rules/health/finding.ts'

const now = new Date('2026-03-01T10:00:00Z')
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

afterEach(() => {
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

function settings(given: Record<string, string>): void {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value)
  forgetSingleton('config')
}

const inOrder: Record<string, Names> = {
  'example.org': { txt: ['v=spf1 ip4:203.0.113.25 -all'], mx: [[10, 'mail.example.org']] },
  'mail.example.org': { a: ['203.0.113.25'] },
  '25.113.0.203.in-addr.arpa': { ptr: ['mail.example.org'] },
  '2026a._domainkey.example.org': { txt: [`v=DKIM1; k=rsa; p=${published}`] },
  '_dmarc.example.org': { txt: ['v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org'] },
}

async function aSender(zone: Record<string, Names>) {
  const names = await aNameServer(zone)
  const mail = await aHostileServer({})
  onTestFinished(async () => {
    await names.close()
    await mail.stop()
  })
  settings({
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: 'Collectif <nouvelles@example.org>',
    DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    DKIM_DOMAIN: 'example.org',
    DKIM_SELECTOR: '2026a',
    SENDING_IPS: '203.0.113.25',
    DNS_SERVERS: names.address,
  })
  return { names, mail }
}

const verdicts = async () =>
  Object.fromEntries((await findSenderReport())?.checks.map((check) => [check.name, verdictOf(check)]) ?? [])

test('a sender in order is found in order by real name servers and a real mail server, and nothing is sent', async () => {
  const { mail } = await aSender(inOrder)
  const actor = await anActor('campaigner')
  await checkSender(actor, now)
  expect(await verdicts()).toEqual({
    spf: 'good',
    dkim: 'good',
    dmarc: 'good',
    mx: 'good',
    reverse: 'good',
    tls: 'good',
  })
  expect(mail.inClear()).not.toMatch(/MAIL|AUTH/)
  expect(await db().auditEntry.count({ where: { action: 'sending.checked' } })).toBe(1)
})

test('what is wrong is kept with the record to publish, until settings change', async () => {
  await aSender({ ...inOrder, '2026a._domainkey.example.org': {}, '_dmarc.example.org': { fault: 'refusal' } })
  await checkSenderNightly.run(now)
  expect(await verdicts()).toMatchObject({ dkim: 'bad', dmarc: 'attention', spf: 'good' })
  const report = await findSenderReport()
  expect(report?.checks.find(({ name }) => name === 'dkim')?.advised).toEqual([
    { name: '2026a._domainkey.example.org', type: 'TXT', value: `v=DKIM1; k=rsa; p=${published}` },
  ])
  expect(report).toMatchObject({ checkedAt: now, isOutdated: false })
  settings({ SENDING_IPS: '203.0.113.26' })
  expect((await findSenderReport())?.isOutdated).toBe(true)
})

test('two who ask at one time get one check', async () => {
  const { names } = await aSender(inOrder)
  const [first, second] = await Promise.all([checkSender(null, now), checkSender(null, now)])
  expect(first).toBe(second)
  expect(names.asked.filter((name) => name === '_dmarc.example.org')).toHaveLength(1)
})

test('with the built-in inbox nothing is asked of anybody', async () => {
  const { names } = await aSender(inOrder)
  settings({ SMTP_URL: '' })
  expect(await checkSender(null, now)).toEqual({ outcome: 'stays-here' })
  expect(names.asked).toEqual([])
  expect(await findSenderReport()).toBeNull()
})

test('what an older version kept, and cannot be read, counts as no check', async () => {
  await aSender(inOrder)
  await db().senderCheck.create({
    data: { checkedAt: now, settings: '', checks: [{ name: 'spf', findings: [{ code: 'gone' }] }] },
  })
  expect(await findSenderReport()).toBeNull()
})
