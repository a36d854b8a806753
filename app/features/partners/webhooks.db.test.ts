import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { sendOutside } from '#app/infra/outbound/send-outside.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aReceiver, type Received, type Receiver } from '#prisma/factories/a-receiver.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { addPartner, revokePartner } from './commands/manage-partners.server.ts'
import { addWebhook, rotateSecret, webhookDeeds } from './commands/manage-webhooks.server.ts'
import { deliverWebhooks } from './jobs/deliver-webhooks.server.ts'
import { tellWebhooks } from './jobs/tell-webhooks.server.ts'
import { countGivenUp, findWebhook, listWebhooks } from './queries/webhooks.server.ts'
import { partnerForm } from './schema.ts'
import { webhookEvents, type WebhookEvent } from './webhook-schema.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

let receiver: Receiver
let owner: Actor
let campaignId: number
beforeAll(async () => {
  receiver = await aReceiver()
})
beforeEach(async () => {
  receiver.received.length = 0
  receiver.answer(204)
  owner = await anActor('owner')
  campaignId = (await aCampaign({ slug: 'score' })).id
})
afterAll(() => receiver.close())

const addFor = (partner: number | null, events: WebhookEvent[] = [...webhookEvents]) => {
  const webhook = { intent: 'add' as const, campaign: campaignId, partner, url: receiver.url, events }
  return addWebhook({ actor: owner, webhook }, noon)
}

async function aWebhook(events?: WebhookEvent[], partner: number | null = null) {
  const made = await addFor(partner, events)
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return made
}

async function aPartnerOf(campaign: number) {
  const typed = { organisation: 'Syndicat', name: 'Site', scope: 'sign', perHour: '10', perDay: '12' }
  const partner = partnerForm.parse({ intent: 'add', ...typed, campaigns: [String(campaign)] })
  const made = await addPartner({ actor: owner, partner }, noon)
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return made.id
}

const tryOut = (id: number, now = noon) => webhookDeeds.test({ actor: owner, id }, now)
const signature = ({ headers, body }: Received, secret: string) =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
    .digest('base64')}`

test('what a campaign made public since then is told once, signed, and names nobody', async () => {
  const { id, secret } = await aWebhook()
  const goal = { campaignId, dutyFr: 'x', dutyEn: 'x' }
  await db().goal.create({ data: { ...goal, threshold: 10, reachedAt: later(-60) } })
  await db().goal.create({ data: { ...goal, threshold: 30, reachedAt: later(60) } })
  await aTally({ campaignId, n: 33 })
  await db().campaign.update({ where: { id: campaignId }, data: { state: 'closed' } })
  for (const at of [120, 180]) await tellWebhooks(later(at))
  while ((await deliverWebhooks(later(180))) > 0);
  const told = receiver.received.map(({ body }): unknown => JSON.parse(body))
  expect(told).toHaveLength(3)
  expect(told).toContainEqual({
    type: 'goal.reached',
    timestamp: '2026-02-01T11:01:00.000Z',
    data: { campaign: 'score', threshold: 30 },
  })
  expect(told).toContainEqual(
    expect.objectContaining({ type: 'count.hourly', data: { campaign: 'score', confirmed: 33 } }),
  )
  expect(told).toContainEqual(expect.objectContaining({ type: 'campaign.closed', data: { campaign: 'score' } }))
  for (const one of receiver.received) expect(one.headers['webhook-signature']).toBe(signature(one, secret))
  const { host } = new URL(receiver.url)
  expect(await listWebhooks()).toMatchObject([{ id, host, waiting: 0, state: 'active' }])
  expect((await findWebhook(id))?.messages.map(({ log }) => log.map(({ status }) => status))).toEqual([
    [204],
    [204],
    [204],
  ])
})

test('an update is told with its pages in both languages once it can be read', async () => {
  await aWebhook(['update.published'])
  const id = await aStartedMailing(campaignId)
  await tellWebhooks(later(30))
  expect(await db().webhookMessage.count()).toBe(0)
  await db().mailing.update({ where: { id }, data: { startedAt: later(60) } })
  for (const at of [60, 120]) await tellWebhooks(later(at))
  const messages = await db().webhookMessage.findMany({ select: { body: true } })
  const page = (locale: string) => `http://localhost:3000/${locale}/score/updates/${id}`
  expect(messages.map(({ body }): unknown => JSON.parse(body))).toEqual([
    {
      type: 'update.published',
      timestamp: later(60).toISOString(),
      data: { campaign: 'score', id, pages: { fr: page('fr'), en: page('en') } },
    },
  ])
})

test('a count is told once an hour, and not when it did not change', async () => {
  await aWebhook(['count.hourly'])
  for (const [at, n] of [
    [0, 3],
    [600, 2],
    [3600, 0],
    [7200, 0],
  ] as const) {
    if (n > 0) await aTally({ campaignId, n })
    await tellWebhooks(later(at))
  }
  const messages = await db().webhookMessage.findMany({ orderBy: { createdAt: 'asc' }, select: { body: true } })
  expect(messages.map(({ body }) => /"confirmed":(\d+)/.exec(body)?.[1])).toEqual(['3', '5'])
})

test('who does not answer is asked again, later each time, then no more until somebody looked', async () => {
  const { id } = await aWebhook()
  await tryOut(id)
  receiver.answer(500)
  const dueAfter: number[] = []
  let now = noon
  for (let n = 0; n < 8; n += 1) {
    expect(await deliverWebhooks(now)).toBe(1)
    expect(await deliverWebhooks(now)).toBe(0)
    const { dueAt } = await db().webhookMessage.findFirstOrThrow()
    if (dueAt === null) break
    dueAfter.push((dueAt.getTime() - now.getTime()) / 1000)
    now = dueAt
  }
  const said = [5, 300, 1800, 7200, 18_000, 36_000, 36_000]
  expect(dueAfter.map((seconds, at) => seconds >= (said[at] ?? 0) && seconds <= (said[at] ?? 0) * 1.1)).toEqual(
    said.map(() => true),
  )
  expect(receiver.received).toHaveLength(8)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await countGivenUp()).toBe(1)
  expect(await db().auditEntry.count({ where: { action: 'webhook.gave-up', staffId: null } })).toBe(1)
  receiver.answer(200)
  expect(await webhookDeeds.resume({ actor: owner, id }, now)).toEqual({ outcome: 'resumed' })
  expect(await deliverWebhooks(now)).toBe(1)
  expect(await countGivenUp()).toBe(0)
  expect((await db().webhookMessage.findFirstOrThrow()).arrivedAt).toEqual(now)
})

test('a redirect is not followed, and who says that they are gone is asked no more', async () => {
  const { id } = await aWebhook()
  await tryOut(id)
  receiver.answer(302, { location: receiver.url })
  await deliverWebhooks(noon)
  expect(receiver.received).toHaveLength(1)
  expect(await db().webhookTry.findFirst({ select: { status: true, fault: true } })).toEqual({
    status: null,
    fault: 'redirect',
  })
  receiver.answer(410)
  await deliverWebhooks(later(60))
  expect((await listWebhooks())[0]?.state).toBe('gaveUp')
})

test('two processes tell a message once, and one that ended in the middle leaves it to the other', async () => {
  const { id } = await aWebhook()
  for (let n = 0; n < 4; n += 1) await tryOut((await aWebhook()).id)
  await tryOut(id)
  await db().$transaction(async (another) => {
    await another.$queryRaw`select from webhook_message for update`
    expect(await deliverWebhooks(noon)).toBe(0)
  })
  await Promise.all(Array.from({ length: 8 }, () => deliverWebhooks(noon)))
  expect(receiver.received).toHaveLength(5)
  await tryOut(id, later(1))
  await db().webhookMessage.updateMany({ where: { arrivedAt: null }, data: { leasedUntil: later(61) } })
  expect(await deliverWebhooks(later(60))).toBe(0)
  expect(await deliverWebhooks(later(62))).toBe(1)
})

test('after a change of the secret both sign for a day, then the new one alone', async () => {
  const { id, secret } = await aWebhook()
  const changed = await rotateSecret({ actor: owner, id }, noon)
  if (changed.outcome !== 'made') throw new Error(changed.outcome)
  for (const at of [0, 86_401]) {
    await tryOut(id, later(at))
    await deliverWebhooks(later(at))
  }
  const [both, alone] = receiver.received
  if (!both || !alone) throw new Error('two messages were sent')
  expect(both.headers['webhook-signature']).toBe(`${signature(both, changed.secret)} ${signature(both, secret)}`)
  expect(alone.headers['webhook-signature']).toBe(signature(alone, changed.secret))
})

test('nothing is sent while it is paused, and nothing that opens a door is in the clear', async () => {
  const { id, secret } = await aWebhook()
  await tryOut(id)
  await webhookDeeds.pause({ actor: owner, id }, noon)
  expect(await deliverWebhooks(noon)).toBe(0)
  expect(await tryOut(id)).toEqual({ outcome: 'unknown' })
  const row = await db().webhook.findUniqueOrThrow({ where: { id } })
  const written = [row.sealedUrl, row.sealedSecret].map((bytes) => Buffer.from(bytes).toString('latin1')).join()
  expect(written).not.toContain(secret.slice(6))
  expect(written).not.toContain('/in')
  expect(await webhookDeeds.remove({ actor: owner, id }, noon)).toEqual({ outcome: 'removed' })
  expect(await db().webhookMessage.count()).toBe(0)
})

test('a partner whose key is taken away is told nothing more, and nobody can go on telling them', async () => {
  const partner = await aPartnerOf(campaignId)
  const { id } = await aWebhook(undefined, partner)
  const { id: another } = await aWebhook()
  await tryOut(id)
  const { id: unanswered } = await aWebhook(undefined, partner)
  await db().webhook.update({ where: { id: unanswered }, data: { pausedAt: noon, gaveUp: true } })
  await revokePartner({ actor: owner, id: partner }, noon)
  expect(await deliverWebhooks(noon)).toBe(0)
  expect(await listWebhooks()).toMatchObject([
    { id: unanswered, state: 'paused' },
    { id: another, state: 'active' },
    { id, state: 'paused' },
  ])
  expect(await db().auditEntry.count({ where: { action: 'webhook.paused', subject: `webhook:${id}` } })).toBe(1)
  expect(await webhookDeeds.resume({ actor: owner, id }, later(60))).toEqual({ outcome: 'revoked' })
  expect(await deliverWebhooks(later(60))).toBe(0)
  expect(await addFor(partner)).toEqual({ outcome: 'bad-partner' })
})

test('a webhook of a partner is about a campaign that their key is for', async () => {
  const elsewhere = await aPartnerOf((await aCampaign({ slug: 'other' })).id)
  expect(await addFor(elsewhere)).toEqual({ outcome: 'bad-partner' })
  expect(await db().webhook.count()).toBe(0)
})

test('nothing inside is called: not this machine, not a private network, not by a name that leads there', async () => {
  const sent = (url: string) => sendOutside({ url, headers: {}, body: '{}', tryingOut: false })
  expect(await sent('https://127.0.0.1/')).toEqual({ outcome: 'failed', fault: 'not-outside' })
  expect(await sent('https://localhost/')).toEqual({ outcome: 'failed', fault: 'not-outside' })
  expect(await sent('https://169.254.169.254/latest/meta-data')).toEqual({ outcome: 'failed', fault: 'not-outside' })
  expect(await sent('https://[::ffff:10.0.0.1]/')).toEqual({ outcome: 'failed', fault: 'not-outside' })
  expect(await sent('https://0x7f.1/')).toEqual({ outcome: 'failed', fault: 'not-outside' })
  expect(await sent(receiver.url)).toEqual({ outcome: 'failed', fault: 'address' })
  expect(await sent('https://no-such-name.invalid/')).toEqual({ outcome: 'failed', fault: 'unknown-host' })
  expect(receiver.received).toHaveLength(0)
})
