import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { dripOf } from '#prisma/factories/a-drip.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { approveDrip, noteDripTested, proposeDrip, saveDrip, stopDripBecause } from './commands/drip.server.ts'
import { pauseMailing, resumeMailing } from './commands/move-mailing.server.ts'
import { scheduleMailing, unscheduleMailing } from './commands/schedule-mailing.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { chooseWinner, keepTrial } from './commands/trial.server.ts'
import { writeMailing } from './commands/write-mailing.server.ts'
import { findDrip } from './queries/drip.server.ts'
import { findRun } from './queries/run.server.ts'
import { listWaiting } from './queries/waiting.server.ts'

const now = new Date('2026-01-20T12:00:00Z')
const texts = { fr: { subject: 'Une réponse', body: 'Bonjour.' }, en: { subject: 'An answer', body: 'Hello.' } }
const tried = { intent: 'keep', subjectFr: 'Autre', subjectEn: 'Other', share: 50, goal: 'visit', hours: 0 } as const
let campaign: CampaignSummary
let ana: Actor
let bea: Actor

beforeEach(async () => {
  campaign = await aCampaign()
  ana = await anActor('campaigner')
  bea = await anActor('owner')
})

const written = async () => (await writeMailing({ actor: ana, campaignId: campaign.id, texts, now })).id
const seenBy = async (actor: Actor, at = now) =>
  (await listWaiting(actor, at)).map(({ wait, href, forYou }) => [wait, href, forYou])

test('an approval that was asked is work for others, and news for whoever asked', async () => {
  const id = await written()
  expect(await seenBy(bea)).toEqual([])
  await askApproval({ actor: ana, id, now })
  expect(await seenBy(bea)).toEqual([['approval', `/admin/mailings/${id}#approval`, true]])
  expect(await seenBy(ana)).toEqual([['approval', `/admin/mailings/${id}#approval`, false]])
  await approveMailing({ actor: bea, id, read: null, now })
  expect(await seenBy(ana)).toEqual([['approved', `/admin/mailings/${id}#start`, true]])
  expect(await seenBy(bea)).toEqual([['approved', `/admin/mailings/${id}#start`, false]])
  await startMailing({ actor: ana, id, now })
  expect(await seenBy(ana)).toEqual([])
})

test('what did not begin at its hour, or waits for one that is long over, waits for anybody', async () => {
  const [late, faulty] = [await written(), await written()]
  for (const id of [late, faulty])
    expect((await scheduleMailing({ actor: ana, id, at: new Date('2026-01-20T13:00:00Z'), now })).outcome).toBe(
      'scheduled',
    )
  await unscheduleMailing({ actor: null, id: faulty, because: 'faults', now })
  expect(await seenBy(bea)).toEqual([['not-begun', `/admin/mailings/${faulty}`, true]])
  const muchLater = new Date('2026-01-20T14:00:01Z')
  expect(await seenBy(bea, muchLater)).toContainEqual(['late', `/admin/mailings/${late}#scheduled`, true])
})

test('letters to the addressee wait for another person than who proposed them, and when they stopped by themselves', async () => {
  const settings = dripOf()
  const dripping = { actor: ana, campaignId: campaign.id, now }
  await saveDrip(dripping, settings)
  const revision = (await findDrip(campaign.id))?.revision ?? 0
  await noteDripTested(dripping, revision)
  await proposeDrip(dripping)
  const href = `/admin/campaigns/${campaign.slug}/addressee`
  expect(await seenBy(ana)).toEqual([['addressee', href, false]])
  expect(await seenBy(bea)).toEqual([['addressee', href, true]])
  await approveDrip({ ...dripping, actor: bea }, settings, revision)
  expect(await seenBy(bea)).toEqual([])
  await stopDripBecause(campaign.id, 'came-back')
  expect(await seenBy(ana)).toEqual([['addressee-stopped', href, true]])
})

/** A mailing that tries two subjects of which a person chooses, begun; 40 readers. */
async function aTrial(hours: number) {
  for (let n = 0; n < 40; n += 1) await aSubscription({ campaignId: campaign.id })
  const { id } = await aMailing({ campaignId: campaign.id })
  const moving = { actor: ana, id, now }
  await keepTrial(moving, { ...tried, hours })
  await startMailing(moving)
  const held = await db().delivery.count({ where: { mailingId: id, variant: null } })
  return { id, moving, held }
}

const lettersGo = (mailingId: string) =>
  db().delivery.updateMany({
    where: { mailingId, variant: { not: null } },
    data: { state: 'handed_over', endedAt: now },
  })

test('a trial waits for its letters, then for a person, and the page says how many wait for the outcome', async () => {
  const { id, moving, held } = await aTrial(0)
  const href = `/admin/mailings/${id}/trial`
  expect(await seenBy(bea)).toEqual([['trial', href, false]])
  expect((await findRun(id)).trial).toEqual({ waitsFor: 'letters', held, at: null })
  await lettersGo(id)
  expect(await seenBy(bea)).toEqual([['choice', href, true]])
  expect((await findRun(id)).trial).toEqual({ waitsFor: 'choice', held, at: null })
  await chooseWinner(moving, 'b')
  expect(await seenBy(bea)).toEqual([])
  expect((await findRun(id)).trial).toBeNull()
  expect((await listWaiting(bea, now)).length).toBe(0)
})

test('where the clock chooses, the page says when, and nobody is asked', async () => {
  const { id, held } = await aTrial(4)
  await lettersGo(id)
  expect((await findRun(id)).trial).toEqual({ waitsFor: 'clock', held, at: '2026-01-20T16:00:00.000Z' })
  expect(await seenBy(bea)).toEqual([['trial', `/admin/mailings/${id}/trial`, false]])
})

test('whoever comes after is told who paused a mailing and when', async () => {
  const { id, moving } = await aTrial(0)
  await pauseMailing(moving)
  expect(await findRun(id)).toMatchObject({
    pausedAt: now.toISOString(),
    pausedBy: `campaigner-${ana.id.slice(0, 8)}@example.org`,
    pausedBecause: null,
  })
  await resumeMailing(moving)
  expect(await findRun(id)).toMatchObject({ pausedAt: null, pausedBy: null })
})
