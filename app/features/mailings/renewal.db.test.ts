import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { handOver, letters, outcomes, stateOf, tokenOf } from '#prisma/factories/a-yearly-question.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { answerRenewal } from './commands/renewal/answer.server.ts'
import { turnOffRenewal, turnOnRenewal } from './commands/renewal/set-renewal.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { askYearly } from './jobs/ask-yearly.server.ts'
import { claimDeliveries } from './jobs/deliver/claim.server.ts'
import { countRenewals, findRenewalLink, listRenewalTexts } from './queries/renewal.server.ts'

const day = 86_400_000
/** Subscriptions of the factory were asked for on 16 January 2026. Past their year and its fortnight. */
const morning = new Date('2027-02-10T08:17:00Z')
const after = (days: number) => new Date(morning.getTime() + days * day)
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
  await turnOnRenewal(await anActor('owner'), new Date('2026-02-01T08:00:00Z'))
})
afterEach(() => endMailing(server))

/** Asked, and reminded, without an answer. */
async function leftUnanswered(): Promise<void> {
  await askYearly.run(morning)
  await handOver(morning)
  await askYearly.run(after(14))
  await handOver(after(14))
}

test('nobody is asked before an owner turned it on, and only an owner can', async () => {
  await turnOffRenewal(await anActor('owner'), morning)
  await aSubscription({ campaignId: campaign.id })
  await askYearly.run(morning)
  expect(await letters()).toEqual([])
  expect(await turnOnRenewal(await anActor('campaigner'), morning)).toEqual({ outcome: 'not-allowed' })
  expect(await turnOffRenewal(await anActor('campaigner'), morning)).toEqual({ outcome: 'not-allowed' })
})

test('a reader is asked once after a year, in their language, with a way to answer and a way to leave', async () => {
  const reader = await aSubscription({ campaignId: campaign.id, locale: 'en' })
  await askYearly.run(new Date('2027-01-10T08:17:00Z'))
  expect(await letters(), 'not before the year is over').toEqual([])
  await askYearly.run(morning)
  await askYearly.run(morning)
  expect(await letters()).toHaveLength(1)
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const [mail] = server.received
  expect(mail?.receivers).toEqual([reader.email])
  expect(mail?.email.subject).toBe('Do you still want our news?')
  expect(mail?.email.text).toContain(`/en/still/${tokenOf(reader)}`)
  const headers = Object.fromEntries((mail?.email.headers ?? []).map(({ key, value }) => [key, value]))
  expect(headers['list-unsubscribe']).toContain(`/en/unsubscribe/${linkToken('unsubscribe', reader)}`)
  expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  expect((await listRenewalTexts()).map(({ kind, locale }) => `${kind} ${locale}`).toSorted()).toEqual([
    'renewal en',
    'renewal fr',
    'renewal-reminder en',
    'renewal-reminder fr',
  ])
})

test('without an answer: one reminder, then the wish ends, its day is kept, and the signature has nothing to do with it', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  await askYearly.run(morning)
  await handOver(morning)
  await askYearly.run(after(13))
  expect(await letters()).toHaveLength(1)
  await askYearly.run(after(14))
  await askYearly.run(after(15))
  expect((await letters()).map(({ kind }) => kind).toSorted()).toEqual(['renewal', 'renewal_reminder'])
  await handOver(after(14))
  await askYearly.run(after(29))
  expect(await stateOf(reader)).toMatchObject({ state: 'active' })
  await askYearly.run(after(30))
  expect(await stateOf(reader)).toMatchObject({ state: 'unsubscribed', endedAt: after(30) })
  expect(await outcomes()).toEqual(['ended'])
  expect(await answerRenewal(tokenOf(reader), 'keep', after(31)), 'a link brings nothing back').toEqual({
    outcome: 'ended',
  })
  expect(await stateOf(reader)).toMatchObject({ state: 'unsubscribed' })
})

test('nothing ends when no server took a letter', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  for (const days of [0, 20]) {
    await askYearly.run(after(days))
    await pool().query(`update delivery set state = 'failed', ended_at = $1 where lane = 3 and state = 'queued'`, [
      after(days),
    ])
  }
  await askYearly.run(after(100))
  expect(await stateOf(reader)).toMatchObject({ state: 'active' })
  expect(await outcomes()).toEqual(['unreached'])
})

test.each([
  ['keep', 'kept', 'active'],
  ['pause-3', 'paused', 'paused'],
  ['stop', 'left', 'unsubscribed'],
] as const)('“%s” is written down, and nobody is reminded afterwards', async (choice, outcome, state) => {
  const reader = await aSubscription({ campaignId: campaign.id })
  await askYearly.run(morning)
  await handOver(morning)
  expect(await findRenewalLink(tokenOf(reader))).toEqual({ campaignId: campaign.id })
  expect(await answerRenewal(tokenOf(reader), choice, after(1))).toMatchObject({ outcome })
  expect((await answerRenewal(tokenOf(reader), choice, after(2))).outcome, 'twice is once').toBe(
    choice === 'stop' ? 'left' : outcome,
  )
  await askYearly.run(after(14))
  await askYearly.run(after(29))
  expect(await letters()).toHaveLength(1)
  expect(await stateOf(reader)).toMatchObject({ state })
  expect(await outcomes()).toEqual([outcome])
})

test('who kept is asked again a year later, never within eleven months', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  await askYearly.run(morning)
  await handOver(morning)
  await answerRenewal(tokenOf(reader), 'keep', after(1))
  await askYearly.run(after(365))
  expect(await letters()).toHaveLength(0)
  await askYearly.run(after(381))
  expect(await letters()).toHaveLength(1)
  expect(await countRenewals(after(381))).toMatchObject({ active: 1, old: 1, open: 1 })
})

test('one person gets one letter for all campaigns, however they spell their address, and one answer is for all', async () => {
  const other = await aCampaign()
  const personal = personalAddress('camille@example.org')
  const first = await aSubscription({ email: 'camille@example.org', ...whoseIn(campaign.id, personal) })
  const second = await aSubscription({ email: 'Camille@Example.org', ...whoseIn(other.id, personal) })
  await aSubscription({ campaignId: other.id })
  await askYearly.run(morning)
  expect(await letters()).toHaveLength(2)
  const asked = (await letters()).some(({ subjectId }) => subjectId === first.id) ? first : second
  await handOver(morning)
  await answerRenewal(tokenOf(asked), 'keep', after(1))
  await askYearly.run(after(29))
  expect((await letters()).filter(({ subjectId }) => [first.id, second.id].includes(subjectId))).toHaveLength(1)
  await answerRenewal(tokenOf(asked), 'stop', after(36))
  expect([await stateOf(first), await stateOf(second)]).toMatchObject([
    { state: 'unsubscribed' },
    { state: 'unsubscribed' },
  ])
})

test('silence ends every wish of the person, and a yes anywhere meanwhile ends none', async () => {
  const other = await aCampaign()
  const places = ['camille@example.org', 'zoe@example.org'].map((email) => ({
    email,
    personal: personalAddress(email),
  }))
  const made = await Promise.all(
    places.map(async ({ email, personal }) => [
      await aSubscription({ email, ...whoseIn(campaign.id, personal) }),
      await aSubscription({ email, ...whoseIn(other.id, personal) }),
    ]),
  )
  await leftUnanswered()
  // Zoé confirmed another signature with news: for the one of hers that did not carry the letter.
  const carriers = new Set((await letters()).map(({ subjectId }) => subjectId))
  const [camille = [], zoe = []] = made
  const quiet = zoe.find(({ id }) => !carriers.has(id))
  await db().subscription.updateMany({ where: { id: quiet?.id }, data: { activatedAt: after(20) } })
  await askYearly.run(after(30))
  for (const one of camille) expect(await stateOf(one)).toMatchObject({ state: 'unsubscribed' })
  for (const one of zoe) expect(await stateOf(one)).toMatchObject({ state: 'active' })
  expect(await outcomes()).toEqual(['ended', 'kept'])
})

test('who is left alone, paused, unconfirmed, or under review is not asked', async () => {
  const { email } = await aSubscription({ campaignId: campaign.id })
  await pool().query(`insert into suppression values ($1, 'bounced', now())`, [mailboxIndex(email)])
  const paused = await aSubscription({ campaignId: campaign.id })
  await db().subscription.updateMany({ where: { id: paused.id }, data: { state: 'paused' } })
  await aSubscription({ campaignId: campaign.id, state: 'pending' })
  for (const state of ['quarantined', 'invalidated', 'pending'] as const) {
    const { id } = await aSubscription({ campaignId: campaign.id })
    await pool().query(
      `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at)
       select campaign_id, gen_random_uuid(), email_index, '', '', 'FR', 'fr', 1, false, $2::signature_state, now(), now(), case when $3 then now() end from subscription where id = $1`,
      [id, state, state !== 'pending'],
    )
  }
  await askYearly.run(morning)
  expect(await letters()).toEqual([])
})

test('who leaves, or comes under review, between the queue and the line gets no letter', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  await askYearly.run(morning)
  await unsubscribe(linkToken('unsubscribe', reader), morning)
  aDeliveryWorker()
  await until(async () => (await letters())[0]?.state === 'suppressed')
  expect(server.seen).toEqual([])
})

test('the question waits behind confirmations and behind updates', async () => {
  await aSubscription({ campaignId: campaign.id })
  await askYearly.run(morning)
  await aSubscription({ campaignId: campaign.id })
  await aStartedMailing(campaign.id)
  expect((await claimDeliveries(2)).map(({ kind }) => kind)).toEqual(['update', 'update'])
  expect((await claimDeliveries(2)).map(({ kind }) => kind)).toEqual(['renewal'])
})

test('turned off, what waits is not sent and nothing ends', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  await leftUnanswered()
  await turnOffRenewal(await anActor('owner'), after(20))
  await askYearly.run(after(40))
  expect(await stateOf(reader)).toMatchObject({ state: 'active' })
  expect(await outcomes()).toEqual(['stopped'])
})

test('a link of another purpose asks and answers nothing', async () => {
  const reader = await aSubscription({ campaignId: campaign.id })
  for (const wrong of [
    linkToken('unsubscribe', reader),
    'x',
    linkToken('renew', { ...reader, id: crypto.randomUUID() }),
  ]) {
    expect(await findRenewalLink(wrong)).toBeNull()
    expect(await answerRenewal(wrong, 'stop', morning)).toEqual({ outcome: 'link-unknown' })
  }
  expect(await stateOf(reader)).toMatchObject({ state: 'active' })
})
