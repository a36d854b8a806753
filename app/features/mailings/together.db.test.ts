import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { trailPage } from '#app/features/staff/queries/trail.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { beforeAll as beforeEveryId } from './commands/freeze-audience.server.ts'
import { cancelMailing } from './commands/move-mailing.server.ts'
import { scheduleMailing } from './commands/schedule-mailing.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { writeMailing } from './commands/write-mailing.server.ts'
import { readDraft } from './draft-desk.server.ts'
import { startScheduled } from './jobs/start-scheduled.server.ts'
import { findMailing } from './queries.server.ts'
import { everyone, type Audience } from './rules/audience.ts'

const now = new Date('2026-01-20T12:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const texts = { fr: { subject: 'Une réponse', body: 'Bonjour.' }, en: { subject: 'An answer', body: 'Hello.' } }
const french: Audience = { ...everyone, languages: ['fr'] }
const english: Audience = { ...everyone, languages: ['en'] }
let campaign: CampaignSummary
let ana: Actor
let bea: Actor

/** Three readers of each language; one person writes to five alone. */
beforeEach(async () => {
  vi.stubEnv('MAILING_SECOND_APPROVAL', '5')
  forgetSingleton('config')
  campaign = await aCampaign()
  for (const locale of ['fr', 'en'] as const)
    for (let n = 0; n < 3; n += 1) await aSubscription({ campaignId: campaign.id, locale })
  ana = await anActor('campaigner')
  bea = await anActor('campaigner')
})
afterEach(() => {
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

const written = async (audience: Audience, actor: Actor | null = ana) =>
  (await writeMailing({ actor, campaignId: campaign.id, texts, now, audience })).id
const begun = async (id: string, { actor = ana, at = now }: { actor?: Actor | null; at?: Date } = {}) =>
  (await startMailing({ actor, id, now: at })).outcome
const pageOf = async (id: string, actor: Actor, at = now) => {
  const mailing = await findMailing(id)
  if (!mailing) throw new Error('gone')
  return (await readDraft(mailing, actor, at)).approval
}

test('an audience in slices takes a second person as the whole does, and the page says so before', async () => {
  expect(await begun(await written(french))).toBe('started')
  const rest = await written(english)
  expect(await pageOf(rest, ana)).toMatchObject({ needed: true, together: true, above: 5 })
  expect(await startMailing({ actor: ana, id: rest, now })).toEqual({
    outcome: 'needs-approval',
    total: 3,
    together: 6,
  })
  expect((await scheduleMailing({ actor: ana, id: rest, at: inHours(2), now })).outcome).toBe('needs-approval')
  await askApproval({ actor: ana, id: rest, now })
  await approveMailing({ actor: bea, id: rest, read: null, now })
  expect(await begun(rest)).toBe('started')
})

/** A list of receivers of which nothing is written yet, as a process leaves it that ends. */
async function cutOff(id: string): Promise<void> {
  await db().delivery.deleteMany({ where: { mailingId: id } })
  await db().mailing.update({ where: { id }, data: { frozenUpTo: beforeEveryId, total: 0 } })
}

test('who is not on the list of another slice yet is counted with it', async () => {
  const first = await written(french)
  expect(await begun(first)).toBe('started')
  await cutOff(first)
  expect(await startMailing({ actor: ana, id: await written(english), now })).toMatchObject({
    outcome: 'needs-approval',
    together: 6,
  })
})

test('a list of somebody else that cannot be completed keeps nobody from beginning', async () => {
  const stuck = await written(french, bea)
  expect(await begun(stuck, { actor: bea })).toBe('started')
  await cutOff(stuck)
  await db().mailing.update({ where: { id: stuck }, data: { audience: { departments: ['999'] } } })
  expect(await begun(await written(english))).toBe('started')
})

test('what is written to the same people again adds nobody', async () => {
  expect(await begun(await written(french))).toBe('started')
  const again = await written(french)
  expect(await pageOf(again, ana)).toMatchObject({ needed: false, together: false })
  expect(await begun(again)).toBe('started')
})

test('another person, another campaign, a week later, or what was agreed to: none of these is counted with it', async () => {
  const first = await written(french)
  expect(await begun(first)).toBe('started')
  const rest = await written(english)
  expect((await pageOf(rest, bea)).needed).toBe(false)
  expect((await pageOf(rest, ana, inHours(7 * 24 + 1))).needed).toBe(false)
  expect((await pageOf(rest, ana, inHours(7 * 24 - 1))).needed).toBe(true)
  await db().mailing.update({ where: { id: first }, data: { approvedById: bea.id }, select: { id: true } })
  expect((await pageOf(rest, ana)).needed).toBe(false)
  expect(await begun(rest)).toBe('started')
})

test('what was stopped before it reached anybody is not counted', async () => {
  const first = await written(french)
  await begun(first)
  await cancelMailing({ actor: ana, id: first, now })
  expect(await begun(await written(english))).toBe('started')
})

test('two slices at one moment count each other', async () => {
  const [one, other] = [await written(french), await written(english)]
  expect((await Promise.all([begun(one), begun(other)])).toSorted()).toEqual(['needs-approval', 'started'])
})

test('a slice that begins at its hour is whose gave it that hour', async () => {
  const [one, other] = [await written(french), await written(english)]
  for (const id of [one, other])
    expect((await scheduleMailing({ actor: ana, id, at: inHours(1), now })).outcome).toBe('scheduled')
  await startScheduled.run(inHours(1))
  expect((await db().mailing.findMany({ select: { state: true } })).map(({ state }) => state).toSorted()).toEqual([
    'draft',
    'sending',
  ])
})

test('whoever holds the command line is one person', async () => {
  expect(await begun(await written(french, null), { actor: null })).toBe('started')
  expect(await begun(await written(english, null), { actor: null })).toBe('needs-approval')
})

test('what is approved at the server’s console is written down as that, in the name of whom it says', async () => {
  const id = await written(everyone, null)
  await approveMailing({ actor: bea, id, read: null, atConsole: true, now })
  const [entry] = await db().auditEntry.findMany({ orderBy: { seq: 'desc' }, take: 1 })
  expect(entry).toMatchObject({ staffId: null, action: 'mailing.approved-at-console', detail: { inNameOf: bea.id } })
  const { entries } = await trailPage(1)
  expect(entries[0]).toMatchObject({
    who: null,
    facts: [{ name: 'inNameOf', value: `campaigner-${bea.id.slice(0, 8)}@example.org` }],
  })
})
