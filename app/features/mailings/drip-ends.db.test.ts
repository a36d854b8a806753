import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aDripSigner, aRunningDrip, dripHistory, dripOf } from '#prisma/factories/a-drip.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import {
  noteDripTested,
  proposeDrip,
  saveDrip,
  sendFailedAgain,
  stopDrip,
  takeBackDrip,
} from './commands/drip.server.ts'
import { planTargetLetters } from './commands/plan-target-letters.server.ts'
import { noteReturn } from './commands/take-bounce.server.ts'
import { claimUrgent } from './jobs/deliver/claim.server.ts'
import { exchange } from './jobs/deliver/exchange.server.ts'
import { writeToAddressees } from './jobs/write-to-addressees.server.ts'
import { findDrip, listDripsWaiting } from './queries/drip.server.ts'

const start = new Date('2026-02-10T12:00:00Z')
const nextDay = new Date('2026-02-11T09:00:00Z')
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const planning = (now: Date) => ({ now, chance: () => 0 })
const plan = (now: Date) => planTargetLetters(campaign.id, planning(now))

/** An hour after the letters began. */
const anHourAfter = new Date(start.getTime() + 3_600_000)
const aSigner = (name: string, given: { showName?: boolean; confirmedAt?: Date; createdAt?: Date } = {}) =>
  aDripSigner(campaign.id, name, { confirmedAt: anHourAfter, ...given })
const history = (now = nextDay) => dripHistory(campaign.id, now)

test('a letter that may have arrived is not sent again, and one that was refused is when somebody says so', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced' })
  await aSigner('Une')
  await plan(start)
  await plan(nextDay)
  server.behave(() => 'drop-after-data')
  const worker = aDeliveryWorker()
  await until(async () => (await history()).letters.unknown === 1)
  await aSigner('Deux')
  server.behave(() => ({ code: 554, text: '5.6.0 no' }))
  await plan(new Date(nextDay.getTime() + 3_600_000))
  await db().delivery.updateMany({ where: { state: 'queued' }, data: { dueAt: nextDay } })
  await until(async () => (await history()).letters.failed === 1)
  server.behave(() => 'accept')
  const dripping = { actor: await anActor('campaigner'), campaignId: campaign.id, now: nextDay }
  expect(await sendFailedAgain(dripping)).toEqual({ outcome: 'done' })
  await until(async () => (await history()).letters['handed-over'] === 1)
  await worker.stop()
  expect((await history()).letters).toMatchObject({ unknown: 1, failed: 0, 'handed-over': 1 })
  expect(server.received).toHaveLength(1)
})

test('a letter that was claimed before a stop is given back, and goes once letters go again', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced', perHour: 60 })
  await aSigner('Une')
  await plan(nextDay)
  await db().delivery.updateMany({ data: { dueAt: start } })
  const claims = await claimUrgent(10)
  const begin = async () => [
    ...(await exchange({ worker: randomUUID(), settlings: [], beginning: claims, onTheWay: [] })).verdicts.values(),
  ]
  await stopDrip({ actor: await anActor('campaigner'), campaignId: campaign.id, now: nextDay })
  expect(await begin()).toEqual(['paused'])
  expect((await db().mailWorker.findFirstOrThrow()).begun, 'nothing was begun').toEqual([])
  await db().targetDrip.updateMany({ data: { state: 'running' } })
  expect(await begin()).toEqual(['go'])
})

test('it stops by itself for a mailbox that is left alone, a letter that comes back, and three refusals', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced', perHour: 60 })
  for (let n = 0; n < 5; n += 1) await aSigner(`Exemple ${n}`)
  await db().suppression.create({
    data: {
      emailIndex: Uint8Array.from(mailboxIndex('bureau@ministere.example.org')),
      reason: 'complained',
      createdAt: start,
    },
  })
  await plan(nextDay)
  const worker = aDeliveryWorker()
  await until(async () => (await findDrip(campaign.id))?.stoppedBecause === 'left-alone')
  await worker.stop()
  expect(server.seen).toEqual([])
  await db().suppression.deleteMany()

  await db().targetDrip.updateMany({ data: { state: 'running', stoppedBecause: null, plannedUntil: null } })
  await db().delivery.deleteMany()
  const letter = randomUUID()
  await db().targetLetter.create({
    data: { id: letter, campaignId: campaign.id, kind: 'single', people: 1, createdAt: start },
  })
  const returned = {
    target: { campaignId: campaign.id, id: letter },
    kind: 'hard',
    final: true,
    status: '5.1.1',
    now: nextDay,
  } as const
  expect(await db().$transaction((tx) => noteReturn(tx, returned))).toEqual({ outcome: 'noted', kind: 'hard' })
  expect((await findDrip(campaign.id))?.stoppedBecause).toBe('came-back')

  await db().targetDrip.updateMany({ data: { state: 'running', stoppedBecause: null } })
  await db().targetLetter.deleteMany()
  for (let n = 0; n < 3; n += 1) {
    const id = randomUUID()
    await db().targetLetter.create({
      data: { id, campaignId: campaign.id, kind: 'single', people: 1, createdAt: start },
    })
    await db().delivery.create({
      data: {
        campaignId: campaign.id,
        id,
        kind: 'target',
        subjectId: id,
        lane: 2,
        dueAt: start,
        state: 'failed',
        endedAt: start,
      },
    })
  }
  await writeToAddressees.run(nextDay)
  expect((await findDrip(campaign.id))?.stoppedBecause).toBe('refused')
})

test('in quiet hours nothing leaves, not even what waited', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced', quietFrom: 20, quietUntil: 8 })
  await aSigner('Une')
  const night = new Date('2026-02-10T23:00:00Z')
  expect(await plan(night)).toBe(0)
  expect(await plan(new Date('2026-02-11T06:30:00Z'))).toBe(1)
  const [due] = await db().delivery.findMany({ select: { dueAt: true } })
  expect(due?.dueAt).toEqual(new Date('2026-02-11T07:00:00Z'))
})

test('a letter that a server took and sent back for now is not sent again, and one that no mailbox was there for is', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced', perHour: 60 })
  for (const name of ['Une', 'Deux', 'Trois']) await aSigner(name)
  await plan(nextDay)
  const [soft, hard, refused] = await db().delivery.findMany({ orderBy: { dueAt: 'asc' }, select: { id: true } })
  if (!soft || !hard || !refused) throw new Error('there are three letters')
  await db().delivery.updateMany({ data: { state: 'handed_over', endedAt: nextDay } })
  const returned = { final: true, now: nextDay } as const
  const back = (id: string, kind: 'soft' | 'hard', status: string) =>
    db().$transaction((tx) => noteReturn(tx, { ...returned, target: { campaignId: campaign.id, id }, kind, status }))
  await back(soft.id, 'soft', '4.2.2')
  await back(hard.id, 'hard', '5.1.1')
  await db().delivery.updateMany({ where: { id: refused.id }, data: { state: 'failed' } })
  expect(await history()).toMatchObject({ letters: { failed: 3 }, sendable: 2 })
  const dripping = { actor: await anActor('campaigner'), campaignId: campaign.id, now: nextDay }
  expect(await sendFailedAgain(dripping)).toEqual({ outcome: 'done' })
  const states = await db().delivery.findMany({ where: { state: 'queued' }, select: { id: true } })
  expect(states.map(({ id }) => id).toSorted()).toEqual([hard.id, refused.id].toSorted())
  expect(await history()).toMatchObject({ letters: { failed: 1 }, sendable: 0 })
  expect(await sendFailedAgain(dripping), 'what is left may have arrived').toEqual({ outcome: 'not-possible' })
})

test('what waits for a second person is found, with who proposed it, until it is agreed to or taken back', async () => {
  const actor = await anActor('campaigner')
  const dripping = { actor, campaignId: campaign.id, now: start }
  await saveDrip(dripping, dripOf())
  await noteDripTested(dripping, (await findDrip(campaign.id))?.revision ?? 0)
  expect(await listDripsWaiting()).toEqual([])
  await proposeDrip(dripping)
  expect(await listDripsWaiting()).toEqual([{ slug: campaign.slug, proposedById: actor.id }])
  await takeBackDrip(dripping)
  expect(await listDripsWaiting()).toEqual([])
  await aRunningDrip(campaign.id, start)
  expect(await listDripsWaiting(), 'agreed to').toEqual([])
})
