import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { aTextVersion } from '#prisma/factories/a-text-version.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { cancelMailing } from './commands/move-mailing.server.ts'
import { setAudience } from './commands/set-audience.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { readDraft } from './draft-desk.server.ts'
import { mailingForm } from './forms.server.ts'
import { actOnMailing, copyMailing } from './mailing-desk.server.ts'
import { findMailing, listMailings } from './queries.server.ts'
import { everyone } from './rules/audience.ts'
import type { MailingTexts } from './schema.ts'

const now = new Date('2026-01-20T12:00:00Z')
const texts: MailingTexts = {
  fr: { subject: 'Une réponse', body: 'Bonjour.' },
  en: { subject: 'An answer', body: 'Hello.' },
}
/** What the form of a draft sends with every button, here with another text than the one that is kept. */
const typed = { subjectFr: 'Tapé', bodyFr: 'Texte tapé.', subjectEn: 'Typed', bodyEn: 'Typed text.' }
const kept = { subjectFr: ' Une réponse', bodyFr: 'Bonjour.\r\n', subjectEn: 'An answer', bodyEn: 'Hello.' }
let server: MailServer
let campaign: CampaignSummary
let actor: Actor

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
  actor = await anActor('campaigner')
})
afterEach(async () => {
  await endMailing(server)
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

const aDraft = async () => (await aMailing({ campaignId: campaign.id, texts })).id
async function found(id: string) {
  const mailing = await findMailing(id)
  if (!mailing) throw new Error('There is no such mailing.')
  return mailing
}
/** Presses a button of the page, as its form is read at the door. */
async function press(id: string, intent: string, fields: object) {
  const form = mailingForm.parse({ intent, ...fields })
  if (form.intent === 'preview' || form.intent === 'copy') throw new Error('It does nothing to a draft.')
  return actOnMailing(form, { actor, id, now, kept: await found(id) })
}
const deeds = async () => (await db().auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ action }) => action)

test('a test sends what stands on the page, keeps none of it and takes no yes back', async () => {
  const id = await aDraft()
  await askApproval({ actor, id, now })
  await approveMailing({ actor: await anActor('owner'), id, read: null, now })
  const said = await press(id, 'test', { ...typed, email: 'essai@example.org', locale: 'fr' })
  expect(said).toEqual({ outcome: 'done', key: 'mailings.test.sent' })
  expect(server.received[0]?.email.subject).toBe('[Essai] Tapé')
  expect(server.received[0]?.email.text).toContain('Texte tapé.')
  const { texts: after, approvedById } = await found(id)
  expect(after).toEqual(texts)
  expect(approvedById).not.toBeNull()
})

test.each([
  ['ask', {}],
  ['approve', { read: 'x', readBoth: 'on' }],
  ['take-over', { read: 'x', readBoth: 'on' }],
  ['start', { understood: 'on' }],
  ['schedule', { at: '2026-02-01T09:00', scheduled: 'on' }],
])('with another text before one’s eyes than the one that is kept, %s does nothing', async (intent, fields) => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aDraft()
  expect(await press(id, intent, { ...typed, ...fields })).toEqual({
    outcome: 'refused',
    key: 'mailings.draft.otherText',
  })
  expect(await found(id)).toMatchObject({ state: 'draft', askedById: null, texts })
  expect(await deeds()).toEqual([])
})

test('what is kept is begun, whatever stands around the words on the page', async () => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aDraft()
  expect(await press(id, 'start', { ...kept, understood: 'on' })).toMatchObject({ outcome: 'done' })
  expect((await found(id)).state).toBe('sending')
})

test.each(['audience', 'trial'])(
  'whoever goes on to %s takes the text along, and writes down nothing that is the same',
  async (intent) => {
    const id = await aDraft()
    expect(await press(id, intent, kept)).toMatchObject({ outcome: 'done' })
    expect(await deeds()).toEqual([])
    expect(await press(id, intent, typed)).toMatchObject({ outcome: 'done' })
    expect((await found(id)).texts.fr).toEqual({ subject: 'Tapé', body: 'Texte tapé.' })
  },
)

test('a text that somebody else changed meanwhile is not written over before it was seen', async () => {
  const id = await aDraft()
  const opened = (await readDraft(await found(id), actor, now)).base
  await press(id, 'save', { ...kept, bodyFr: 'De quelqu’un d’autre.', base: opened })
  const refused = { outcome: 'refused', key: 'mailings.draft.changedMeanwhile' }
  expect(await press(id, 'save', { ...typed, base: opened })).toEqual(refused)
  expect(await press(id, 'audience', { ...typed, base: opened })).toEqual(refused)
  expect((await found(id)).texts.fr.body).toBe('De quelqu’un d’autre.')
  const seen = (await readDraft(await found(id), actor, now)).base
  expect(await press(id, 'save', { ...typed, base: seen })).toMatchObject({ outcome: 'done' })
  expect(await press(id, 'save', { ...typed, base: seen }), 'the same twice').toMatchObject({ outcome: 'done' })
})

test('a mailing whose receivers cannot be read has a page, is sent to nobody, and is chosen for anew', async () => {
  await aSubscription({ campaignId: campaign.id })
  const id = await aDraft()
  await db().mailing.update({ where: { id }, data: { audience: { departments: ['999'], colour: 'red' } } })
  const { receivers } = await readDraft(await found(id), actor, now)
  expect(receivers).toMatchObject({ total: { kind: 'few' }, words: { unreadable: true } })
  const refused = { outcome: 'refused', key: 'mailings.draft.audienceRefused' }
  expect(await press(id, 'start', { ...kept, understood: 'on' })).toEqual(refused)
  expect(await press(id, 'schedule', { ...kept, at: '2026-02-01T09:00', scheduled: 'on' })).toEqual(refused)
  expect(await db().delivery.count()).toBe(0)
  expect(await setAudience({ actor, id, now, audience: everyone })).toEqual({ outcome: 'kept' })
  expect((await readDraft(await found(id), actor, now)).receivers).toMatchObject({
    total: { kind: 'exact', n: 1 },
    words: { unreadable: false },
  })
  expect(await startMailing({ actor, id, now })).toEqual({ outcome: 'started', total: 1 })
})

test('a draft that was dropped is taken up in a new one, word for word', async () => {
  const id = await aDraft()
  await cancelMailing({ actor, id, now })
  const again = await copyMailing(actor, await found(id), now)
  expect(await found(again)).toMatchObject({ state: 'draft', texts, createdById: actor.id, audience: everyone })
  expect((await found(id)).state).toBe('cancelled')
})

test('a mailing is listed under the title of its campaign, as its latest text has it', async () => {
  await aDraft()
  await aTextVersion(campaign.id, { version: 2, publishedAt: now, title: 'Ce *score* nous regarde' })
  expect(
    (await listMailings('fr')).map(
      ({
        campaign: {
          texts: [text],
        },
      }) => text?.title,
    ),
  ).toEqual(['Ce *score* nous regarde'])
})
