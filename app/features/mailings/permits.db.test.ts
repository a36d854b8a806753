import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { blockMailbox } from '#app/features/signatures/commands/block-mailbox.server.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { standardRules, tableOf } from '#app/features/signatures/rules/canonical-address.ts'
import { useAddressRules } from '#app/features/signatures/whose.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { confirmationCode, linkToken, readConfirmToken, readLinkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { claimDeliveries } from './jobs/deliver/claim.server.ts'
import { isLeftAlone } from './jobs/deliver/left-alone.server.ts'
import { permitDelivery as permitAt } from './jobs/deliver/permit.server.ts'
import { forgetAllowances } from './jobs/forget-allowances.server.ts'

const email = 'camille@example.org'
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const permitDelivery = (address: string, id: string, heardAt: Date | null = null) => permitAt(address, id, heardAt)
const given = { permit: 'given' }
const aMinutePasses = () => pool().query(`update mail_allowance set last_at = last_at - interval '61 seconds'`)
const aDayPasses = () =>
  pool().query(`update mail_allowance set day = day - 1, last_at = last_at - interval '24 hours'`)
const deliveries = () =>
  db().delivery.findMany({ select: { state: true, attempt: true, dueAt: true }, orderBy: { dueAt: 'asc' } })

test('a mailbox is written to once a minute', async () => {
  expect(await permitDelivery(email, randomUUID())).toEqual(given)
  const second = randomUUID()
  expect(await permitDelivery(email, second)).toMatchObject({ permit: 'later', seconds: expect.closeTo(60, -1) })
  expect(await permitDelivery('noor@example.org', randomUUID())).toEqual(given)
  await aMinutePasses()
  expect(await permitDelivery(email, second)).toEqual(given)
})

test('a mailbox is written to ten times a day, whatever the campaigns and the spelling', async () => {
  for (let n = 0; n < 10; n += 1) {
    expect(await permitDelivery(n % 2 === 0 ? email : `Camille+${n}@Example.org`, randomUUID())).toEqual(given)
    await aMinutePasses()
  }
  const eleventh = randomUUID()
  const answer = await permitDelivery(email, eleventh)
  expect(answer).toMatchObject({ permit: 'later' })
  const { rows } = await pool().query<{ day: string }>(
    `select ((now() + make_interval(secs => $1)) at time zone 'Europe/Paris')::date::text as day`,
    ['seconds' in answer ? answer.seconds + 1 : 0],
  )
  expect(rows[0]?.day, 'the day after').toBe(parisDay(new Date(Date.now() + 86_400_000)))
  await aDayPasses()
  expect(await permitDelivery(email, eleventh)).toEqual(given)
})

test('a delivery that is tried again is not counted again and does not wait', async () => {
  const id = randomUUID()
  for (let tries = 0; tries < 20; tries += 1) expect(await permitDelivery(email, id)).toEqual(given)
  for (let n = 1; n < 10; n += 1) {
    await aMinutePasses()
    expect(await permitDelivery(email, randomUUID())).toEqual(given)
  }
  await aMinutePasses()
  expect(await permitDelivery(email, randomUUID())).toMatchObject({ permit: 'later' })
  expect(await permitDelivery(email, id)).toEqual(given)
})

test('what answers a confirmation goes at once, and once', async () => {
  expect(await permitDelivery(email, randomUUID())).toEqual(given)
  const confirmedAt = new Date(Date.now() + 1)
  await until(() => Date.now() > confirmedAt.getTime())
  expect(await permitDelivery(email, randomUUID(), new Date(Date.now() - 60_000))).toMatchObject({ permit: 'later' })
  expect(await permitDelivery(email, randomUUID(), confirmedAt)).toEqual(given)
  expect(await permitDelivery(email, randomUUID(), confirmedAt)).toMatchObject({ permit: 'later' })
})

test('of fifty letters to one mailbox at once one goes', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => permitDelivery(email, randomUUID())))
  expect(answers.filter(({ permit }) => permit === 'given')).toHaveLength(1)
  expect(answers.filter(({ permit }) => permit === 'later')).toHaveLength(49)
})

test('a hundred mailboxes at once do not wait for each other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => permitDelivery(`p${n}@example.org`, randomUUID())),
  )
  expect(answers).toEqual(answers.map(() => given))
})

test('who said "it was not me" gets nothing, and the sender sees no difference', async () => {
  await pool().query(`insert into suppression values ($1, 'not-me', now())`, [mailboxIndex(email)])
  await aQueuedConfirmation({ campaignId: campaign.id, email: 'Camille+again@example.org' })
  const other = await aQueuedConfirmation({ campaignId: campaign.id })
  aDeliveryWorker()
  await until(async () => (await deliveries()).every(({ state }) => state === 'suppressed' || state === 'handed_over'))
  expect(server.received.map(({ receivers }) => receivers)).toEqual([[other.email]])
  expect(await db().mailAllowance.count()).toBe(1)
})

test('a block holds whatever the team says of the domain later', async () => {
  const dotted = 'Ca.Mille@example.org'
  const block = (address: string) =>
    db().$transaction((tx) => blockMailbox(tx, { address, linkIndex: randomBytes(32), now: new Date() }))
  const rule = { domain: 'example.org', ignoresDots: true, tags: '+', aliasOf: null }
  const withRule = () => useAddressRules(tableOf([...standardRules, rule]))
  try {
    await block(dotted)
    withRule()
    await block('n.oor+1@example.org')
    expect(await permitDelivery(dotted, randomUUID())).toEqual({ permit: 'suppressed' })
    expect(await isLeftAlone(dotted), 'no news either').toBe(true)
    forgetSingleton('address-rules')
    expect(await permitDelivery('n.oor+1@example.org', randomUUID())).toEqual({ permit: 'suppressed' })
  } finally {
    forgetSingleton('address-rules')
  }
})

test('the second mail of a minute waits, costs no attempt and goes out later', async () => {
  await aQueuedConfirmation({ campaignId: campaign.id, email })
  await aQueuedConfirmation({ campaignId: (await aCampaign()).id, email })
  aDeliveryWorker()
  await until(
    async () =>
      (await deliveries())
        .map(({ state }) => state)
        .toSorted()
        .join() === 'deferred,handed_over',
  )
  const [, waiting] = await deliveries()
  expect(waiting).toMatchObject({ state: 'deferred', attempt: 0 })
  expect((waiting?.dueAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(50_000)
  await aMinutePasses()
  await pool().query(`update delivery set due_at = now() where state = 'deferred'`)
  await notify('delivery', '')
  await until(() => server.received.length === 2)
  expect(server.received.map(({ receivers }) => receivers[0])).toEqual([email, email])
})

test('a server that refuses for now does not use up what the mailbox may get', async () => {
  await aQueuedConfirmation({ campaignId: campaign.id, email })
  let tries = 0
  server.behave(() => ((tries += 1) > 12 ? 'accept' : { code: 451, text: '4.3.0 later' }))
  aDeliveryWorker()
  await until(async () => {
    await pool().query(`update delivery set due_at = now() where state = 'deferred'`)
    await notify('delivery', '')
    return server.received.length === 1
  })
  const [row] = await db().mailAllowance.findMany({ select: { marks: true } })
  expect(row?.marks).toHaveLength(1)
})

test('news are not counted: who asked for them can leave them', async () => {
  const reader = await aSubscription({ campaignId: campaign.id, email })
  await aQueuedConfirmation({ campaignId: campaign.id, email })
  await aStartedMailing(campaign.id)
  aDeliveryWorker()
  await until(() => server.received.length === 2)
  expect(server.received.map(({ receivers }) => receivers[0])).toEqual([reader.email, reader.email])
})

test('what a mailbox was sent is forgotten the day after', async () => {
  await permitDelivery(email, randomUUID())
  await forgetAllowances.run(new Date())
  expect(await db().mailAllowance.count()).toBe(1)
  await forgetAllowances.run(new Date(Date.now() + 86_400_000))
  expect(await db().mailAllowance.count()).toBe(0)
})

test('a confirmation carries its code and a link for whom it was not, in both parts', async () => {
  const { id } = await aQueuedConfirmation({ campaignId: campaign.id })
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const { text = '', html = '' } = server.received[0]?.email ?? {}
  const target = { campaignId: campaign.id, id }
  const code = confirmationCode(target)
  for (const part of [text, html]) {
    expect(part.replaceAll('&nbsp;', '\u00A0')).toContain(`${code.slice(0, 3)}\u00A0${code.slice(3)}`)
    expect(part.split(`/not-me/${linkToken('not-me', target)}`)).toHaveLength(2)
    expect(part).not.toMatch(/TOKEN_|OTHER_|START_|END_/)
  }
  expect(readLinkToken('not-me', /\/not-me\/([\w-]+)/.exec(text)?.[1] ?? '')).toEqual(target)
})

test('the link says when the mail was written, at each attempt anew', async () => {
  await aQueuedConfirmation({ campaignId: campaign.id })
  await claimDeliveries(1)
  await pool().query(
    `update delivery set state = 'queued', lease_until = null, dated_at = dated_at - interval '2 hours', due_at = now()`,
  )
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const token = /\/confirm\/([\w-]+)/.exec(server.received[0]?.email.text ?? '')?.[1] ?? ''
  expect(Math.abs((readConfirmToken(token)?.writtenAt?.getTime() ?? 0) - Date.now())).toBeLessThan(10_000)
})

test('a reminder has its own words and goes after the mails of those who sign now', async () => {
  await aQueuedConfirmation({ campaignId: campaign.id, kind: 'reminder' })
  await aQueuedConfirmation({ campaignId: campaign.id })
  expect((await claimDeliveries(1)).map(({ kind }) => kind)).toEqual(['confirmation'])
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  expect(server.received[0]?.email.subject).toMatch(/^Votre signature attend encore/)
  expect(server.received[0]?.email.text?.match(/\/confirm\//g)).toHaveLength(1)
})

test('the second of a household is told so, the first is not', async () => {
  const emailIndex = randomBytes(32)
  await aQueuedConfirmation({ campaignId: campaign.id, emailIndex, email: 'p@example.org' })
  await aQueuedConfirmation({ campaignId: campaign.id, emailIndex, email: 'q@example.org', householdRank: 1 })
  aDeliveryWorker()
  await until(() => server.received.length === 2)
  const saysSecond = (address: string) =>
    server.received.find(({ receivers }) => receivers[0] === address)?.email.text?.includes('deuxième personne')
  expect([saysSecond('p@example.org'), saysSecond('q@example.org')]).toEqual([false, true])
})

test.each([
  ['quarantined', null, 'confirmation', 1],
  ['quarantined', null, 'reminder', 1],
  ['quarantined', new Date('2026-01-20T12:00:00Z'), 'already_signed', 1],
  ['invalidated', new Date('2026-01-20T12:00:00Z'), 'already_signed', 1],
  ['invalidated', null, 'confirmation', 1],
  ['invalidated', null, 'reminder', 0],
] as const)('a signature that is %s (confirmed: %s) gets its %s: %s', async (state, confirmedAt, kind, mails) => {
  await aQueuedConfirmation({ campaignId: campaign.id, state, confirmedAt, kind })
  aDeliveryWorker()
  await until(async () => (await deliveries()).every((row) => row.state !== 'queued' && row.state !== 'claimed'))
  expect(server.received).toHaveLength(mails)
})
