import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { countMailAlarms, findMailAlarms, findRefusals } from './queries/alarms.server.ts'
import { progress } from './queries.server.ts'
import { findRun } from './queries/run.server.ts'

let campaign: CampaignSummary
beforeEach(async () => {
  campaign = await aCampaign()
})

/** A letter to one person that ended so many hours ago. */
const aRefusal = (reply: string, hoursAgo: number) =>
  pool().query(
    `insert into delivery (campaign_id, id, kind, subject_id, state, lane, due_at, ended_at, reply)
     values ($1, $2, 'confirmation', $2, 'failed', 0, now(), now() - make_interval(hours => $4), $3)`,
    [campaign.id, randomUUID(), reply, hoursAgo],
  )

test('receivers that refuse the sender again and again are told of, of every kind of letter, for a day', async () => {
  for (const reply of ['550 5.7.1', '550 5.7.26']) await aRefusal(reply, 1)
  for (const reply of ['550 5.1.1', '450 4.7.1']) await aRefusal(reply, 1)
  await aRefusal('550 5.7.1', 25)
  expect((await findMailAlarms('fr')).refusals, 'two are no alarm').toBeNull()
  await aRefusal('550 5.7.1', 2)
  expect((await findMailAlarms('fr')).refusals).toMatchObject({ count: 3 })
  expect(await findRefusals(24)).toMatchObject({ reply: '550 5.7.1' })
  expect(await findRefusals(1), 'within the hour they are too few').toBeNull()
  expect(await countMailAlarms()).toEqual({ locked: false, pausedByThemselves: 0, refusals: 3 })
})

test('a mailing that stopped by itself is told of with its reason, one that a person paused is not', async () => {
  const { id } = await aMailing({ campaignId: campaign.id, state: 'paused' })
  await aMailing({ campaignId: campaign.id, state: 'paused' })
  await db().mailing.update({ where: { id }, data: { pausedBecause: 'late' } })
  expect((await findMailAlarms('en')).paused).toEqual([{ id, because: 'late', subject: 'An answer has come' }])
  expect(await countMailAlarms()).toMatchObject({ pausedByThemselves: 1 })
})

test('sending that waits for a person is told of', async () => {
  await pool().query(
    `insert into mail_place (id, server, folder, waiting_since, reason) values ('x', 's', 'f', now(), 'copied')`,
  )
  expect(await findMailAlarms('fr')).toMatchObject({ lock: 'copied' })
  expect(await countMailAlarms()).toMatchObject({ locked: true })
})

test('letters that came back, complaints and those who left are counted apart from those refused at the door', async () => {
  for (let n = 0; n < 6; n += 1) await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  const letters = await db().delivery.findMany({ where: { mailingId: id }, select: { id: true, subjectId: true } })
  const become = (at: number, state: string, rest: { returned?: string; reply?: string }) =>
    pool().query(
      `update delivery set state = $2::delivery_state, returned = $3, reply = $4, ended_at = '2026-01-20T12:00:01Z' where id = $1`,
      [letters[at]?.id, state, rest.returned ?? null, rest.reply ?? null],
    )
  await become(0, 'failed', { returned: 'hard', reply: '550 5.1.1' })
  await become(1, 'failed', { returned: 'hard', reply: '5.1.1' })
  await become(2, 'failed', { returned: 'soft' })
  await become(3, 'handed-over', { returned: 'complaint', reply: '250' })
  await become(4, 'handed-over', { returned: 'soft', reply: '250' })
  await become(5, 'handed-over', {})
  await db().subscription.updateMany({
    where: { id: letters[5]?.subjectId },
    data: { state: 'unsubscribed', endedAt: new Date('2026-01-25T12:00:00Z') },
  })
  expect(await progress(id)).toEqual({
    total: 6,
    sent: 3,
    deferred: 0,
    failed: 3,
    unknown: 0,
    suppressed: 0,
    returned: 2,
    complained: 1,
  })
  expect((await findRun(id)).left).toBe(1)
  await db().subscription.updateMany({
    where: { id: letters[5]?.subjectId },
    data: { endedAt: new Date('2026-03-25T12:00:00Z') },
  })
  expect((await findRun(id)).left, 'months later it is about something else').toBe(0)
})
