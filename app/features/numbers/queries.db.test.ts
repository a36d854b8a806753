import { expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { countConfirmed, countsBy, publicCountsBy } from './queries.server.ts'
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

test('what anyone may read hides small places, what the team reads does not', async () => {
  const campaignId = await aCountedCampaign()
  expect(await publicCountsBy(campaignId, 'department')).toEqual([
    { key: '2A', confirmed: '<10' },
    { key: '75', confirmed: 13 },
    { key: 'unknown', confirmed: '<10' },
  ])
  expect(await publicCountsBy(campaignId, 'country')).toEqual([
    { key: 'BE', confirmed: '<10' },
    { key: 'FR', confirmed: 17 },
  ])
  expect(await publicCountsBy(campaignId, 'day')).toEqual(await countsBy(campaignId, 'day'))
})

test('the counts of one campaign leave those of another alone', async () => {
  const campaignId = await aCountedCampaign()
  const other = await aCampaign()
  await aTally({ campaignId: other.id, department: '13' })
  expect(await countConfirmed(campaignId)).toBe(20)
  expect(await countsBy(other.id, 'department')).toEqual([{ key: '13', confirmed: 1 }])
})
