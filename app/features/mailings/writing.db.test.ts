import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { cancelMailing } from './commands/move-mailing.server.ts'
import { scheduleMailing, unscheduleMailing } from './commands/schedule-mailing.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { editMailing } from './commands/write-mailing.server.ts'
import { draftDigest } from './draft-digest.server.ts'
import { startScheduled } from './jobs/start-scheduled.server.ts'
import { findMailing, listUpdates } from './queries.server.ts'
import { everyone } from './rules/audience.ts'
import type { MailingTexts } from './schema.ts'

const now = new Date('2026-01-20T12:00:00Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const texts: MailingTexts = {
  fr: { subject: 'Une réponse', body: 'Bonjour.' },
  en: { subject: 'An answer', body: 'Hello.' },
}
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(async () => {
  await endMailing(server)
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

/** From now on one person sends to nobody alone. */
function withApprovals() {
  vi.stubEnv('MAILING_SECOND_APPROVAL', '0')
  forgetSingleton('config')
}
const deeds = async () =>
  (await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true } })).map(({ action }) => action)
const stateOf = async (id: string) => (await findMailing(id))?.state

async function aDraft(written: MailingTexts = texts): Promise<string> {
  await aSubscription({ campaignId: campaign.id })
  return (await aMailing({ campaignId: campaign.id, texts: written })).id
}

test('nothing begins with a fault in one of its texts, and no letter is queued', async () => {
  const actor = await anActor('campaigner')
  const id = await aDraft({ ...texts, en: { subject: '', body: '[below](#below)' } })
  const held = await startMailing({ actor, id, now })
  expect(held).toMatchObject({ outcome: 'faults', findings: [{ code: 'missing-subject' }, { code: 'dead-anchor' }] })
  expect(await scheduleMailing({ actor, id, at: minutesLater(5), now })).toMatchObject({ outcome: 'faults' })
  expect(await stateOf(id)).toBe('draft')
  expect(await db().delivery.count()).toBe(0)
  expect(await deeds()).toEqual([])
})

test('a large mailing begins with the yes of another person, to the text that they read', async () => {
  withApprovals()
  const [writer, reader] = [await anActor('campaigner'), await anActor('campaigner')]
  const id = await aDraft()
  const read = draftDigest({ texts, audience: everyone, trial: null })
  expect(await startMailing({ actor: writer, id, now })).toEqual({ outcome: 'needs-approval', total: 1, together: 1 })
  expect(await db().delivery.count()).toBe(0)
  expect(await askApproval({ actor: writer, id, now })).toEqual({ outcome: 'asked' })
  expect(await approveMailing({ actor: writer, id, read, now })).toEqual({ outcome: 'own' })
  expect(await approveMailing({ actor: reader, id, read: 'another text', now })).toEqual({ outcome: 'text-changed' })
  expect(await startMailing({ actor: writer, id, now })).toEqual({ outcome: 'needs-approval', total: 1, together: 1 })
  expect(await approveMailing({ actor: reader, id, read, now })).toEqual({ outcome: 'approved' })
  expect(await startMailing({ actor: writer, id, now })).toEqual({ outcome: 'started', total: 1 })
  expect(await deeds()).toEqual(['mailing.approval-asked', 'mailing.approved', 'mailing.started'])
})

test('a yes falls with the text that it was given to, and stays when the same is saved again', async () => {
  withApprovals()
  const [writer, reader] = [await anActor('campaigner'), await anActor('owner')]
  const id = await aDraft()
  await askApproval({ actor: writer, id, now })
  await approveMailing({ actor: reader, id, read: null, now })
  await editMailing({ actor: writer, id, texts, now })
  expect((await findMailing(id))?.approvedById).toBe(reader.id)
  await editMailing({ actor: writer, id, texts: { ...texts, en: { subject: 'An answer', body: 'Another.' } }, now })
  expect(await findMailing(id)).toMatchObject({ approvedById: null, askedById: null })
  expect(await startMailing({ actor: writer, id, now })).toMatchObject({ outcome: 'needs-approval' })
  expect(await deeds()).toContain('mailing.approval-withdrawn')
})

test('whoever wrote a mailing that nobody asked about cannot be its second person', async () => {
  const writer = await anActor('campaigner')
  const id = await aDraft()
  await db().mailing.update({ where: { id }, data: { createdById: writer.id } })
  expect(await approveMailing({ actor: writer, id, read: null, now })).toEqual({ outcome: 'own' })
})

test('a mailing begins at its hour by itself, once, and says nothing before', async () => {
  const actor = await anActor('campaigner')
  const id = await aDraft()
  expect(await scheduleMailing({ actor, id, at: minutesLater(10), now })).toEqual({ outcome: 'scheduled' })
  await startScheduled.run(minutesLater(9))
  expect(await stateOf(id)).toBe('scheduled')
  expect(await listUpdates(campaign.id, 'fr')).toEqual([])
  await startScheduled.run(minutesLater(10))
  await startScheduled.run(minutesLater(11))
  expect(await stateOf(id)).toBe('sending')
  expect(await db().delivery.count()).toBe(1)
  expect(await deeds()).toEqual(['mailing.scheduled', 'mailing.started'])
})

test('a scheduled mailing is taken back and written again', async () => {
  const actor = await anActor('campaigner')
  const id = await aDraft()
  await scheduleMailing({ actor, id, at: minutesLater(10), now })
  expect(await editMailing({ actor, id, texts, now })).toEqual({ outcome: 'no-longer-a-draft' })
  expect(await unscheduleMailing({ actor, id, now })).toEqual({ outcome: 'moved' })
  await startScheduled.run(minutesLater(10))
  expect(await stateOf(id)).toBe('draft')
  expect(await editMailing({ actor, id, texts, now })).toEqual({ outcome: 'written' })
})

test('an hour late, a scheduled mailing waits for a person', async () => {
  const actor = await anActor('campaigner')
  const id = await aDraft()
  await scheduleMailing({ actor, id, at: minutesLater(10), now })
  await startScheduled.run(minutesLater(70))
  expect(await stateOf(id)).toBe('scheduled')
  expect(await startMailing({ actor, id, now: minutesLater(71) })).toEqual({ outcome: 'started', total: 1 })
})

test('what may not begin at its hour is a draft again and says why', async () => {
  const actor = await anActor('campaigner')
  const id = await aDraft()
  await scheduleMailing({ actor, id, at: minutesLater(10), now })
  await db().mailingText.updateMany({ where: { mailingId: id, locale: 'fr' }, data: { body: '{{rien}}' } })
  await startScheduled.run(minutesLater(10))
  expect(await findMailing(id)).toMatchObject({ state: 'draft', unscheduledBecause: 'faults' })
  await db().mailingText.updateMany({ where: { mailingId: id, locale: 'fr' }, data: { body: 'Bonjour.' } })
  await scheduleMailing({ actor, id, at: minutesLater(20), now: minutesLater(11) })
  withApprovals()
  await startScheduled.run(minutesLater(20))
  expect(await findMailing(id)).toMatchObject({ state: 'draft', unscheduledBecause: 'approval' })
  expect(await db().delivery.count()).toBe(0)
})

test('one that cannot be begun is a draft again, and holds up no other of its hour', async () => {
  const actor = await anActor('campaigner')
  const [broken, sound] = [await aDraft(), await aDraft()]
  await scheduleMailing({ actor, id: broken, at: minutesLater(10), now })
  await scheduleMailing({ actor, id: sound, at: minutesLater(11), now })
  await db().mailing.update({ where: { id: broken }, data: { audience: { departments: ['999'] } } })
  await startScheduled.run(minutesLater(12))
  expect(await stateOf(sound)).toBe('sending')
  const { state, unscheduledBecause } = await db().mailing.findUniqueOrThrow({ where: { id: broken } })
  expect({ state, unscheduledBecause }).toEqual({ state: 'draft', unscheduledBecause: 'faults' })
  expect(await deeds()).toContain('mailing.unscheduled')
})

test('a mailing stopped before its first letter is in no archive', async () => {
  const actor = await anActor('campaigner')
  const [none, one] = [await aDraft(), await aDraft()]
  for (const id of [none, one]) await startMailing({ actor, id, now })
  await db().delivery.updateMany({ where: { mailingId: one }, data: { state: 'handed_over' } })
  for (const id of [none, one]) await cancelMailing({ actor, id, now })
  expect((await listUpdates(campaign.id, 'fr')).map(({ id }) => id)).toEqual([one])
})
