import { expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { releasePlaces } from './commands/release-places.server.ts'
import { countConfirmed, countsBy, publicCounts } from './queries.server.ts'
import { sum } from './rules.ts'
import { breakdowns } from './schema.ts'

async function aCountedCampaign() {
  const { id: campaignId } = await aCampaign()
  await aTally({ campaignId, day: '2026-02-01', hour: '23', department: '75', n: 12 })
  await aTally({ campaignId, day: '2026-02-01', hour: '09', department: '2A', n: 4 })
  await aTally({ campaignId, day: '2026-02-03', hour: '00', department: '75', n: 1 })
  await aTally({ campaignId, day: '2026-02-03', department: 'unknown', country: 'BE', language: 'en', n: 3 })
  return campaignId
}

test('a campaign nobody has signed counts nought, and every breakdown is empty', async () => {
  const { id } = await aCampaign()
  expect(await countConfirmed(id)).toBe(0)
  for (const by of breakdowns) expect(await countsBy(id, by)).toEqual([])
})

test('every breakdown adds up to the same count', async () => {
  const campaignId = await aCountedCampaign()
  expect(await countConfirmed(campaignId)).toBe(20)
  for (const by of breakdowns) expect(sum(await countsBy(campaignId, by))).toBe(20)
})

test('days run without a hole, hours and places in the order of their keys', async () => {
  const campaignId = await aCountedCampaign()
  expect(await countsBy(campaignId, 'day')).toEqual([
    { key: '2026-02-01', confirmed: 16 },
    { key: '2026-02-02', confirmed: 0 },
    { key: '2026-02-03', confirmed: 4 },
  ])
  expect((await countsBy(campaignId, 'hour')).map(({ key }) => key)).toEqual([
    '2026-02-01T09',
    '2026-02-01T23',
    '2026-02-03T00',
    '2026-02-03T12',
  ])
  expect(await countsBy(campaignId, 'department')).toEqual([
    { key: '2A', confirmed: 4 },
    { key: '75', confirmed: 13 },
    { key: 'unknown', confirmed: 3 },
  ])
})

const told = async (campaignId: number, by: 'department' | 'country') =>
  (await publicCounts(campaignId, by)).rows.filter(({ confirmed }) => confirmed !== '<10')

test('what anyone may read tells places in tens, and of small ones nothing, not even that there is somebody', async () => {
  const campaignId = await aCountedCampaign()
  await aTally({ campaignId, department: '13', n: 27 })
  const now = new Date('2026-02-04T12:00:00Z')
  expect(await releasePlaces(campaignId, now)).toEqual({ outcome: 'released' })
  expect(await told(campaignId, 'department')).toEqual([
    { key: '13', confirmed: 20 },
    { key: '75', confirmed: 10 },
  ])
  expect(await told(campaignId, 'country')).toEqual([{ key: 'FR', confirmed: 30 }])
  const { rows, placesAsOf } = await publicCounts(campaignId, 'department')
  expect(rows).toHaveLength(110)
  expect(rows.filter(({ key }) => ['2A', '48', 'unknown'].includes(key)).map(({ confirmed }) => confirmed)).toEqual([
    '<10',
    '<10',
    '<10',
  ])
  expect(placesAsOf).toEqual(now)
  for (const by of ['day', 'hour', 'language'] as const)
    expect((await publicCounts(campaignId, by)).rows).toEqual(await countsBy(campaignId, by))
})

test('places stay as they were told while one after the other signs, and the count does not', async () => {
  const campaignId = await aCountedCampaign()
  await aTally({ campaignId, department: '13', n: 29 })
  await releasePlaces(campaignId, new Date('2026-02-04T12:00:00Z'))
  const before = await told(campaignId, 'department')
  await aTally({ campaignId, department: '13', n: 1 })
  expect(await releasePlaces(campaignId, new Date('2026-02-04T12:01:00Z'))).toEqual({ outcome: 'nothing-new' })
  expect(await told(campaignId, 'department')).toEqual(before)
  expect(await countConfirmed(campaignId)).toBe(50)
  await aTally({ campaignId, department: '31', n: 9 })
  await releasePlaces(campaignId, new Date('2026-02-04T13:00:00Z'))
  expect(await told(campaignId, 'department')).toEqual([
    { key: '13', confirmed: 30 },
    { key: '75', confirmed: 10 },
  ])
})

test('before anybody looked, every place says <10', async () => {
  const campaignId = await aCountedCampaign()
  const { rows, placesAsOf } = await publicCounts(campaignId, 'country')
  expect(new Set(rows.map(({ confirmed }) => confirmed))).toEqual(new Set(['<10']))
  expect(placesAsOf).toBeNull()
})

test('the counts of one campaign leave those of another alone', async () => {
  const campaignId = await aCountedCampaign()
  const other = await aCampaign()
  await aTally({ campaignId: other.id, department: '13' })
  expect(await countConfirmed(campaignId)).toBe(20)
  expect(await countsBy(other.id, 'department')).toEqual([{ key: '13', confirmed: 1 }])
})
