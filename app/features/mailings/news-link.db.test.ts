import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aSubscription, type MadeSubscription } from '#prisma/factories/a-subscription.ts'
import { askNewsLink } from './commands/ask-news-link.server.ts'
import { reduceNews } from './commands/reduce-news.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { receiverOf } from './queries/receiver.server.ts'
import { preferencesForm } from './rules/preferences.ts'

const noon = new Date('2026-01-31T12:00:00Z')
const hours = (n: number) => new Date(noon.getTime() + n * 3_600_000)
const email = 'camille@example.org'

let server: MailServer
let campaign: CampaignSummary
let reader: MadeSubscription
beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
  const whose = whoseIn(campaign.id, personalAddress(email))
  const wish = await aSubscription({ email, ...whose })
  // As signing writes them: one id for both.
  const id = await aSignature({ campaignId: campaign.id, state: 'confirmed' })
  await db().subscription.updateMany({ where: { id: wish.id }, data: { id } })
  reader = { ...wish, id }
})
afterEach(() => endMailing(server))

const letters = () => db().delivery.findMany({ select: { id: true, subjectId: true, kind: true, state: true } })
const pause = preferencesForm.parse({ scope: 'this', wish: 'pause-3' })

test('whoever gets news gets a letter with a link of their own, and nothing else changes', async () => {
  await askNewsLink('Camille@Example.org', noon)
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const [mail] = server.received
  expect(mail?.receivers).toEqual([email])
  expect(mail?.email.text).toContain(`/fr/me/${linkToken('unsubscribe', reader)}`)
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
  expect(await db().subscription.findMany({ select: { state: true, endedAt: true, renewedAt: true } })).toEqual([
    { state: 'active', endedAt: null, renewedAt: null },
  ])
})

test('one letter in six hours, however often and by however many it is asked for', async () => {
  await Promise.all([1, 2, 3, 4].map(() => askNewsLink(email, noon)))
  await askNewsLink(email, hours(5.9))
  expect(await letters()).toMatchObject([{ subjectId: reader.id, kind: 'news_link', state: 'queued' }])
  await askNewsLink(email, hours(6))
  expect(await letters()).toHaveLength(2)
})

test('nobody is written to who gets no news: unknown, gone, or not confirmed', async () => {
  await aSubscription({
    email: 'new@example.org',
    ...whoseIn(campaign.id, personalAddress('new@example.org')),
    state: 'pending',
  })
  await unsubscribe(linkToken('unsubscribe', reader), noon)
  for (const address of [email, 'new@example.org', 'nobody@example.org']) await askNewsLink(address, noon)
  expect(await letters()).toEqual([])
})

test('a pause is no reason to keep the link back; who leaves before the letter goes gets none', async () => {
  await reduceNews(linkToken('unsubscribe', reader), pause, noon)
  await askNewsLink(email, noon)
  expect(await letters()).toHaveLength(1)
  await unsubscribe(linkToken('unsubscribe', reader), noon)
  aDeliveryWorker()
  await until(async () => (await letters()).every(({ state }) => state === 'suppressed'))
  expect(server.received).toEqual([])
})

test('one person gets one letter, at the news they said yes to last, and nobody else gets any', async () => {
  const other = await aCampaign()
  const later = await aSubscription({ email, ...whoseIn(other.id, personalAddress(email)) })
  await db().subscription.updateMany({ where: { id: later.id }, data: { activatedAt: hours(-1) } })
  await aSubscription({ campaignId: other.id })
  await askNewsLink(email, noon)
  expect((await letters()).map(({ subjectId }) => subjectId)).toEqual([later.id])
})

test('when such a letter comes back, its reader is found', async () => {
  await askNewsLink(email, noon)
  const [letter] = await letters()
  const target = { campaignId: campaign.id, id: letter?.id ?? '' }
  expect(await db().$transaction((tx) => receiverOf(tx, target))).toBe(email)
})
