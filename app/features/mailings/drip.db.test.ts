import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { forgetOldDeliveries } from '#app/features/signatures/jobs.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aDripSigner, aRunningDrip, dripHistory, dripOf } from '#prisma/factories/a-drip.ts'
import { lockSending } from '#prisma/factories/a-locked-place.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveDrip, proposeDrip, saveDrip, stopDrip } from './commands/drip.server.ts'
import { planTargetLetters } from './commands/plan-target-letters.server.ts'
import { testDrip } from './commands/test-drip.server.ts'
import { actOnDrip } from './drip-desk.server.ts'
import { findDrip } from './queries/drip.server.ts'

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
const delivered = () => server.received.map(({ email }) => email)

test('letters begin only after a test of the very settings, and a second person', async () => {
  const [first, second] = [await anActor('campaigner'), await anActor('campaigner')]
  const dripping = { actor: first, campaignId: campaign.id, now: start }
  await saveDrip(dripping, dripOf())
  expect(await proposeDrip(dripping)).toEqual({ outcome: 'not-tested' })
  expect(await testDrip(dripping)).toEqual({ outcome: 'test-sent' })
  expect(server.received[0]).toMatchObject({ receivers: ['equipe@association.example.org'] })
  expect(server.received[0]?.email.text).toContain('Camille Exemple')
  await saveDrip(dripping, dripOf({ subject: 'Autre chose' }))
  expect(await proposeDrip(dripping), 'another text').toEqual({ outcome: 'not-tested' })
  await testDrip(dripping)
  expect(await proposeDrip(dripping)).toEqual({ outcome: 'done' })
  const revision = (await findDrip(campaign.id))?.revision ?? 0
  expect(await approveDrip(dripping, dripOf(), revision)).toEqual({ outcome: 'needs-another' })
  const other = { ...dripping, actor: second }
  expect(await approveDrip(other, dripOf(), revision - 1), 'what was read').toEqual({ outcome: 'not-possible' })
  expect(await approveDrip(other, dripOf(), revision)).toEqual({ outcome: 'done' })
  expect(await saveDrip(dripping, dripOf()), 'what runs does not change').toEqual({ outcome: 'not-possible' })
  expect(await db().delivery.count()).toBe(0)
  expect(await db().auditEntry.findMany({ select: { action: true }, orderBy: { seq: 'asc' } })).toEqual(
    ['saved', 'tested', 'saved', 'tested', 'proposed', 'approved'].map((deed) => ({ action: `addressee.${deed}` })),
  )
})

test('a test that the server refuses allows nothing', async () => {
  const dripping = { actor: await anActor('campaigner'), campaignId: campaign.id, now: start }
  await saveDrip(dripping, dripOf())
  server.behave(() => ({ rcpt: 550, text: '5.1.1 unknown' }))
  expect(await testDrip(dripping)).toEqual({ outcome: 'test-refused', reply: '550 5.1.1' })
  expect(await proposeDrip(dripping)).toEqual({ outcome: 'not-tested' })
})

test('no test leaves a copy whose sending is locked, and none counts', async () => {
  const dripping = { actor: await anActor('campaigner'), campaignId: campaign.id, now: start }
  await saveDrip(dripping, dripOf())
  await lockSending()
  expect(await testDrip(dripping)).toEqual({ outcome: 'sending-locked' })
  expect(await actOnDrip({ intent: 'test' }, dripping)).toEqual({ outcome: 'refused', key: 'mailings.test.locked' })
  expect(server.seen).toEqual([])
  expect(await proposeDrip(dripping)).toEqual({ outcome: 'not-tested' })
})

test('a digest tells how many signed, names who agreed since it is prepared, and comes from the association', async () => {
  await aRunningDrip(campaign.id, start)
  await aSigner('Avant Exemple', { showName: true, createdAt: new Date('2026-02-09T12:00:00Z') })
  await aSigner('Nommée Exemple', { showName: true })
  await aSigner('Discrète Exemple')
  await aSignature({ campaignId: campaign.id, state: 'pending' })
  await aSignature({ campaignId: campaign.id, state: 'quarantined' })
  expect(await plan(start), 'its hour comes tomorrow').toBe(0)
  expect(await plan(nextDay)).toBe(1)
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const [letter] = server.received
  expect(letter?.receivers).toEqual(['bureau@ministere.example.org'])
  expect(letter?.email.from?.address).toBe('portevoix@example.org')
  expect(letter?.email.replyTo).toMatchObject([{ address: 'campagne@association.example.org' }])
  for (const body of [letter?.email.text, letter?.email.html]) {
    expect(body).toContain('3 personnes')
    expect(body).toContain('Nommée Exemple')
    expect(body).not.toMatch(/Discrète|Avant Exemple|camille@/)
  }
  await until(async () => (await history()).letters['handed-over'] === 1)
  expect(await history()).toMatchObject({ told: 3, waiting: 0, untold: 0 })
  expect(await plan(nextDay), 'the digest of the day is made').toBe(0)
  expect(await plan(new Date('2026-02-12T09:00:00Z')), 'nobody new').toBe(0)
})

test('every signature is told of once, whenever it is confirmed, given back or released, and by two workers too', async () => {
  await aRunningDrip(campaign.id, start)
  await aSigner('Une')
  await Promise.all([plan(nextDay), plan(nextDay)])
  expect(await db().targetLetter.count()).toBe(1)
  // Held for a while and released: confirmed long before the letter that left it out.
  await aSigner('Deux', { confirmedAt: new Date(start.getTime() + 60_000) })
  await aSigner('Trois')
  expect(await plan(new Date('2026-02-12T09:00:00Z'))).toBe(1)
  expect(await db().targetLetter.findMany({ select: { people: true }, orderBy: { createdAt: 'asc' } })).toEqual([
    { people: 1 },
    { people: 2 },
  ])
  await forgetOldDeliveries.run(new Date('2026-06-01T00:00:00Z'))
  expect(await plan(new Date('2026-06-01T09:00:00Z')), 'a month later too').toBe(0)
})

test('earlier signatures are told of where the team said so', async () => {
  await aSigner('Avant', { confirmedAt: new Date('2026-02-01T12:00:00Z') })
  await aRunningDrip(campaign.id, start)
  expect(await plan(nextDay)).toBe(0)
  await db().targetDrip.deleteMany()
  await aRunningDrip(campaign.id, start, { past: true })
  expect(await plan(nextDay)).toBe(1)
})

test('who takes their signature back before the letter leaves is in it no more', async () => {
  await aRunningDrip(campaign.id, start)
  const gone = await aSigner('Partie Exemple', { showName: true })
  await aSigner('Restée Exemple', { showName: true })
  await plan(nextDay)
  await db().signature.update({
    where: { campaignId_id: { campaignId: campaign.id, id: gone } },
    data: { state: 'withdrawn' },
  })
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  expect(delivered()[0]?.text).toContain('Une personne de plus')
  expect(delivered()[0]?.text).not.toContain('Partie')
})

test('paced letters are one for each signature, as far apart as the pace says, in the order they were confirmed', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced', perHour: 6 })
  for (let n = 0; n < 8; n += 1) await aSigner(`Exemple ${n}`, { confirmedAt: new Date(start.getTime() + n * 1000) })
  expect(await plan(nextDay)).toBe(6)
  expect(await plan(new Date(nextDay.getTime() + 60_000)), 'the turn an hour from now').toBe(1)
  const due = await db().delivery.findMany({ select: { dueAt: true }, orderBy: { dueAt: 'asc' } })
  expect(due.map(({ dueAt }) => (dueAt.getTime() - nextDay.getTime()) / 60_000)).toEqual([0, 10, 20, 30, 40, 50, 60])
  expect(await plan(new Date(nextDay.getTime() + 60_000)), 'no turn is given twice').toBe(0)
  expect(await plan(new Date(nextDay.getTime() + 3_600_000))).toBe(1)
  expect(await db().targetMention.count()).toBe(8)
})

test('it stops at once: nothing waits, nobody is left out, and going on takes two people again', async () => {
  await aRunningDrip(campaign.id, start, { rhythm: 'paced' })
  for (let n = 0; n < 3; n += 1) await aSigner(`Exemple ${n}`)
  await plan(nextDay)
  const actor = await anActor('campaigner')
  const dripping = { actor, campaignId: campaign.id, now: nextDay }
  expect(await stopDrip(dripping)).toEqual({ outcome: 'done' })
  expect(await db().delivery.count()).toBe(0)
  expect(await history()).toMatchObject({ told: 0, waiting: 0, untold: 3 })
  expect(await plan(nextDay)).toBe(0)
  expect(await proposeDrip(dripping)).toEqual({ outcome: 'done' })
  const revision = (await findDrip(campaign.id))?.revision ?? 0
  expect(await approveDrip(dripping, dripOf(), revision)).toEqual({ outcome: 'needs-another' })
  expect(await approveDrip({ ...dripping, actor: await anActor('owner') }, dripOf(), revision)).toEqual({
    outcome: 'done',
  })
  expect(await plan(nextDay)).toBe(3)
})
