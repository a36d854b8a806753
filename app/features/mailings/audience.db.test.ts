import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aReaderOf, type Reader } from '#prisma/factories/a-reader.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aSubscription, type MadeSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { setAudience } from './commands/set-audience.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { dropTrial, keepTrial } from './commands/trial.server.ts'
import { writeMailing } from './commands/write-mailing.server.ts'
import { mailingFile } from './forms.server.ts'
import { wordsOfAudience } from './queries/audience-words.server.ts'
import { countAudience, findAudience } from './queries/audience.server.ts'
import { findMailing } from './queries.server.ts'
import { everyone, type Audience } from './rules/audience.ts'

const now = new Date('2026-03-20T12:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const aReader = (given: Reader = {}) => aReaderOf(campaign.id, given)

const count = async (rules: Partial<Audience>) => {
  const { fr, en } = await countAudience(campaign.id, { ...everyone, ...rules })
  return fr + en
}

/** A mailing that is over, and what became of its letter to somebody. */
async function anUpdate(
  fates: readonly (readonly [MadeSubscription, string])[],
  campaignId = campaign.id,
): Promise<string> {
  const { id } = await aMailing({ campaignId, state: 'sent', startedAt: now })
  for (const [{ id: subject }, state] of fates)
    await db().$executeRaw`insert into delivery (campaign_id, id, kind, subject_id, mailing_id, lane, due_at, state)
      values (${campaignId}, ${randomUUID()}::uuid, 'update', ${subject}::uuid, ${id}::uuid, 1, ${now}, ${state}::delivery_state)`
  return id
}

test('nobody is in an audience who did not ask, left, or asked elsewhere, whatever the rules', async () => {
  await aReader({ department: '59' })
  await aReader({ department: '59', news: 'pending' })
  await aReader({ department: '59', news: 'unsubscribed' })
  const elsewhere = await aCampaign()
  await aSubscription({ campaignId: elsewhere.id })
  expect(await count({})).toBe(1)
  expect(await count({ departments: ['59'] })).toBe(1)
  expect(await count({ languages: ['fr'], signedFrom: '2026-01-01' })).toBe(1)
})

test('places, days and languages narrow, each to whom it says and all together', async () => {
  await aReader({ department: '59', locale: 'fr', confirmedAt: '2026-02-28T22:59:00Z' })
  await aReader({ department: '62', locale: 'en', confirmedAt: '2026-02-28T23:00:00Z' })
  await aReader({ department: null, locale: 'en', confirmedAt: '2026-03-10T12:00:00Z' })
  await aReader({ department: '59', state: 'withdrawn' })
  expect(await count({})).toBe(4)
  expect(await count({ departments: ['59'] })).toBe(1)
  expect(await count({ departments: ['59', '62'] })).toBe(2)
  expect(await count({ signedUntil: '2026-02-28' }), 'the day ends in Paris').toBe(1)
  expect(await count({ signedFrom: '2026-03-01' })).toBe(2)
  expect(await count({ signedFrom: '2026-03-01', signedUntil: '2026-03-01' })).toBe(1)
  expect(await count({ languages: ['en'] })).toBe(2)
  expect(await count({ languages: ['en'], departments: ['59'] })).toBe(0)
})

test('one signature of a shared mailbox has to meet what is said of a signature', async () => {
  const emailIndex = randomBytes(32)
  for (const [rank, department, day] of [
    [0, '59', '2026-02-01'],
    [1, '62', '2026-03-01'],
  ] as const) {
    const id = await aSignature({
      campaignId: campaign.id,
      department,
      state: 'confirmed',
      confirmedAt: new Date(`${day}T12:00:00Z`),
    })
    await db().signature.update({
      where: { campaignId_id: { campaignId: campaign.id, id } },
      data: { emailIndex, householdRank: rank },
    })
  }
  await aSubscription({ campaignId: campaign.id, emailIndex })
  expect(await count({ departments: ['59', '62'] }), 'once').toBe(1)
  expect(await count({ departments: ['62'], signedFrom: '2026-03-01' })).toBe(1)
  expect(await count({ departments: ['59'], signedFrom: '2026-03-01' }), 'two halves are no whole').toBe(0)
})

test('who received an update and who missed it are told apart, and who may have it is neither', async () => {
  const [received, refused, left, doubtful, waiting, later] = await Promise.all(
    ['59', '59', '59', '59', '59', '59'].map((department) => aReader({ department })),
  )
  if (!received || !refused || !left || !doubtful || !waiting || !later) throw new Error('six')
  const id = await anUpdate([
    [received, 'handed-over'],
    [refused, 'failed'],
    [left, 'suppressed'],
    [doubtful, 'unknown'],
    [waiting, 'deferred'],
  ])
  expect(await count({ update: { id, received: true } })).toBe(1)
  expect(await count({ update: { id, received: false } }), 'refused, left out, and who came later').toBe(3)
})

test('what was asked in the name of an organisation is told apart', async () => {
  await aReader({})
  const { id } = await aReader({})
  await db().subscription.update({
    where: { campaignId_id: { campaignId: campaign.id, id } },
    data: { forOrganisation: true, forPerson: false },
  })
  expect(await count({ who: 'people' })).toBe(1)
  expect(await count({ who: 'organisations' })).toBe(1)
})

test('an audience is kept with its draft, frozen when sending starts, and changes no more', async () => {
  const inside = await aReader({ department: '59' })
  await aReader({ department: '31' })
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id })
  const audience: Audience = { ...everyone, departments: ['59'] }
  expect(await setAudience({ actor, id, now, audience })).toEqual({ outcome: 'kept' })
  expect(await findAudience(id)).toEqual(audience)
  expect(await startMailing({ actor, id, now })).toEqual({ outcome: 'started', total: 1 })
  await aReader({ department: '59' })
  expect(await db().delivery.findMany({ where: { mailingId: id }, select: { subjectId: true } })).toEqual([
    { subjectId: inside.id },
  ])
  expect(await setAudience({ actor, id, now, audience: everyone })).toEqual({ outcome: 'no-longer-a-draft' })
  expect(await findAudience(id)).toEqual(audience)
})

test('an audience refers to updates of its own campaign that have begun', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id })
  const referring = (update: string) =>
    setAudience({ actor, id, now, audience: { ...everyone, update: { id: update, received: true } } })
  const unknown = { outcome: 'update-unknown' }
  expect(await referring(randomUUID())).toEqual(unknown)
  expect(await referring(id), 'itself, a draft').toEqual(unknown)
  expect(await referring(await anUpdate([], (await aCampaign()).id))).toEqual(unknown)
  expect(await referring(await anUpdate([]))).toEqual({ outcome: 'kept' })
  const mailing = await findMailing(id)
  expect(mailing && (await wordsOfAudience(mailing, 'en')).rules).toEqual([
    { rule: 'received', subject: 'An answer has come' },
  ])
})

test('a file of the command line may say who receives, and what it misspells is not overlooked', async () => {
  const inside = await aReader({ department: '59' })
  await aReader({ department: '31' })
  const text = { subject: 'An answer has come', body: 'It says no.' }
  const file = { campaign: campaign.slug, fr: text, en: text }
  expect(mailingFile.safeParse({ ...file, audience: { department: ['59'] } }).success).toBe(false)
  const { audience, fr, en } = mailingFile.parse({ ...file, audience: { departments: ['59'] } })
  const { id } = await writeMailing({ actor: null, campaignId: campaign.id, texts: { fr, en }, now, audience })
  expect(await startMailing({ actor: null, id, now })).toEqual({ outcome: 'started', total: 1 })
  const [delivery] = await db().delivery.findMany({ where: { mailingId: id }, select: { subjectId: true } })
  expect(delivery?.subjectId).toBe(inside.id)
})

test('whoever agreed to a text agreed to its readers and its second subject: a change of either takes it back', async () => {
  const [actor, second] = [await anActor('campaigner'), await anActor('campaigner')]
  const { id } = await aMailing({ campaignId: campaign.id })
  const agreed = async () => {
    await askApproval({ actor, id, now })
    await approveMailing({ actor: second, id, read: null, now })
    return (await findMailing(id))?.approvedById
  }
  expect(await agreed()).toBe(second.id)
  await setAudience({ actor, id, now, audience: { ...everyone, departments: ['59'] } })
  expect((await findMailing(id))?.approvedById).toBeNull()
  expect(await agreed()).toBe(second.id)
  const tried = {
    intent: 'keep',
    subjectFr: 'Un autre',
    subjectEn: 'Another',
    share: 20,
    goal: 'sign',
    hours: 0,
  } as const
  await keepTrial({ actor, id, now }, tried)
  expect((await findMailing(id))?.approvedById).toBeNull()
  expect(await agreed()).toBe(second.id)
  await dropTrial({ actor, id, now })
  expect((await findMailing(id))?.approvedById).toBeNull()
})
