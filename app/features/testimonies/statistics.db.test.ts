import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { releaseStatistics } from './commands/release-statistics.server.ts'
import { listQuotes } from './queries/published.server.ts'
import { countTestimonies, publicStatistics } from './queries/statistics.server.ts'

const monday = new Date('2026-02-02T08:00:00Z')
const nextMonday = new Date('2026-02-09T08:00:00Z')

async function many(campaignId: number, count: number, data: Record<string, unknown> = {}): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const { id } = await aTestimony({ campaignId, uses: ['internal', 'statistics'] })
    ids.push(id)
  }
  await db().testimony.updateMany({ where: { id: { in: ids } }, data: { state: 'held', ...data } })
  return ids
}

test('counted are those who agreed to it, whatever became of the story, but not what was withdrawn or is no testimony', async () => {
  const { id: campaignId } = await aCampaign()
  await aTestimony({ campaignId, uses: ['internal', 'publish'] })
  await many(campaignId, 1, { state: 'withdrawn' })
  await many(campaignId, 1, { receivedWeek: new Date('2026-02-02') })
  await many(campaignId, 2, { consequences: ['cut', 'health'], attempts: ['asked'], period: null })
  for (const reason of ['offTopic', 'notATestimony', 'duplicate']) {
    const [id = ''] = await many(campaignId, 1, { state: 'declined', system: 'label' })
    await db().decision.create({
      data: { id: randomUUID(), testimonyId: id, kind: 'declined', reason, draftVersion: 0, at: monday },
    })
  }
  const { total, tables } = await countTestimonies(campaignId, new Date('2026-02-02'))
  expect(total).toBe(3)
  expect(tables['system']?.cells).toMatchObject({ control: 2, label: 1, other: 0 })
  expect(tables['consequence']?.cells).toMatchObject({ cut: 2, health: 2, nothing: 0 })
  expect(tables['attempt']?.cells).toMatchObject({ asked: 2, court: 0 })
  expect(tables['year']?.cells).toEqual({ '2026': 1, unsaid: 2 })
  expect(tables['department']?.cells).toEqual({ '31': 3 })
})

test('a release is made once a week and stays what it was', async () => {
  const { id: campaignId } = await aCampaign()
  expect(await publicStatistics(campaignId)).toBeNull()
  await many(campaignId, 12)
  await many(campaignId, 3, { system: 'label', department: '48' })
  expect(await releaseStatistics(campaignId, monday)).toEqual({ outcome: 'released' })
  const first = await publicStatistics(campaignId)
  expect(first).toMatchObject({ asOf: '2026-02-02', shown: { total: 10 } })
  expect(first?.shown.tables['system']).toMatchObject({ control: 10, label: '<10', other: '<10' })
  expect(first?.shown.tables['department'], 'who is alone in a place is not even named').toEqual({ '31': 10 })
  await many(campaignId, 20)
  expect(await releaseStatistics(campaignId, new Date('2026-02-08T20:00:00Z'))).toEqual({
    outcome: 'already-this-week',
  })
  expect(await publicStatistics(campaignId)).toEqual(first)
  expect(await releaseStatistics(campaignId, nextMonday)).toEqual({ outcome: 'released' })
  expect(await publicStatistics(campaignId)).toMatchObject({ asOf: '2026-02-09', shown: { total: 30 } })
})

test('while fewer than ten came or went nothing moves, not by the one who makes it twenty', async () => {
  const { id: campaignId } = await aCampaign()
  await many(campaignId, 19)
  await releaseStatistics(campaignId, monday)
  const first = await publicStatistics(campaignId)
  await many(campaignId, 9)
  expect(await releaseStatistics(campaignId, nextMonday)).toEqual({ outcome: 'stays' })
  expect(await publicStatistics(campaignId)).toEqual(first)
  await many(campaignId, 1)
  expect(await releaseStatistics(campaignId, new Date('2026-02-16T08:00:00Z'))).toEqual({ outcome: 'released' })
  expect(await db().statisticsRelease.count()).toBe(1)
})

test('a quote is for the press with both consents, and only while it is published', async () => {
  const { id: campaignId } = await aCampaign()
  const quoted = async (uses: ('quote' | 'press' | 'publish')[]) => {
    const { id } = await aTestimony({ campaignId, state: 'published', uses })
    await db().testimony.update({ where: { id }, data: { publishedQuote: `« ${uses.join(' ')} »` } })
    return id
  }
  const both = await quoted(['quote', 'press'])
  await quoted(['quote', 'publish'])
  await quoted(['press', 'publish'])
  const all = await quoted(['quote', 'press', 'publish'])
  const found = await listQuotes(campaignId)
  expect(new Map(found.map(({ id, hasPage }) => [id, hasPage]))).toEqual(
    new Map([
      [both, false],
      [all, true],
    ]),
  )
  await db().testimony.update({ where: { id: both }, data: { state: 'unpublished', publishedQuote: null } })
  expect(await listQuotes(campaignId)).toMatchObject([{ id: all }])
})

test('what nobody of the team has looked at fills no cell', async () => {
  const { id: campaignId } = await aCampaign()
  await many(campaignId, 12, { state: 'submitted' })
  const [read = ''] = await many(campaignId, 1, { state: 'submitted' })
  await db().decision.create({
    data: { id: randomUUID(), testimonyId: read, staffId: randomUUID(), kind: 'claimed', draftVersion: 0, at: monday },
  })
  expect((await countTestimonies(campaignId, new Date('2026-02-02'))).total).toBe(1)
})
