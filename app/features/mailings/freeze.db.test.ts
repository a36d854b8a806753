import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { beforeAll, findUnfrozen, freezeRest, freezeSlice } from './commands/freeze-audience.server.ts'
import { cancelMailing } from './commands/move-mailing.server.ts'
import { closeFinished, settleFinishedMailings } from './commands/settle-finished-mailings.server.ts'
import { setAudience } from './commands/set-audience.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { freezeAudiences } from './jobs/freeze-audiences.server.ts'
import { everyone, type Audience } from './rules/audience.ts'

const now = new Date('2026-03-20T12:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

/** A mailing that has begun and of which nobody is on the list yet. */
async function begun(audience: Audience = everyone): Promise<string> {
  const { id } = await aMailing({ campaignId: campaign.id })
  if (audience !== everyone) await setAudience({ actor: await anActor('campaigner'), id, now, audience })
  await db().mailing.update({ where: { id }, data: { state: 'sending', startedAt: now, frozenUpTo: beforeAll } })
  return id
}

const slice = (id: string, most: number) => db().$transaction((tx) => freezeSlice(tx, id, most))
const listed = async (id: string) =>
  (await db().delivery.findMany({ where: { mailingId: id }, select: { subjectId: true } }))
    .map(({ subjectId }) => subjectId)
    .toSorted()

async function readers(count: number, locale: 'fr' | 'en' = 'fr'): Promise<string[]> {
  const made: string[] = []
  for (let n = 0; n < count; n += 1) made.push((await aSubscription({ campaignId: campaign.id, locale })).id)
  return made.toSorted()
}

test('a list is written in slices, and one that was left half done is finished by the timetable: everyone once', async () => {
  const all = await readers(7)
  const id = await begun()
  expect(await slice(id, 3)).toEqual({ total: 3, done: false })
  expect(await listed(id)).toEqual(all.slice(0, 3))
  expect(await findUnfrozen()).toEqual([id])
  await freezeAudiences.run(now)
  expect(await listed(id)).toEqual(all)
  expect(await db().mailing.findUniqueOrThrow({ where: { id } })).toMatchObject({ total: 7, frozenUpTo: null })
  expect(await slice(id, 3), 'it is done').toBeNull()
})

test('two processes that write the same list write everyone once', async () => {
  const all = await readers(9)
  const id = await begun()
  await Promise.all([freezeRest(id, 2), freezeRest(id, 3), freezeRest(id, 2)])
  expect(await listed(id)).toEqual(all)
  expect((await db().mailing.findUniqueOrThrow({ where: { id } })).total).toBe(9)
})

test('the rules hold in each slice, also where a slice finds nobody', async () => {
  await readers(5)
  const english = await readers(3, 'en')
  const id = await begun({ ...everyone, languages: ['en'] })
  await freezeRest(id, 2)
  expect(await listed(id)).toEqual(english)
})

test('whoever begins to want news while the list is written is not on it, and whoever left is not either', async () => {
  const all = await readers(4)
  const id = await begun()
  await slice(id, 2)
  const [left = ''] = all.slice(3)
  await db().subscription.update({
    where: { campaignId_id: { campaignId: campaign.id, id: left } },
    data: { state: 'unsubscribed' },
  })
  const late = await aSubscription({ campaignId: campaign.id })
  await db().subscription.update({
    where: { campaignId_id: { campaignId: campaign.id, id: late.id } },
    data: { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff', activatedAt: new Date(now.getTime() + 1) },
  })
  await freezeRest(id, 2)
  expect(await listed(id)).toEqual(all.slice(0, 3))
})

test('a mailing is not over while its list is written, and a cancelled one writes no further', async () => {
  await readers(4)
  const id = await begun()
  await slice(id, 2)
  await db().delivery.updateMany({ where: { mailingId: id }, data: { state: 'handed_over', endedAt: now } })
  await settleFinishedMailings()
  expect((await db().mailing.findUniqueOrThrow({ where: { id } })).state).toBe('sending')
  await cancelMailing({ actor: await anActor('campaigner'), id, now })
  expect(await slice(id, 2)).toBeNull()
  await freezeRest(id, 2)
  expect(await db().delivery.count({ where: { mailingId: id } })).toBe(2)
  expect(await findUnfrozen()).toEqual([])
})

test('a mailing to nobody is over at once', async () => {
  const { id } = await aMailing({ campaignId: campaign.id })
  expect(await startMailing({ actor: null, id, now })).toEqual({ outcome: 'started', total: 0 })
  await settleFinishedMailings()
  expect((await db().mailing.findUniqueOrThrow({ where: { id } })).state).toBe('sent')
})

test('whether a mailing is over is asked of two indexes, however many letters were sent', async () => {
  await readers(1)
  const id = await begun()
  await freezeRest(id, 10)
  await pool().query(
    `insert into delivery (campaign_id, id, kind, lane, subject_id, mailing_id, state, due_at)
     select $1, gen_random_uuid(), 'update', 1, gen_random_uuid(), $2, 'handed-over', now() from generate_series(1, 5000)`,
    [campaign.id, id],
  )
  await pool().query('vacuum analyze delivery')
  const { rows } = await pool().query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${closeFinished}`)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).not.toContain('Seq Scan on delivery')
  expect(plan).toContain('delivery_update_due_idx')
  expect(plan).toContain('delivery_lease_idx')
})
