import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { findGalleryPage, findPublished, listVoices } from './queries/published.server.ts'

test('the gallery shows what is published in this campaign, the newest first', async () => {
  const { id: campaignId } = await aCampaign()
  await aTestimony({ campaignId, state: 'published', title: 'Ancien', publishedOn: new Date('2026-02-01') })
  await aTestimony({ campaignId, state: 'published', title: 'Récent', publishedOn: new Date('2026-02-03') })
  await aTestimony({ campaignId, state: 'submitted' })
  await aTestimony({ campaignId, state: 'proposed' })
  await aTestimony({ state: 'published', title: 'Ailleurs' })
  const gallery = await findGalleryPage(campaignId, 1)
  expect(gallery?.voices.map(({ title }) => title)).toEqual(['Récent', 'Ancien'])
  expect(await listVoices(campaignId, 1)).toMatchObject([{ title: 'Récent', publishedOn: '2026-02-03' }])
})

test('twenty fit on a page, and no page is made up', async () => {
  const { id: campaignId } = await aCampaign()
  await Promise.all(Array.from({ length: 21 }, () => aTestimony({ campaignId, state: 'published' })))
  expect(await findGalleryPage(campaignId, 1)).toMatchObject({ pages: 2, total: 21 })
  expect((await findGalleryPage(campaignId, 2))?.voices).toHaveLength(1)
  for (const page of [0, -1, 1.5, 3, Number.NaN, 1e300]) expect(await findGalleryPage(campaignId, page)).toBeNull()
})

test('an empty gallery has one page', async () => {
  const { id } = await aCampaign()
  expect(await findGalleryPage(id, 1)).toEqual({ voices: [], page: 1, pages: 1, total: 0 })
})

test('a testimony that was never public cannot be told from one that never was', async () => {
  const { id, campaignId } = await aTestimony({ state: 'submitted' })
  expect(await findPublished(campaignId, id)).toBeNull()
  expect(await findPublished(campaignId, randomUUID())).toBeNull()
  expect(await findPublished(campaignId, 'no-uuid')).toBeNull()
})
