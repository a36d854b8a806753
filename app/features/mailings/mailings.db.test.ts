import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { lockSending } from '#prisma/factories/a-locked-place.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { cancelMailing, pauseMailing, resumeMailing } from './commands/move-mailing.server.ts'
import { sendTest } from './commands/send-test.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { editMailing, writeMailing } from './commands/write-mailing.server.ts'
import { actOnMailing } from './mailing-desk.server.ts'
import { previewMailing } from './preview.server.ts'
import { findMailing, findUpdate, listMailings, listUpdates } from './queries.server.ts'
import { findUnsubscribeLink } from './queries/unsubscribe-link.server.ts'
import { countAudience } from './queries/audience.server.ts'
import { everyone } from './rules/audience.ts'
import type { MailingTexts } from './schema.ts'

const now = new Date('2026-01-20T12:00:00Z')
const texts: MailingTexts = {
  fr: { subject: 'Une réponse', body: '## Reçue\n\n<script>alert(1)</script> **Enfin**.' },
  en: { subject: 'An answer', body: '## Received\n\n**At last**.' },
}
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const deeds = async () =>
  (await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true } })).map(({ action }) => action)

test('a draft is written, changed, and no more once it has begun', async () => {
  const actor = await anActor('campaigner')
  const { id } = await writeMailing({ actor, campaignId: campaign.id, texts, now })
  const better = { ...texts, en: { ...texts.en, subject: 'A better answer' } }
  expect(await editMailing({ actor, id, texts: better, now })).toEqual({ outcome: 'written' })
  expect((await findMailing(id))?.texts.en.subject).toBe('A better answer')
  await startMailing({ actor, id, now })
  expect(await editMailing({ actor, id, texts, now })).toEqual({ outcome: 'no-longer-a-draft' })
  expect((await findMailing(id))?.texts.en.subject).toBe('A better answer')
  expect(await deeds()).toEqual(['mailing.written', 'mailing.edited', 'mailing.started'])
})

test('a mailing moves as the table says, and each move leaves a trace', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id })
  const moving = { actor, id, now }
  expect(await resumeMailing(moving)).toEqual({ outcome: 'not-possible' })
  expect(await pauseMailing(moving)).toEqual({ outcome: 'not-possible' })
  await aSubscription({ campaignId: campaign.id })
  expect(await startMailing(moving)).toEqual({ outcome: 'started', total: 1 })
  expect(await pauseMailing(moving)).toEqual({ outcome: 'moved' })
  expect(await resumeMailing(moving)).toEqual({ outcome: 'moved' })
  expect(await cancelMailing(moving)).toEqual({ outcome: 'moved' })
  expect(await resumeMailing(moving)).toEqual({ outcome: 'not-possible' })
  expect(await db().delivery.count({ where: { mailingId: id, state: 'suppressed' } })).toBe(1)
  expect(await deeds()).toEqual(['mailing.started', 'mailing.paused', 'mailing.resumed', 'mailing.cancelled'])
})

test('the preview shows both languages, harmless', async () => {
  const {
    preview: { fr, en },
  } = await previewMailing({ campaign, texts, count: null, reader: 'usual' })
  expect(fr.siteHtml).toContain('<strong>Enfin</strong>')
  expect(fr.siteHtml).not.toContain('<script>')
  expect(en.text).toContain('*At last*')
})

test('a test goes to the address typed, marked, counted nowhere, and the address is kept nowhere', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id, texts })
  expect(await sendTest({ actor, id, email: 'essai@example.org', locale: 'en', now })).toEqual({ outcome: 'test-sent' })
  expect(server.received[0]).toMatchObject({ receivers: ['essai@example.org'], email: { subject: '[Test] An answer' } })
  expect(await db().delivery.count()).toBe(0)
  expect(JSON.stringify(await db().auditEntry.findMany({ select: { detail: true, action: true } }))).not.toContain(
    'essai',
  )
  const token = linkToken('unsubscribe', { campaignId: campaign.id, id })
  expect(server.received[0]?.email.text).toContain(token)
  expect(await unsubscribe(token, now)).toEqual({ outcome: 'unsubscribed' })
})

test('no test leaves a copy whose sending is locked', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id, texts })
  await lockSending()
  const sending = { actor, id, email: 'essai@example.org', locale: 'fr', now } as const
  expect(await sendTest(sending)).toEqual({ outcome: 'sending-locked' })
  const said = await actOnMailing(
    { intent: 'test', email: 'essai@example.org', locale: 'fr', reader: 'usual' },
    { actor, id, now, kept: { texts, audienceUnreadable: false } },
  )
  expect(said).toEqual({ outcome: 'refused', key: 'mailings.test.locked' })
  expect(server.seen).toEqual([])
  expect(await deeds()).toEqual([])
})

test('a test that the server refuses says so', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id })
  server.behave(() => ({ rcpt: 550, text: '5.1.1 unknown' }))
  expect(await sendTest({ actor, id, email: 'essai@example.org', locale: 'fr', now })).toEqual({
    outcome: 'test-refused',
    reply: '550 5.1.1',
  })
})

test('the audience is counted by language before anything is sent', async () => {
  await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  await aSubscription({ campaignId: campaign.id, locale: 'en' })
  await aSubscription({ campaignId: campaign.id, state: 'unsubscribed' })
  expect(await countAudience(campaign.id, everyone)).toEqual({ fr: 2, en: 1 })
})

test('a draft is nowhere in the archive, a mailing that began is, in each language', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id, texts })
  expect(await listUpdates(campaign.id, 'fr')).toEqual([])
  expect(await findUpdate(campaign.id, { id, locale: 'fr' })).toBeNull()
  await startMailing({ actor, id, now })
  expect(await listUpdates(campaign.id, 'en')).toEqual([
    { id, ...texts.en, startedAt: now, updatedAt: now, signatureCount: 0, head: null },
  ])
  expect(await findUpdate(campaign.id, { id, locale: 'fr' })).toMatchObject({ subject: 'Une réponse' })
  expect(await findUpdate(campaign.id + 1, { id, locale: 'fr' })).toBeNull()
  expect(await findUpdate(campaign.id, { id: 'x', locale: 'fr' })).toBeNull()
  expect(await listMailings('fr')).toMatchObject([{ id, state: 'sending', subject: 'Une réponse' }])
})

test('looking at a link to leave changes nothing, and a link that is not ours leads nowhere', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  const token = linkToken('unsubscribe', reader)
  expect(await findUnsubscribeLink(token)).toEqual({ campaignId: campaign.id })
  expect(await countAudience(campaign.id, everyone)).toEqual({ fr: 1, en: 0 })
  expect(await findUnsubscribeLink(linkToken('confirm', reader))).toBeNull()
  expect(await unsubscribe(linkToken('confirm', reader), now)).toEqual({ outcome: 'link-unknown' })
  expect(await unsubscribe(linkToken('unsubscribe', { ...reader, id: crypto.randomUUID() }), now)).toEqual({
    outcome: 'link-unknown',
  })
  expect(await countAudience(campaign.id, everyone)).toEqual({ fr: 1, en: 0 })
})
