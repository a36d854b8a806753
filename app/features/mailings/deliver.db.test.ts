import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken, readConfirmToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aStartedMailing, deliveryStates, isSent } from '#prisma/factories/a-started-mailing.ts'
import { aTextVersion } from '#prisma/factories/a-text-version.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { cancelMailing, pauseMailing, resumeMailing } from './commands/move-mailing.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { claimDeliveries } from './jobs/deliver/claim.server.ts'
import { messageId } from './jobs/deliver/compose.server.ts'
import { findMailing, progress } from './queries.server.ts'

const noon = new Date('2026-01-20T12:00:00Z')
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const receivers = () => server.received.flatMap((mail) => mail.receivers).toSorted()

test('everyone who asked for news gets an update once, in their language, with a way out', async () => {
  const french = await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  const english = await aSubscription({ campaignId: campaign.id, locale: 'en' })
  await aSubscription({ campaignId: campaign.id, state: 'pending' })
  await aSubscription({ campaignId: campaign.id, state: 'unsubscribed' })
  await aSubscription({ campaignId: (await aCampaign()).id })
  const id = await aStartedMailing(campaign.id)
  aDeliveryWorker()
  await until(isSent(id))
  expect(receivers()).toEqual([french.email, english.email].toSorted())
  const mailTo = (email: string) => server.received.find((mail) => mail.receivers[0] === email)
  expect(mailTo(french.email)?.email.subject).toBe('Une réponse est arrivée')
  expect(mailTo(english.email)?.email.subject).toBe('An answer has come')
  const token = linkToken('unsubscribe', french)
  const headers = Object.fromEntries(mailTo(french.email)?.email.headers.map(({ key, value }) => [key, value]) ?? [])
  expect(headers['list-unsubscribe']).toMatch(new RegExp(`^<https?://[^>]+/fr/unsubscribe/${token}>$`))
  expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  expect(headers['list-id']).toMatch(/^<news-\d+\./)
  expect(mailTo(french.email)?.email.text).toContain(`/fr/unsubscribe/${token}`)
  expect(mailTo(french.email)?.email.html).toContain(`/fr/unsubscribe/${token}`)
  const none = { deferred: 0, failed: 0, unknown: 0, suppressed: 0, returned: 0, complained: 0 }
  expect(await progress(id)).toEqual({ total: 2, sent: 2, ...none })
})

test('a confirmation mail holds the link of its signature and nobody is added by a name', async () => {
  const { id, email, deliveryId } = await aQueuedConfirmation({ campaignId: campaign.id, locale: 'en' })
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const [mail] = server.received
  expect(mail?.receivers).toEqual([email])
  expect(mail?.email.subject).toContain('Looking for work is not a score')
  const [path = '', token = ''] = /\/en\/confirm\/([\w-]{54})$/m.exec(mail?.email.text ?? '') ?? []
  expect(readConfirmToken(token)).toEqual({ campaignId: campaign.id, id, writtenAt: expect.any(Date) })
  expect(mail?.email.text?.split('/confirm/').length).toBe(2)
  expect(mail?.email.html?.split(path).length).toBe(2)
  expect(mail?.email.messageId).toBe(messageId(deliveryId))
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
})

test('letters written in the same moment name the version that each reader signed', async () => {
  await aTextVersion(campaign.id, { version: 2, publishedAt: noon })
  const kinds = ['confirmation', 'reminder', 'already_signed'] as const
  const letters = await Promise.all(
    kinds.flatMap((kind) =>
      [1, 2].map(async (textVersion) => {
        const state = kind === 'already_signed' ? 'confirmed' : 'pending'
        return { textVersion, ...(await aQueuedConfirmation({ campaignId: campaign.id, kind, state, textVersion })) }
      }),
    ),
  )
  aDeliveryWorker()
  await until(() => server.received.length === letters.length)
  for (const { email, textVersion } of letters) {
    const said = server.received.find((mail) => mail.receivers[0] === email)?.email
    for (const part of [said?.text, said?.html]) {
      const addresses = [...(part ?? '').matchAll(/\/fr\/[\w-]+\/texts\/\d+/g)].map(([address]) => address)
      expect(addresses).toEqual([`/fr/${campaign.slug}/texts/${textVersion}`])
      expect(part?.replace(/\s+/g, ' ')).toContain(textVersion === 1 ? 'du 15 janvier 2026' : 'du 20 janvier 2026')
    }
  }
})

test('who signed before is told so, and can turn on the news they asked for', async () => {
  const emailIndex = randomBytes(32)
  await aSubscription({ campaignId: campaign.id, emailIndex, state: 'pending' })
  const { id } = await aQueuedConfirmation({
    campaignId: campaign.id,
    state: 'confirmed',
    kind: 'already_signed',
    emailIndex,
  })
  await aQueuedConfirmation({ campaignId: campaign.id, state: 'confirmed', kind: 'already_signed' })
  aDeliveryWorker()
  await until(() => server.received.length === 2)
  const withLink = server.received.filter((mail) => mail.email.text?.includes('/fr/confirm/'))
  expect(withLink).toHaveLength(1)
  const [, token = ''] = /\/confirm\/([\w-]+)/.exec(withLink[0]?.email.text ?? '') ?? []
  expect(readConfirmToken(token)).toMatchObject({ campaignId: campaign.id, id })
})

test('a signature that was confirmed meanwhile is not asked to confirm', async () => {
  const { deliveryId } = await aQueuedConfirmation({ campaignId: campaign.id, state: 'confirmed' })
  aDeliveryWorker()
  const state = async () =>
    (await db().delivery.findFirstOrThrow({ where: { id: deliveryId }, select: { state: true } })).state
  await until(async () => (await state()) === 'suppressed')
  expect(server.received).toEqual([])
})

test('confirmations go ahead of updates', async () => {
  for (let n = 0; n < 5; n += 1) await aSubscription({ campaignId: campaign.id })
  await aStartedMailing(campaign.id)
  await aQueuedConfirmation({ campaignId: campaign.id })
  expect((await claimDeliveries(2)).map(({ kind }) => kind).toSorted()).toEqual(['confirmation', 'update'])
})

test('who leaves after the audience was frozen gets nothing', async () => {
  const leaving = await aSubscription({ campaignId: campaign.id })
  const staying = await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  const token = linkToken('unsubscribe', leaving)
  expect(await unsubscribe(token, noon)).toEqual({ outcome: 'unsubscribed' })
  expect(await unsubscribe(token, noon)).toEqual({ outcome: 'unsubscribed' })
  expect(await deliveryStates(id)).toEqual(['queued', 'suppressed'])
  aDeliveryWorker()
  await until(isSent(id))
  expect(receivers()).toEqual([staying.email])
})

test('who left without our taking back the letter is still found out before it is sent', async () => {
  const { id: subscription } = await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  await db().subscription.updateMany({ where: { id: subscription }, data: { state: 'complained' } })
  aDeliveryWorker()
  await until(isSent(id))
  expect(receivers()).toEqual([])
  expect(await progress(id)).toMatchObject({ total: 1, suppressed: 1 })
})

test('a mailing started twice has one audience', async () => {
  await aSubscription({ campaignId: campaign.id })
  const { id } = await aMailing({ campaignId: campaign.id })
  const actor = await anActor('campaigner')
  const outcomes = await Promise.all([1, 2].map(() => startMailing({ actor, id, now: noon })))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['no-longer-a-draft', 'started'])
  expect(await progress(id)).toMatchObject({ total: 1 })
})

test('a paused mailing waits, a resumed one reaches everyone once, a cancelled one nobody more', async () => {
  for (let n = 0; n < 60; n += 1) await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  const moving = { actor: await anActor('campaigner'), id, now: noon }
  expect(await pauseMailing(moving)).toEqual({ outcome: 'moved' })
  expect(await claimDeliveries(10)).toEqual([])
  aDeliveryWorker()
  expect(await resumeMailing(moving)).toEqual({ outcome: 'moved' })
  await until(isSent(id))
  expect(new Set(receivers()).size).toBe(60)
  expect(receivers()).toHaveLength(60)
  expect(await cancelMailing(moving)).toEqual({ outcome: 'not-possible' })

  const second = await aMailing({ campaignId: campaign.id })
  await pauseMailing({ ...moving, id: second.id })
  await startMailing({ ...moving, id: second.id })
  await cancelMailing({ ...moving, id: second.id })
  await until(async () => !(await deliveryStates(second.id)).some((state) => state === 'queued' || state === 'claimed'))
  expect((await findMailing(second.id))?.state).toBe('cancelled')
})
