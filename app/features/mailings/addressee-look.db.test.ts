import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aDripSigner, aRunningDrip, dripHistory, dripOf } from '#prisma/factories/a-drip.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { lookAtAddressee, showToAddressee } from './addressee-look.server.ts'
import { approveDrip, noteDripTested, proposeDrip, saveDrip } from './commands/drip.server.ts'
import { planTargetLetters } from './commands/plan-target-letters.server.ts'
import { noteReturn } from './commands/take-bounce.server.ts'
import { testDrip } from './commands/test-drip.server.ts'
import { findDrip } from './queries/drip.server.ts'

const start = new Date('2026-02-10T12:00:00Z')
const nextDay = new Date('2026-02-11T09:00:00Z')
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const gone = `{{quote:${randomUUID()}}}`

test('a letter is looked at as the addressee will read it: gathered, and of one who may be named or not', async () => {
  const { previews, findings } = await lookAtAddressee(campaign.id, dripOf({ words: 'Bonjour, **{{count}}** noms.' }))
  expect(findings).toEqual([])
  const [digest, named, unnamed] = previews
  expect([digest?.sample, named?.sample, unnamed?.sample]).toEqual(['digest', 'named', 'unnamed'])
  const words = (preview: typeof digest) => JSON.stringify(preview?.parts)
  expect(words(digest)).toMatch(/Camille Exemple.{1,3}Sacha Exemple.{1,3}Noa Exemple/)
  expect(words(digest)).toContain('<strong>0</strong> noms')
  expect(words(named)).toContain('Camille Exemple')
  expect(words(unnamed)).not.toContain('Exemple')
  expect(digest?.text).toMatch(/Camille Exemple.{1,3}Sacha/)
  const html = await showToAddressee(campaign.id, { sample: 'named', settings: dripOf() })
  expect(html).toContain('Camille Exemple')
})

test('where no names are given the look gives none', async () => {
  const { previews } = await lookAtAddressee(campaign.id, dripOf({ names: false }))
  expect(JSON.stringify(previews)).not.toContain('Camille')
})

test('what has to be mended is neither tested nor proposed nor agreed to', async () => {
  const actor = await anActor('campaigner')
  const dripping = { actor, campaignId: campaign.id, now: start }
  const faults = { outcome: 'faults' }
  const settings = dripOf({ words: 'Bonjour {{name|vous}}' })
  await saveDrip(dripping, settings)
  const revision = (await findDrip(campaign.id))?.revision ?? 0
  expect(await testDrip(dripping)).toEqual(faults)
  expect(server.received).toEqual([])
  await noteDripTested(dripping, revision)
  expect(await proposeDrip(dripping)).toEqual(faults)
  await db().targetDrip.updateMany({ data: { state: 'proposed', proposedById: actor.id } })
  expect(await approveDrip({ ...dripping, actor: await anActor('owner') }, settings, revision)).toEqual(faults)
})

test('a quote that is taken back stops the letters, and whom they tell of is told of later', async () => {
  await aRunningDrip(campaign.id, start)
  await db().$executeRaw`update target_drip set settings = jsonb_set(settings, '{words}', to_jsonb(${gone}::text))`
  await aDripSigner(campaign.id, 'Une', { confirmedAt: new Date(start.getTime() + 3_600_000) })
  expect(await planTargetLetters(campaign.id, { now: nextDay, chance: () => 0 })).toBe(1)
  const worker = aDeliveryWorker()
  await until(async () => (await findDrip(campaign.id))?.stoppedBecause === 'quote-gone')
  await worker.stop()
  expect(server.received).toEqual([])
  expect((await dripHistory(campaign.id, nextDay)).told).toBe(0)
  expect(await db().delivery.count({ where: { state: { in: ['failed', 'suppressed', 'unknown'] } } })).toBe(0)
})

test('the history tells letters that were sent back from those refused at the door', async () => {
  await aRunningDrip(campaign.id, start)
  const letters = [randomUUID(), randomUUID(), randomUUID()]
  for (const [n, id] of letters.entries()) {
    await db().targetLetter.create({
      data: { id, campaignId: campaign.id, kind: 'digest', people: n + 1, createdAt: start },
    })
    await db().delivery.create({
      data: {
        campaignId: campaign.id,
        id,
        kind: 'target',
        subjectId: id,
        lane: 2,
        dueAt: start,
        endedAt: start,
        ...(n === 0 ? { state: 'failed', reply: '550 5.1.1' } : { state: 'handed_over' }),
      },
    })
  }
  const target = { campaignId: campaign.id, id: letters[1] ?? '' }
  await db().$transaction((tx) => noteReturn(tx, { target, kind: 'hard', final: true, status: '5.1.1', now: nextDay }))
  const history = await dripHistory(campaign.id, nextDay)
  expect(history).toMatchObject({ returned: 1, told: 3, lastAt: start.toISOString() })
  expect(history.letters).toMatchObject({ failed: 2, 'handed-over': 1 })
  expect(history.latest.filter(({ cameBack }) => cameBack).map(({ id }) => id)).toEqual([letters[1]])
})
