import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aStartedMailing, deliveryStates, isSent } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { pauseMailing, resumeMailing } from './commands/move-mailing.server.ts'
import { pauseRefused } from './commands/pause-refused.server.ts'
import { setDoubtful, setPace } from './commands/steer-mailing.server.ts'
import { claimDeliveries, claimUpdates } from './jobs/deliver/claim.server.ts'
import { exchange } from './jobs/deliver/exchange.server.ts'
import { progress } from './queries.server.ts'
import { findRun } from './queries/run.server.ts'

const noon = new Date('2026-01-20T12:00:00Z')
const worker = '00000000-0000-4000-8000-000000000001'
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  forgetSingleton('mail-groups')
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const moving = async (id: string) => ({ actor: await anActor('campaigner'), id, now: noon })

async function aMailingTo(readers: number): Promise<string> {
  for (let n = 0; n < readers; n += 1) await aSubscription({ campaignId: campaign.id })
  return aStartedMailing(campaign.id)
}

const mailing = (id: string) => db().mailing.findUniqueOrThrow({ where: { id } })

test('a pace lets go no more letters than its time allows, and a new one begins at once', async () => {
  const id = await aMailingTo(12)
  await setPace({ ...(await moving(id)), lettersPerHour: 3600 })
  expect(await claimUpdates(100), 'what three seconds save').toHaveLength(3)
  expect(await claimUpdates(100)).toHaveLength(0)
  await pool().query(`update mailing set paced_until = paced_until - interval '2 seconds'`)
  expect(await claimUpdates(100)).toHaveLength(2)
  await setPace({ ...(await moving(id)), lettersPerHour: 1 })
  expect(await claimUpdates(100)).toHaveLength(1)
  expect(await claimUpdates(100)).toHaveLength(0)
  await setPace({ ...(await moving(id)), lettersPerHour: 0 })
  expect(await claimUpdates(100)).toHaveLength(6)
})

test('two workers share one pace', async () => {
  const id = await aMailingTo(12)
  await setPace({ ...(await moving(id)), lettersPerHour: 3600 })
  const both = await Promise.all([claimUpdates(100), claimUpdates(100)])
  expect(both.flat()).toHaveLength(3)
})

test('a letter that was claimed before a pause is given back, and one of somebody who left is taken back', async () => {
  const id = await aMailingTo(2)
  const [first, second] = await claimDeliveries(10)
  if (!first || !second) throw new Error('nothing was claimed')
  await db().subscription.updateMany({ where: { id: first.subjectId }, data: { state: 'unsubscribed' } })
  const begin = async () =>
    (await exchange({ worker, settlings: [], beginning: [first, second], onTheWay: [] })).verdicts
  await pauseMailing(await moving(id))
  expect(await begin()).toEqual(
    new Map([
      [first.id, 'unwanted'],
      [second.id, 'paused'],
    ]),
  )
  expect((await db().mailWorker.findFirstOrThrow()).begun, 'nothing was begun').toEqual([])
  await resumeMailing(await moving(id))
  expect((await begin()).get(second.id)).toBe('go')
  expect((await db().mailWorker.findFirstOrThrow()).begun).toEqual([second.id])
})

test('a mailbox that is to be left alone gets no news either', async () => {
  const { email } = await aSubscription({ campaignId: campaign.id })
  await pool().query(`insert into suppression values ($1, 'complaint', now())`, [mailboxIndex(email)])
  const id = await aStartedMailing(campaign.id)
  aDeliveryWorker()
  await until(isSent(id))
  expect(server.seen).toEqual([])
  expect(await progress(id)).toMatchObject({ total: 1, suppressed: 1 })
})

test('a mailing that receivers refuse for what they think of us stops by itself, until a person resumes it', async () => {
  const id = await aMailingTo(40)
  server.behave(() => ({ code: 550, text: '5.7.1 no' }))
  aDeliveryWorker()
  const stopped = async () => {
    await pauseRefused()
    return (await mailing(id)).state === 'paused'
  }
  await until(stopped)
  expect((await mailing(id)).pausedBecause).toBe('refused')
  server.behave(() => 'accept')
  await resumeMailing({ ...(await moving(id)), now: new Date(Date.now() + 60_000) })
  expect(await pauseRefused(), 'what was refused before does not count again').toEqual([])
  expect(await mailing(id)).toMatchObject({ state: 'sending', pausedBecause: null })
  await until(isSent(id))
})

test('refusals of single mailboxes stop nothing', async () => {
  const id = await aMailingTo(6)
  server.behave(() => ({ code: 550, text: '5.1.1 unknown' }))
  aDeliveryWorker()
  await until(isSent(id))
  expect(await pauseRefused()).toEqual([])
  expect(await progress(id)).toMatchObject({ failed: 6 })
})

test('a receiver that asks for less gets half as much, whatever the worker, and the others as before', async () => {
  const group = () => db().mailGroup.findMany()
  const slow = await aSubscription({ campaignId: campaign.id, email: 'camille@gmail.com' })
  const id = await aStartedMailing(campaign.id)
  server.behave(() => ({ code: 451, text: '4.7.1 slow down' }))
  aDeliveryWorker()
  await until(async () => (await group()).length === 1)
  const [first] = await group()
  expect(first).toMatchObject({ name: 'gmail', rate: 0.5, ceiling: 2 })
  server.behave(() => 'accept')
  await pool().query(`update mail_group set next_at = now() + interval '1 hour'`)
  await pool().query('update delivery set due_at = now()')
  await aSubscription({ campaignId: campaign.id, email: 'zoe@laposte.net' })
  const other = await aStartedMailing(campaign.id)
  await notify('delivery', '')
  await until(async () => (await progress(other)).sent === 1)
  expect(server.received.map(({ receivers }) => receivers[0])).toEqual(['zoe@laposte.net'])
  await until(async () => (await deliveryStates(id)).includes('deferred'))
  await pool().query(`update mail_group set next_at = now(), changed_at = now() - interval '1 hour'`)
  await pool().query('update delivery set due_at = now()')
  await notify('delivery', '')
  await until(isSent(id))
  expect(server.received.map(({ receivers }) => receivers[0])).toContain(slow.email)
  await until(async () => (await group()).length === 0)
})

test('what becomes of doubtful letters can be chosen until the mailing is over', async () => {
  const id = await aMailingTo(1)
  expect(await setDoubtful({ ...(await moving(id)), resendsDoubtful: true })).toEqual({ outcome: 'moved' })
  expect((await claimUpdates(1))[0]?.resendsDoubtful).toBe(true)
  await db().mailing.update({ where: { id }, data: { state: 'sent' } })
  expect(await setDoubtful({ ...(await moving(id)), resendsDoubtful: false })).toEqual({ outcome: 'not-possible' })
  expect(await setPace({ ...(await moving(id)), lettersPerHour: 1 })).toEqual({ outcome: 'not-possible' })
})

test('the page of a mailing tells its rate and lists letters without an answer by number, not by address', async () => {
  const { email } = await aSubscription({ campaignId: campaign.id })
  const id = await aMailingTo(5)
  server.behave((address) => (address === email ? 'drop-after-data' : 'accept'))
  aDeliveryWorker()
  await until(isSent(id))
  const run = await findRun(id)
  expect(run.perMinute).toBeGreaterThan(0)
  const [doubtful] = await db().delivery.findMany({ where: { mailingId: id, state: 'unknown' }, select: { id: true } })
  expect(run.doubtful.map((letter) => letter.id)).toEqual([doubtful?.id])
  expect(JSON.stringify(run)).not.toContain('example.org')
  expect((await progress(id)).unknown).toBe(1)
})
