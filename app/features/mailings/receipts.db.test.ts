import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { queueReceipts } from '#app/features/proof/commands/queue-receipts.server.ts'
import { turnOffReceipts, turnOnReceipts } from '#app/features/proof/commands/run-log.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { sha256 } from '#app/features/proof/hash.server.ts'
import { headOf, inclusionOf } from '#app/features/proof/queries/log.server.ts'
import { thinHeads } from '#app/features/proof/jobs.server.ts'
import { verifyLog } from '#app/features/proof/queries/verify-log.server.ts'
import { committedBytes, leafBytes } from '#app/features/proof/rules/entry.ts'
import { includes } from '#app/features/proof/rules/merkle.ts'
import { readReceipt } from '#app/features/proof/rules/receipt.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { listUpdates } from './queries.server.ts'

/** When the factory's people confirm. */
const noon = new Date('2026-01-20T12:00:00Z')
const days = (n: number) => new Date(noon.getTime() + n * 86_400_000)
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

async function confirmed(given: { locale?: 'fr' | 'en'; email?: string } = {}) {
  const signed = await aQueuedConfirmation({ campaignId: campaign.id, state: 'confirmed', ...given })
  await db().delivery.deleteMany({ where: { subjectId: signed.id } })
  return signed
}

async function keep(now = noon) {
  await appendLeaves(campaign.id)
  await queueReceipts(campaign.id, now)
}
const queued = async () =>
  (await db().delivery.findMany({ where: { kind: 'receipt' }, select: { subjectId: true, state: true } })).toSorted(
    (a, b) => a.subjectId.localeCompare(b.subjectId),
  )
const ended = async () => (await queued()).every(({ state }) => state !== 'queued' && state !== 'claimed')

test.each(['fr', 'en'] as const)(
  'whoever confirms is sent a receipt in %s whose link proves their line',
  async (locale) => {
    const { id, email } = await confirmed({ locale })
    await confirmed()
    await keep()
    aDeliveryWorker()
    await until(() => server.received.length === 2)
    await signHead(campaign, noon)
    const text = server.received.find(({ receivers }) => receivers.includes(email))?.email.text ?? ''
    const [link = ''] = /http\S+\/proof#\S+/.exec(text) ?? []
    expect(link).toContain(`/${locale}/${campaign.slug}/proof#`)
    const receipt = readReceipt(link)
    const head = await headOf(campaign)
    if (!receipt || !head) throw new Error('there is a receipt, and a head')
    expect(receipt.signature).toBe(id)
    const leaf = sha256(leafBytes({ ...receipt, commitment: sha256(committedBytes(receipt.nonce, id)) }))
    const proof = (await inclusionOf(campaign.id, [receipt.index, 2])).map((hash) => Buffer.from(hash, 'base64'))
    expect(
      includes({ index: receipt.index, size: 2, root: Buffer.from(head.root, 'base64'), leaf, proof }, sha256),
    ).toBe(true)
  },
)

test('one receipt for each, however often and by however many it is looked', async () => {
  const signed = await Promise.all(Array.from({ length: 5 }, () => confirmed()))
  await appendLeaves(campaign.id)
  await Promise.all([1, 2, 3, 4].map(() => queueReceipts(campaign.id, noon)))
  const [first] = signed
  await pool().query(`update signature set state = 'invalidated' where id = $1`, [first?.id])
  await pool().query(`update signature set state = 'confirmed' where id = $1`, [first?.id])
  await keep()
  expect((await queued()).map(({ subjectId }) => subjectId)).toEqual(signed.map(({ id }) => id).toSorted())
})

test('what was cut off before its commit is queued by whoever comes next', async () => {
  await confirmed()
  await appendLeaves(campaign.id)
  const client = await pool().connect()
  await client.query('begin')
  await client.query(`update log_receipt set next_index = 1`)
  await client.query('rollback')
  client.release()
  await queueReceipts(campaign.id, noon)
  expect(await queued()).toHaveLength(1)
})

test('nobody is written to who left, was removed meanwhile, or whose mailbox wants none', async () => {
  const [leaves, removed, blocked] = [await confirmed(), await confirmed(), await confirmed({ email: 'b@example.org' })]
  await keep()
  await pool().query(`update signature set state = 'withdrawn' where id = $1`, [leaves.id])
  await pool().query(`update signature set state = 'quarantined' where id = $1`, [removed.id])
  await db().suppression.create({
    data: { emailIndex: new Uint8Array(mailboxIndex(blocked.email)), reason: 'complained', createdAt: noon },
  })
  aDeliveryWorker()
  await until(ended)
  expect((await queued()).map(({ state }) => state)).toEqual(['suppressed', 'suppressed', 'suppressed'])
  expect(server.received).toEqual([])
})

test('nobody is surprised: no receipt for what is old, nor for who was invented', async () => {
  await confirmed()
  await pool().query(
    `insert into log_event (campaign_id, signature_id, kind, day, locale, text_version)
     values ($1, '00000000-0001-4000-8000-000000000001', 'in', '2026-01-20', 'fr', 1)`,
    [campaign.id],
  )
  await keep(days(8))
  expect(await queued()).toEqual([])
})

test('turned off, what waits is not sent and nobody gets one; turned on, whoever comes then', async () => {
  const actor = await anActor('campaigner')
  const waits = await confirmed()
  await keep()
  await turnOffReceipts({ actor, campaign }, noon)
  await confirmed()
  await keep()
  await turnOnReceipts({ actor, campaign }, noon)
  await keep()
  expect(await queued()).toEqual([{ subjectId: waits.id, state: 'suppressed' }])
  const { id } = await confirmed()
  await keep()
  expect(await queued()).toContainEqual({ subjectId: id, state: 'queued' })
  const deeds = await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true } })
  expect(deeds.map(({ action }) => action)).toEqual(['log.receipts-off', 'log.receipts-on'])
})

test('every letter of an update prints the head of the log when it began, and so does its page; what comes later changes nothing', async () => {
  await confirmed()
  await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  await aStartedMailing(campaign.id)
  const head = await headOf(campaign)
  await confirmed()
  await appendLeaves(campaign.id)
  await signHead(campaign, noon)
  aDeliveryWorker()
  await until(() => server.received.length === 2)
  expect(head).toMatchObject({ size: 1 })
  const mark = `proof#head.1.${Buffer.from(head?.root ?? '', 'base64').toString('base64url')}`
  for (const { email } of server.received) {
    expect(email.text).toContain(mark)
    expect(email.html).toContain(mark)
    expect(email.html).toContain(head?.root)
    expect(email.text?.replaceAll(/\s+/g, ' ')).toContain(head?.root)
  }
  expect(await listUpdates(campaign.id, 'fr')).toMatchObject([{ head: { size: 1, root: head?.root, counted: 1 } }])
})

test('a head that a letter printed is kept when others of its hour go', async () => {
  await confirmed()
  await aStartedMailing(campaign.id)
  for (let n = 0; n < 2; n += 1) {
    await confirmed()
    await appendLeaves(campaign.id)
    await signHead(campaign, noon)
  }
  await thinHeads.run(days(3))
  const { rows } = await pool().query<{ size: number }>('select size::int from log_head order by size')
  expect(rows.map(({ size }) => size)).toEqual([1, 3])
  await recount(campaign.id, noon)
  expect((await verifyLog(campaign)).wrong).toEqual([])
  await pool().query('update mailing set head_root = sha256(head_root)')
  expect((await verifyLog(campaign)).wrong).toEqual(['an update printed another head of 1 leaves'])
})
