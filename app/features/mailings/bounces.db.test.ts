import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { returnAddress } from '#app/infra/vault/return-address.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anImapServer } from '#prisma/factories/an-imap-server.ts'
import { about, reader, report } from '#prisma/factories/bounces/shapes.ts'
import { takeBounce } from './commands/take-bounce.server.ts'
import { noteRefusals } from './jobs/keep-returns.server.ts'
import { readReturns } from './jobs/read-returns.server.ts'
import { permitDelivery } from './jobs/deliver/permit.server.ts'
import { progress } from './queries.server.ts'
import { classifyBounce } from './rules/bounces/classify.ts'

vi.mock('./rules/bounces/classify.ts', { spy: true })

const base = 'b@retours.example.net'
const day = (n: number) => new Date(Date.UTC(2026, 0, 20 + n, 12))

beforeAll(() => {
  vi.stubEnv('BOUNCE_ADDRESS', base)
  forgetSingleton('config')
})
afterAll(() => {
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

let campaignId: number
beforeEach(async () => {
  campaignId = (await aCampaign()).id
})

/** A reader of two campaigns, with an update of the first that was handed over. */
async function aReader(email = reader) {
  const personal = personalAddress(email)
  const subscription = await aSubscription({ email, ...whoseIn(campaignId, personal) })
  const other = await aCampaign()
  const elsewhere = await aSubscription({ email, ...whoseIn(other.id, personal) })
  const mailingId = await aStartedMailing(campaignId)
  const { id } = await db().delivery.update({
    where: { mailingId_subjectId: { mailingId, subjectId: subscription.id } },
    data: { state: 'handed_over' },
    select: { id: true },
  })
  const waiting = await aStartedMailing(other.id)
  return { subscription, elsewhere, mailingId, waiting, delivery: { campaignId, id } }
}

const message = (target: { campaignId: number; id: string }, status: string, more = '') =>
  Buffer.from(
    report({ status: about({ status, to: 'somebody-else@example.com' }), headers: more }).replaceAll(
      'b+kq2x.7f@retours.example.net',
      returnAddress(target, base),
    ),
  )
const complaint = (target: { campaignId: number; id: string }) =>
  Buffer.from(
    `From: fbl@example.com\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=x\r\n\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nReturn-Path: <${returnAddress(target, base)}>\r\nTo: a@example.com\r\n\r\nx\r\n--x--\r\n`,
  )

const states = async () => (await db().subscription.findMany({ select: { state: true } })).map(({ state }) => state)
const stopped = () => db().suppression.findMany({ select: { emailIndex: true, reason: true } })
const tallies = async () => Object.fromEntries((await db().returnedTally.findMany()).map(({ kind, n }) => [kind, n]))

test('one hard bounce ends all news to a mailbox, whatever address the message names', async () => {
  const { delivery, mailingId, waiting } = await aReader()
  expect(await takeBounce(message(delivery, '5.1.1'), day(0))).toEqual({ outcome: 'noted', kind: 'hard' })
  expect(await states()).toEqual(['bounced', 'bounced'])
  expect(await stopped()).toEqual([{ emailIndex: new Uint8Array(mailboxIndex(reader)), reason: 'bounced' }])
  expect(await progress(mailingId)).toMatchObject({ sent: 0, failed: 1 })
  expect(await progress(waiting), 'what waited is taken back').toMatchObject({ suppressed: 1 })
})

test('the same message twice changes nothing more, and is counted once', async () => {
  const { delivery } = await aReader()
  const raw = message(delivery, '5.2.2')
  const outcomes = await Promise.all([1, 2, 3].map(() => takeBounce(raw, day(0))))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['noted', 'seen-before', 'seen-before'])
  expect(await tallies()).toEqual({ soft: 1 })
})

test('soft is for good on three days of fourteen, not three times on one', async () => {
  const { delivery } = await aReader()
  const soft = (n: number, at: Date) => takeBounce(message(delivery, '5.2.2', `X-N: ${n}`), at)
  for (const [n, at] of [day(0), day(0), day(0), day(1), day(15)].entries()) await soft(n, at)
  expect(await stopped(), 'the first is too long ago by then').toEqual([])
  await soft(9, day(16))
  expect(await stopped()).toEqual([])
  await soft(10, day(17))
  expect(await stopped()).toMatchObject([{ reason: 'bounced' }])
  expect(await states()).toEqual(['bounced', 'bounced'])
})

test('a delay leaves a letter as handed over', async () => {
  const { delivery, mailingId } = await aReader()
  const raw = Buffer.from(message(delivery, '4.4.1').toString().replace('Action: failed', 'Action: delayed'))
  expect(await takeBounce(raw, day(0))).toEqual({ outcome: 'noted', kind: 'soft' })
  expect(await progress(mailingId)).toMatchObject({ sent: 1, failed: 0 })
})

test('one complaint is enough, and weighs more than a bounce', async () => {
  const { delivery, mailingId } = await aReader()
  await takeBounce(message(delivery, '5.1.1'), day(0))
  expect(await takeBounce(complaint(delivery), day(1))).toEqual({ outcome: 'noted', kind: 'complaint' })
  expect(await stopped()).toMatchObject([{ reason: 'complained' }])
  await takeBounce(message(delivery, '5.1.1', 'X: 2'), day(2))
  expect(await stopped()).toMatchObject([{ reason: 'complained' }])
  expect(await progress(mailingId)).toMatchObject({ failed: 1 })
})

test('forged, foreign and forgotten addresses change nothing and are counted', async () => {
  const { delivery } = await aReader()
  const genuine = returnAddress(delivery, base)
  const forged = message(delivery, '5.1.1')
    .toString()
    .replaceAll(
      genuine,
      genuine.replace(/\.[\da-v]/, (two) => (two === '.0' ? '.1' : '.0')),
    )
  expect(await takeBounce(Buffer.from(forged), day(0))).toEqual({ outcome: 'forged' })
  expect(await takeBounce(Buffer.from(report({ status: about({ status: '5.1.1' }) })), day(0))).toEqual({
    outcome: 'unknown',
  })
  const gone = { campaignId, id: '01900000-0000-7000-8000-000000000000' }
  expect(await takeBounce(message(gone, '5.1.1'), day(0))).toEqual({ outcome: 'unknown' })
  expect(await stopped()).toEqual([])
  expect(await states()).toEqual(['active', 'active'])
  expect(await tallies()).toEqual({ forged: 1, unknown: 2 })
})

test('what names no letter of ours is not worth the time of classifying it', async () => {
  const { delivery } = await aReader()
  vi.mocked(classifyBounce).mockClear()
  await takeBounce(Buffer.from(report({ status: about({ status: '5.1.1' }) })), day(0))
  expect(classifyBounce).not.toHaveBeenCalled()
  await takeBounce(message(delivery, '5.1.1'), day(0))
  expect(classifyBounce).toHaveBeenCalledTimes(1)
})

test('a row that cannot be opened keeps no other message waiting', async () => {
  const broken = await aReader('broken@example.org')
  const { delivery } = await aReader()
  await pool().query(`update subscription set sealed_email = '\\x0102' where id = $1`, [broken.subscription.id])
  const imap = await anImapServer([message(broken.delivery, '5.1.1'), message(delivery, '5.1.1')].map(String))
  vi.stubEnv('BOUNCE_IMAP_URL', imap.url)
  forgetSingleton('config')
  await readReturns.run(day(0))
  await imap.stop()
  expect([imap.inbox.size, imap.done.length]).toEqual([0, 2])
  expect(await stopped()).toEqual([{ emailIndex: new Uint8Array(mailboxIndex(reader)), reason: 'bounced' }])
  expect(await tallies(), 'and can be taken again').toEqual({ hard: 1 })
})

test('every letter leaves from an address of its own, which leads back to it', async () => {
  const { server, campaign } = await aMailedCampaign()
  const { email, deliveryId } = await aQueuedConfirmation({ campaignId: campaign.id })
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  await endMailing(server)
  const [mail] = server.received
  expect(mail?.receivers).toEqual([email])
  expect(mail?.sender).toBe(returnAddress({ campaignId: campaign.id, id: deliveryId }, base))
  expect(mail?.email.from?.address, 'whom people see stays the same').toBe('portevoix@example.org')
})

test('an answer from a holiday says nothing against an address', async () => {
  const { delivery } = await aReader()
  const raw = `From: ${reader}\r\nTo: ${returnAddress(delivery, base)}\r\nSubject: Absence du bureau\r\nAuto-Submitted: auto-replied\r\n\r\nA bient=C3=B4t\r\n`
  expect(await takeBounce(Buffer.from(raw), day(0))).toEqual({ outcome: 'no-bounce' })
  expect(await stopped()).toEqual([])
  expect(await tallies()).toEqual({ 'auto-reply': 1 })
})

test('a mailbox that bounced keeps its right to sign: what somebody there asks for still goes', async () => {
  const { id, deliveryId, email } = await aQueuedConfirmation({ campaignId })
  expect(await takeBounce(message({ campaignId, id: deliveryId }, '5.1.1'), day(0))).toMatchObject({ outcome: 'noted' })
  expect(await stopped()).toMatchObject([{ reason: 'bounced' }])
  expect(await permitDelivery(email, deliveryId, null)).toEqual({ permit: 'given' })
  expect(await db().secondHearing.count()).toBe(1)
  expect(await db().signature.count({ where: { id, state: 'pending' } })).toBe(1)
})

test('a letter that was refused at the door for good counts as one that came back, once', async () => {
  const { delivery } = await aReader()
  const refuse = (reply: string) =>
    pool().query(`update delivery set state = 'failed', reply = $2 where id = $1`, [delivery.id, reply])
  await pool().query('update mailing set started_at = $1', [day(0)])
  await refuse('550 5.7.1')
  expect(await noteRefusals(day(1))).toBe(0)
  await refuse('550 5.1.1')
  expect(await noteRefusals(day(1))).toBe(1)
  expect(await noteRefusals(day(1))).toBe(0)
  expect(await states()).toEqual(['bounced', 'bounced'])
})

test('erasing a person leaves the keyed hash, and nothing that names them', async () => {
  const { delivery } = await aReader()
  await takeBounce(message(delivery, '5.1.1'), day(0))
  await pool().query('delete from subscription')
  expect(await stopped()).toEqual([{ emailIndex: new Uint8Array(mailboxIndex(reader)), reason: 'bounced' }])
  const { rows } = await pool().query<{ text: string }>(
    `select coalesce(string_agg(t::text, ' '), '') as text from (select to_jsonb(s) as t from suppression s union all select to_jsonb(r) from returned_message r union all select to_jsonb(b) from soft_bounce b) all_of_it`,
  )
  expect(rows[0]?.text).not.toContain('example')
})
