import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { listen } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { until } from '#prisma/factories/a-delivery-worker.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { draftDigest } from './draft-digest.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { chooseWinner, endTrials, keepTrial } from './commands/trial.server.ts'
import { showLetter } from './preview.server.ts'
import { findMailing, findUpdate, listMailings, listUnderWay, listUpdates } from './queries.server.ts'
import { findMailAlarms } from './queries/alarms.server.ts'
import { wordsOfAudience } from './queries/audience-words.server.ts'
import { listEarlier } from './queries/audience.server.ts'
import { textsNow } from './queries/subject.server.ts'
import { everyone } from './rules/audience.ts'

const now = new Date('2026-01-20T12:00:00Z')
const later = new Date('2026-01-20T15:00:00Z')
const texts = { fr: { subject: 'Premier', body: 'Bonjour.' }, en: { subject: 'First', body: 'Hello.' } }
const second = {
  intent: 'keep',
  subjectFr: 'Deuxième',
  subjectEn: 'Second',
  share: 50,
  goal: 'visit',
  hours: 0,
} as const
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

async function aTrial(hours: number = 0) {
  for (let n = 0; n < 20; n += 1) await aSubscription({ campaignId: campaign.id })
  const { id } = await aMailing({ campaignId: campaign.id, texts })
  const moving = { actor: await anActor('campaigner'), id, now }
  await keepTrial(moving, { ...second, hours })
  await startMailing(moving)
  return { id, moving }
}

/** What the mailing is called wherever it is named. */
async function names(id: string): Promise<(string | undefined)[]> {
  const mailing = await findMailing(id)
  if (!mailing) throw new Error('gone')
  await db().mailing.update({ where: { id }, data: { state: 'paused', pausedBecause: 'late' }, select: { id: true } })
  const { paused } = await findMailAlarms('fr')
  await db().mailing.update({ where: { id }, data: { state: 'sending', pausedBecause: null }, select: { id: true } })
  const after = { id: 'x', campaign, audience: { ...everyone, update: { id, received: true } } }
  const [rule] = (await wordsOfAudience({ ...after, id: '00000000-0000-4000-8000-000000000000' }, 'fr')).rules
  return [
    textsNow(mailing).fr.subject,
    (await listMailings('fr'))[0]?.subject,
    (await listUnderWay('fr'))[0]?.subject,
    (await listUpdates(campaign.id, 'fr'))[0]?.subject,
    (await findUpdate(campaign.id, { id, locale: 'fr' }))?.subject,
    (await listEarlier(campaign.id, { but: '00000000-0000-4000-8000-000000000000', locale: 'fr' }))[0]?.subject,
    paused[0]?.subject,
    rule?.rule === 'received' ? rule.subject : undefined,
  ]
}

test('once the second subject is chosen the mailing is called by it everywhere, in both languages', async () => {
  const { id, moving } = await aTrial()
  expect(new Set(await names(id))).toEqual(new Set(['Premier']))
  await chooseWinner({ ...moving, now: later }, 'b')
  expect(new Set(await names(id))).toEqual(new Set(['Deuxième']))
  expect(await findUpdate(campaign.id, { id, locale: 'en' })).toMatchObject({
    subject: 'Second',
    startedAt: now,
    updatedAt: later,
  })
  const mailing = await findMailing(id)
  expect(mailing && (await showLetter(mailing, { locale: 'fr', reader: 'usual' }))).toContain('Deuxième')
})

test('the first subject stays where it was chosen, and the update is as old as its sending', async () => {
  const { id, moving } = await aTrial()
  await chooseWinner({ ...moving, now: later }, 'a')
  expect(new Set(await names(id))).toEqual(new Set(['Premier']))
  expect((await findUpdate(campaign.id, { id, locale: 'fr' }))?.updatedAt).toEqual(now)
})

test('pages that were kept are told of the choice, by a person or by the clock', async () => {
  const told: string[] = []
  let open = false
  const ears = listen({ page: (about) => told.push(about) }, () => {
    open = true
  })
  await until(() => open)
  const { moving } = await aTrial()
  const { id } = await aTrial(1)
  await until(() => told.length === 2)
  await chooseWinner(moving, 'b')
  await until(() => told.length === 3)
  await db().mailing.update({
    where: { id },
    data: { startedAt: new Date(Date.now() - 7_200_000) },
    select: { id: true },
  })
  await endTrials()
  await until(() => told.length === 4)
  await ears.stop()
  expect(new Set(told)).toEqual(new Set([String(campaign.id)]))
})

test('the page says what was chosen, and no longer that the others wait', async () => {
  const { id, moving } = await aTrial()
  const words = async () => {
    const mailing = await findMailing(id)
    return mailing && (await wordsOfAudience(mailing, 'fr'))
  }
  expect(await words()).toMatchObject({ trialShare: 50, trial: { winner: null, isOver: false, same: [] } })
  await chooseWinner(moving, 'b')
  expect(await words()).toMatchObject({ trial: { winner: 'b', first: { fr: 'Premier', en: 'First' } } })
})

test('what a draft is agreed to as does not hang on what is chosen later', async () => {
  const { id, moving } = await aTrial()
  const digest = async () => {
    const mailing = await findMailing(id)
    return mailing && draftDigest(mailing)
  }
  const before = await digest()
  await chooseWinner(moving, 'b')
  expect(await digest()).toBe(before)
})
