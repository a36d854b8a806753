import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aMailServer, type MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aStartedMailing, deliveryStates, isSent } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { claimDeliveries, type Claim } from './jobs/deliver/claim.server.ts'
import { messageId } from './jobs/deliver/compose.server.ts'
import { exchange } from './jobs/deliver/exchange.server.ts'
import { endExpiredLeases } from './jobs/deliver/orphans.server.ts'
import { progress } from './queries.server.ts'
import { putBack, type Settlement } from './rules.ts'

let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const begin = async (claims: readonly Claim[], worker = randomUUID()) =>
  (await exchange({ worker, settlings: [], beginning: claims, onTheWay: [] })).verdicts

const settleDelivery = async (claim: Claim, settlement: Settlement, worker = randomUUID()) =>
  (await exchange({ worker, settlings: [{ claim, settlement }], beginning: [], onTheWay: [] })).settled.has(claim.id)

const loseLeases = () => pool().query(`update delivery set lease_until = now() - interval '1 second'`)

const receivers = () => server.received.flatMap((mail) => mail.receivers).toSorted()

test('two workers at once send each letter once', async () => {
  for (let n = 0; n < 120; n += 1) await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  aDeliveryWorker()
  aDeliveryWorker()
  await until(isSent(id))
  expect(receivers()).toHaveLength(120)
  expect(new Set(receivers()).size).toBe(120)
})

test('a lease that ended makes an update doubtful and a confirmation due again', async () => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  const { deliveryId } = await aQueuedConfirmation({ campaignId: campaign.id })
  const claims = await claimDeliveries(10)
  expect([...(await begin(claims)).values()]).toEqual(['go', 'go'])
  expect(await endExpiredLeases()).toBe(0)
  await loseLeases()
  expect(await endExpiredLeases()).toBe(2)
  expect(await progress(id)).toMatchObject({ unknown: 1 })
  aDeliveryWorker()
  await until(isSent(id))
  await until(() => server.received.length === 1)
  expect(server.received[0]?.email.messageId).toBe(messageId(deliveryId))
})

test('a letter that was claimed and not begun waits again when its worker is gone, and has lost no attempt', async () => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  expect(await claimDeliveries(10)).toHaveLength(1)
  await loseLeases()
  expect(await endExpiredLeases()).toBe(1)
  expect(await db().delivery.findFirst({ select: { state: true, attempt: true } })).toEqual({
    state: 'queued',
    attempt: 0,
  })
  aDeliveryWorker()
  await until(isSent(id))
  expect(await progress(id)).toMatchObject({ total: 1, sent: 1 })
})

test('a mailing that prefers twice to never sends a doubtful letter again, under the same Message-ID and date', async () => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  await db().mailing.update({ where: { id }, data: { resendsDoubtful: true }, select: { id: true } })
  let tries = 0
  server.behave(() => ((tries += 1) > 2 ? 'accept' : 'drop-after-data'))
  aDeliveryWorker()
  await until(async () => (await progress(id)).deferred === 1)
  await pool().query('update delivery set due_at = now()')
  await notify('delivery', '')
  await until(isSent(id))
  expect(server.seen).toHaveLength(2)
  const { id: deliveryId, datedAt } = await db().delivery.findFirstOrThrow({ select: { id: true, datedAt: true } })
  expect(server.received[0]?.email.messageId).toBe(messageId(deliveryId))
  expect(Date.parse(server.received[0]?.email.date ?? '')).toBe(Math.floor((datedAt?.getTime() ?? 0) / 1000) * 1000)

  await aSubscription({ campaignId: campaign.id })
  const second = await aStartedMailing(campaign.id)
  await db().mailing.update({ where: { id: second }, data: { resendsDoubtful: true }, select: { id: true } })
  await begin(await claimDeliveries(10))
  await loseLeases()
  await endExpiredLeases()
  expect((await deliveryStates(second)).filter((state) => state === 'unknown')).toEqual([])
})

test('a worker that comes back after its lease has nothing more to say', async () => {
  await aQueuedConfirmation({ campaignId: campaign.id })
  const [zombie] = await claimDeliveries(1)
  await loseLeases()
  await endExpiredLeases()
  expect(await begin(zombie ? [zombie] : [])).toEqual(new Map([[zombie?.id, 'lost']]))
  const [holder] = await claimDeliveries(1)
  if (!zombie || !holder) throw new Error('nothing was claimed')
  expect(await settleDelivery(zombie, { state: 'failed', reply: '550', delay: 0, counted: true })).toBe(false)
  expect(await settleDelivery(holder, { state: 'handed-over', reply: '250', delay: 0, counted: true })).toBe(true)
  expect(await settleDelivery(holder, putBack)).toBe(false)
})

test('without a mail server nothing is lost and nothing counts as an attempt', async () => {
  await server.stop()
  await aQueuedConfirmation({ campaignId: campaign.id })
  const { stop } = aDeliveryWorker()
  await until(async () => (await db().delivery.count({ where: { fence: { gt: 0n }, state: 'queued' } })) === 1)
  await stop()
  expect(await db().delivery.findFirst({ select: { state: true, attempt: true } })).toEqual({
    state: 'queued',
    attempt: 0,
  })
  server = await aMailServer(server.port)
  aDeliveryWorker()
  await until(() => server.received.length === 1)
})

test('a worker told to stop finishes what is in flight and leaves the rest to others', async () => {
  for (let n = 0; n < 40; n += 1) await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  const gate = new AbortController()
  server.holdUntil(new Promise((resolve) => gate.signal.addEventListener('abort', () => resolve())))
  const { stop } = aDeliveryWorker()
  await until(() => server.seen.length > 0)
  const stopped = stop()
  gate.abort()
  await stopped
  const states = await deliveryStates(id)
  expect(states).not.toContain('claimed')
  expect(states.filter((state) => state === 'handed_over')).toHaveLength(server.received.length)
  expect(states).toContain('queued')
  aDeliveryWorker()
  await until(isSent(id))
  expect(new Set(receivers()).size).toBe(40)
  expect(receivers()).toHaveLength(40)
})

test('a deferred letter keeps its identity and its date', async () => {
  const { deliveryId } = await aQueuedConfirmation({ campaignId: campaign.id })
  let tries = 0
  server.behave(() => ((tries += 1) > 2 ? 'accept' : { code: 451, text: '4.3.0 later' }))
  aDeliveryWorker()
  const row = () =>
    db().delivery.findFirstOrThrow({ select: { state: true, attempt: true, reply: true, datedAt: true } })
  await until(async () => (await row()).state === 'deferred')
  const before = await row()
  expect(before).toMatchObject({ attempt: 1, reply: '451 4.3.0' })
  await pool().query(`update delivery set due_at = now(), dated_at = dated_at - interval '1 hour'`)
  await notify('delivery', '')
  await until(() => server.received.length === 1)
  expect(server.received[0]?.email.messageId).toBe(messageId(deliveryId))
  expect(Date.parse(server.received[0]?.email.date ?? '')).toBeLessThan((before.datedAt?.getTime() ?? 0) - 3_590_000)
  // The server has it before what it answered is written down.
  await until(async () => (await row()).state === 'handed_over')
  expect(await row()).toMatchObject({ state: 'handed_over', attempt: 2 })
})

test('an update whose answer was lost is listed as doubtful and never sent again', async () => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  server.behave(() => 'drop-after-data')
  aDeliveryWorker()
  await until(isSent(id))
  expect(await progress(id)).toMatchObject({ total: 1, unknown: 1, sent: 0 })
  expect(server.seen).toHaveLength(1)
})

test('one letter that cannot be opened fails alone', async () => {
  const { id: broken } = await aSubscription({ campaignId: campaign.id })
  const { email } = await aSubscription({ campaignId: campaign.id })
  await pool().query(
    `update subscription set sealed_email = set_byte(sealed_email, 30, (get_byte(sealed_email, 30) + 1) % 256) where id = $1`,
    [broken],
  )
  const id = await aStartedMailing(campaign.id)
  aDeliveryWorker()
  await until(isSent(id))
  expect(receivers()).toEqual([email])
  expect(await progress(id)).toMatchObject({ failed: 1, sent: 1 })
})
