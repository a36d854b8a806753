import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aDeliveryWorker, stopDeliveryWorkers, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { noteReturn } from './commands/take-bounce.server.ts'
import { checkSenderNightly } from './jobs/check-sender-nightly.server.ts'
import { writeDownAnswers } from './jobs/deliver/answers.server.ts'
import { watchSending } from './jobs/watch-sending.server.ts'
import { findOverview, listSendingAlerts } from './queries/sending-health.server.ts'

let server: MailServer
let campaignId: number

beforeEach(async () => {
  const mailed = await aMailedCampaign()
  server = mailed.server
  campaignId = mailed.campaign.id
})
afterEach(() => endMailing(server))

const ended = (count: number) => async () =>
  (await db().delivery.count({ where: { endedAt: { not: null } } })) +
    (await db().delivery.count({ where: { state: 'deferred' } })) ===
  count

test('what receivers answer is counted by receiver, without a name that could be a person’s', async () => {
  for (let n = 0; n < 24; n += 1) await aSubscription({ campaignId, email: `reader-${n}@gmail.com` })
  await aSubscription({ campaignId, email: 'camille@camille-martin.example' })
  server.behave((address) => {
    if (address.startsWith('reader-0@')) return { rcpt: 550, text: '5.1.1 nobody' }
    return address.startsWith('reader-1@') ? { rcpt: 452, text: '4.2.2 full' } : 'accept'
  })
  await aStartedMailing(campaignId)
  aDeliveryWorker()
  await until(ended(25))
  await stopDeliveryWorkers()
  const { shown, others } = await findOverview(1, new Date())
  expect(shown).toEqual([
    {
      receiver: 'gmail',
      accepted: 22,
      deferred: 1,
      refused: 1,
      returned: 0,
      complained: 0,
      recipients: expect.any(Number),
    },
  ])
  expect(shown[0]?.recipients).toBeLessThanOrEqual(24)
  expect(others).toMatchObject({ receivers: 1, accepted: 1, recipients: 1 })
  const { rows } = await pool().query('select * from receiver_tally')
  expect(
    JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain('camille')
})

async function aLetterHandedOver(email: string) {
  const subscription = await aSubscription({ campaignId, email })
  const mailingId = await aStartedMailing(campaignId)
  const { id } = await db().delivery.update({
    where: { mailingId_subjectId: { mailingId, subjectId: subscription.id } },
    data: { state: 'handed_over' },
    select: { id: true },
  })
  return { campaignId, id }
}

const tally = async () => {
  const { rows } = await pool().query<{ returned: number; complained: number }>(
    'select sum(returned)::int as returned, sum(complained)::int as complained from receiver_tally',
  )
  return rows[0]
}

test('what comes back counts once for each letter, and not again what was refused at the door', async () => {
  const now = new Date()
  const target = await aLetterHandedOver('camille@gmail.com')
  const back = (kind: 'hard' | 'soft' | 'complaint', final: boolean) =>
    db().$transaction((tx) => noteReturn(tx, { target, kind, final, status: '5.1.1', now }))
  await back('soft', false)
  expect(await tally(), 'a delay is none').toEqual({ returned: null, complained: null })
  await back('hard', true)
  await back('hard', true)
  expect(await tally()).toEqual({ returned: 1, complained: 0 })
  await back('complaint', false)
  await back('complaint', false)
  expect(await tally()).toEqual({ returned: 1, complained: 1 })
})

const at = new Date('2026-03-01T10:00:00Z')
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000)
const counted = (
  given: { accepted: number; refused?: number; deferred?: number; lastAcceptedAt?: Date },
  minutes = 30,
) =>
  db().receiverTally.create({
    data: { hour: ago(minutes), receiver: 'gmail', marks: 0xffffn, ...given },
  })
const kinds = async () =>
  (await listSendingAlerts()).map(({ kind, receiver }) => `${kind} ${receiver}`.trim()).toSorted()

test('an alert stands since it began, and goes when it is over', async () => {
  await counted({ accepted: 90, refused: 10 })
  await watchSending.run(at)
  expect(await kinds()).toEqual(['bounced', 'bounced gmail'])
  await watchSending.run(new Date(at.getTime() + 300_000))
  expect((await listSendingAlerts())[0]?.since).toEqual(at)
  await counted({ accepted: 9000 }, 29)
  await watchSending.run(new Date(at.getTime() + 600_000))
  expect(await kinds()).toEqual([])
})

test('silence is an alert while letters are due, and none when a receiver accepts or nothing waits', async () => {
  await watchSending.run(at)
  expect(await kinds(), 'nothing is due').toEqual([])
  await aQueuedConfirmation({ campaignId })
  await pool().query('update delivery set due_at = $1', [ago(61)])
  await watchSending.run(at)
  expect(await kinds()).toEqual(['silent'])
  await counted({ accepted: 1, lastAcceptedAt: ago(59) })
  await watchSending.run(at)
  expect(await kinds()).toEqual([])
})

test('a mailing that a person paused is not silent', async () => {
  await aSubscription({ campaignId })
  const id = await aStartedMailing(campaignId)
  await pool().query('update delivery set due_at = $1', [ago(120)])
  await db().mailing.update({ where: { id }, data: { startedAt: ago(120) } })
  await watchSending.run(at)
  expect(await kinds()).toEqual(['silent'])
  await db().mailing.update({ where: { id }, data: { state: 'paused' } })
  await watchSending.run(at)
  expect(await kinds()).toEqual([])
})

test('figures are forgotten after a month', async () => {
  await counted({ accepted: 1 }, 32 * 24 * 60)
  await counted({ accepted: 1 }, 30 * 24 * 60)
  await checkSenderNightly.run(at)
  expect(await db().receiverTally.count()).toBe(1)
})

test('writing down nothing asks nothing of the database', async () => {
  await aCampaign()
  await writeDownAnswers()
  expect(await db().receiverTally.count()).toBe(0)
})
