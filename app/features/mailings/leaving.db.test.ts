import { beforeEach, expect, test } from 'vitest'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aStartedMailing, deliveryStates } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription, type MadeSubscription } from '#prisma/factories/a-subscription.ts'
import { reduceNews } from './commands/reduce-news.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { permitDelivery } from './jobs/deliver/permit.server.ts'
import { endPauses, forgetReturns, listenAgain } from './jobs/keep-returns.server.ts'
import { countAudience } from './queries/audience.server.ts'
import { everyone } from './rules/audience.ts'
import { preferencesForm } from './rules/preferences.ts'

const noon = new Date('2026-01-31T12:00:00Z')
const email = 'camille@example.org'
const months = (n: number) => new Date(Date.UTC(2026, n, 31, 12))
const wish = (more: Record<string, unknown>) => preferencesForm.parse({ scope: 'this', wish: 'stop', ...more })

let here: MadeSubscription
let there: MadeSubscription
let slugThere: string
beforeEach(async () => {
  const [first, second] = [await aCampaign(), await aCampaign()]
  const personal = personalAddress(email)
  here = await aSubscription({ email, ...whoseIn(first.id, personal) })
  there = await aSubscription({ email: 'Camille@Example.org', ...whoseIn(second.id, personal) })
  slugThere = second.slug
})

const token = () => linkToken('unsubscribe', here)
const states = async () =>
  Promise.all(
    [here, there].map(
      async (one) =>
        (await db().subscription.findFirstOrThrow({ where: { id: one.id }, select: { state: true } })).state,
    ),
  )

test('news of one campaign end, or of those that were chosen, or of all', async () => {
  expect(await reduceNews(token(), wish({}), noon)).toEqual({ outcome: 'reduced', until: null })
  expect(await states()).toEqual(['unsubscribed', 'active'])
  await reduceNews(token(), wish({ scope: 'chosen', campaigns: [slugThere] }), noon)
  expect(await states()).toEqual(['unsubscribed', 'unsubscribed'])
})

test('everything of this site is every spelling of one address, and nobody else', async () => {
  const other = await aSubscription({ campaignId: there.campaignId })
  await reduceNews(token(), wish({ scope: 'all' }), noon)
  expect(await states()).toEqual(['unsubscribed', 'unsubscribed'])
  expect(await db().subscription.count({ where: { id: other.id, state: 'active' } })).toBe(1)
})

test('who pauses is in no audience until the day, and what waited is taken back', async () => {
  const id = await aStartedMailing(here.campaignId)
  expect(await reduceNews(token(), wish({ wish: 'pause-1' }), noon)).toEqual({
    outcome: 'reduced',
    until: new Date('2026-02-28T12:00:00Z'),
  })
  expect(await deliveryStates(id)).toEqual(['suppressed'])
  expect(await countAudience(here.campaignId, everyone)).toEqual({ fr: 0, en: 0 })
  expect(await deliveryStates(await aStartedMailing(here.campaignId))).toEqual([])
  await endPauses(new Date('2026-02-28T11:59:00Z'))
  expect(await countAudience(here.campaignId, everyone)).toEqual({ fr: 0, en: 0 })
  await endPauses(new Date('2026-02-28T12:00:00Z'))
  expect(await countAudience(here.campaignId, everyone)).toEqual({ fr: 1, en: 0 })
})

test('a pause may become an end, and an end no pause', async () => {
  await reduceNews(token(), wish({ wish: 'pause-6' }), noon)
  expect(await unsubscribe(token(), noon)).toEqual({ outcome: 'unsubscribed' })
  await reduceNews(token(), wish({ wish: 'pause-3' }), noon)
  await endPauses(months(12))
  expect(await states()).toEqual(['unsubscribed', 'active'])
})

test('a pause becomes longer, never shorter', async () => {
  const pausedUntil = async () =>
    (await db().subscription.findFirstOrThrow({ where: { id: here.id }, select: { pausedUntil: true } })).pausedUntil
  await reduceNews(token(), wish({ wish: 'pause-3' }), noon)
  const said = await reduceNews(token(), wish({ wish: 'pause-1' }), noon)
  expect(await pausedUntil()).toEqual(new Date('2026-04-30T12:00:00Z'))
  expect(said, 'what another asked for is told to nobody').toEqual({
    outcome: 'reduced',
    until: new Date('2026-02-28T12:00:00Z'),
  })
  await reduceNews(token(), wish({ wish: 'pause-6' }), noon)
  expect(await pausedUntil()).toEqual(months(6))
  await reduceNews(token(), wish({ wish: 'stop' }), noon)
  expect(await pausedUntil()).toBeNull()
})

test('reasons are counted once for each who leaves, and nothing says whose they were', async () => {
  await reduceNews(token(), wish({ reason: 'too-often' }), noon)
  await reduceNews(token(), wish({ reason: 'too-often' }), noon)
  expect(await db().leavingTally.findMany({ select: { reason: true, n: true } })).toEqual([
    { reason: 'too-often', n: 1 },
  ])
})

test('a link of another purpose, a forged one and the sample of a test letter change nothing', async () => {
  for (const wrong of [
    linkToken('confirm', here),
    'x',
    linkToken('unsubscribe', { campaignId: here.campaignId, id: there.id }),
  ])
    expect(await reduceNews(wrong, wish({ scope: 'all' }), noon)).toEqual({ outcome: 'link-unknown' })
  expect(await states()).toEqual(['active', 'active'])
})

test.each([
  [{ wish: 'stop' }, 'scope'],
  [{ scope: 'all' }, 'wish'],
  [{ scope: 'chosen', wish: 'stop' }, 'campaigns'],
  [{ scope: 'all', wish: 'stop', reason: 'because' }, 'reason'],
])('%o is refused next to %s', (form, field) => {
  expect(preferencesForm.safeParse(form).error?.issues[0]?.path[0]).toBe(field)
})

test('who confirms again at a mailbox that got no news, and asks for them, gets them', async () => {
  await pool().query(`insert into suppression values ($1, 'bounced', $2), ($3, 'bounced', $2)`, [
    mailboxIndex('back@example.org'),
    noon,
    mailboxIndex('silent@example.org'),
  ])
  const { campaignId } = here
  for (const address of ['back@example.org', 'silent@example.org']) {
    const whose = whoseIn(campaignId, personalAddress(address))
    const { id, deliveryId } = await aQueuedConfirmation({ ...whose, email: address })
    await permitDelivery(address, deliveryId, null)
    await aSubscription({ ...whose, email: address, state: 'pending' })
    if (address.startsWith('silent')) continue
    await pool().query(`update signature set state = 'confirmed', confirmed_at = now() where id = $1`, [id])
    await pool().query(`update subscription set state = 'active', activated_at = now() where email_index = $1`, [
      whose.emailIndex,
    ])
  }
  expect(await listenAgain()).toBe(1)
  expect(await db().suppression.findMany({ select: { emailIndex: true } })).toEqual([
    { emailIndex: new Uint8Array(mailboxIndex('silent@example.org')) },
  ])
})

test('what was kept to recognise messages and days is forgotten', async () => {
  await pool().query(`insert into returned_message values ('a', $1), ('b', $2)`, [months(0), months(2)])
  await pool().query(`insert into soft_bounce values ('a', $1), ('b', $2)`, [months(0), months(2)])
  await pool().query(`insert into second_hearing values (gen_random_uuid(), 'a', $1)`, [months(0)])
  await forgetReturns.run(months(2))
  expect(await db().returnedMessage.count()).toBe(1)
  expect(await db().softBounce.count()).toBe(1)
  expect(await db().secondHearing.count()).toBe(0)
})
