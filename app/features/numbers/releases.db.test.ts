import { expect, test } from 'vitest'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { releaseDay } from './commands/release-day.server.ts'
import { releasePlaces } from './commands/release-places.server.ts'
import { thinReleases } from './jobs.server.ts'
import { listReleases } from './queries/releases.server.ts'

const origin = 'http://localhost:3000'
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

async function aReleasedCampaign(): Promise<CampaignSummary> {
  const { id } = await aCampaign({ slug: 'score' })
  await aTally({ campaignId: id, day: '2026-02-01', department: '75', n: 31 })
  await aTally({ campaignId: id, day: '2026-02-02', department: '2A', language: 'en', n: 2 })
  await releasePlaces(id, noon('2026-02-03'))
  const campaign = await findCampaign('score')
  if (!campaign) throw new Error('there is no campaign')
  expect(await releaseDay(campaign, { origin, now: noon('2026-02-03') })).toEqual({ outcome: 'released' })
  return campaign
}

test('a day is released once, and again only when something has changed', async () => {
  const campaign = await aReleasedCampaign()
  const on = (day: string) => releaseDay(campaign, { origin, now: noon(day) })
  expect(await on('2026-02-03')).toEqual({ outcome: 'already-today' })
  expect(await on('2026-02-04')).toEqual({ outcome: 'nothing-new' })
  await aTally({ campaignId: campaign.id, day: '2026-02-04', n: 3 })
  expect(await Promise.all([on('2026-02-05'), on('2026-02-05')])).toEqual(
    expect.arrayContaining([{ outcome: 'released' }, { outcome: 'already-today' }]),
  )
  expect((await listReleases(campaign.id)).map(({ day, confirmed }) => [day, confirmed])).toEqual([
    ['2026-02-05', 36],
    ['2026-02-03', 33],
  ])
})

test('the first release waits for the twentieth signature or for the second day', async () => {
  const { id } = await aCampaign({ slug: 'score' })
  const campaign = await findCampaign('score')
  if (!campaign) throw new Error('there is no campaign')
  const on = (day: string) => releaseDay(campaign, { origin, now: noon(day) })
  expect(await on('2026-02-01')).toEqual({ outcome: 'too-few' })
  await aTally({ campaignId: id, day: '2026-02-01', n: 19 })
  expect(await on('2026-02-01')).toEqual({ outcome: 'too-few' })
  expect(await on('2026-02-02')).toEqual({ outcome: 'released' })
})

test('after a good year the first release of each month stays', async () => {
  const campaign = await aReleasedCampaign()
  const days = ['2026-02-10', '2026-03-04', '2026-03-05']
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  const row = { campaignId: campaign.id, madeAt: noon('2026-03-05'), confirmed: 40, manifest: '{}' }
  await db().numbersRelease.createMany({ data: days.map((day) => ({ ...row, day: at(day) })) })
  await thinReleases.run(noon('2027-02-01'))
  expect(await listReleases(campaign.id)).toHaveLength(4)
  await thinReleases.run(noon('2027-06-01'))
  expect((await listReleases(campaign.id)).map(({ day }) => day)).toEqual(['2026-03-04', '2026-02-03'])
})
