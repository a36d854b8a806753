import { expect, test } from 'vitest'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { refreshCounts } from '#app/features/signatures/queries/live-count.server.ts'
import { channelSheets } from '#prisma/demo/channels.ts'
import { pressSheets } from '#prisma/demo/press.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { channelForm } from './channel-form.ts'
import { pressForm } from './press-form.ts'
import { pressFigures, pressTexts } from './queries/press-kit.server.ts'
import { waysOf } from './queries/ways.server.ts'

const now = new Date('2026-08-01T10:00:00Z')

test('a campaign without press texts and channels has no kit and leads to none', async () => {
  const { id } = await aCampaign()
  expect(await pressTexts(id, '2026-08-01')).toBeNull()
  expect(await waysOf(id)).toEqual({ told: 0, press: false, scoring: false })
})

test('what was not verified again in time is named and not shown', async () => {
  const { id: campaignId } = await aCampaign()
  await seedSheets({ campaignId, now }, pressForm, pressSheets)
  await seedSheets({ campaignId, now }, channelForm, channelSheets)
  expect(await waysOf(campaignId)).toEqual({ told: 0, press: true, scoring: false })
  const fresh = await pressTexts(campaignId, '2026-08-01')
  expect(fresh?.texts.current).toHaveLength(pressSheets.length)
  expect(fresh?.channels.current).toHaveLength(channelSheets.length)
  const late = await pressTexts(campaignId, '2027-07-01')
  expect(late?.texts.current).toEqual([])
  expect(late?.channels.expired).toHaveLength(channelSheets.length)
  const parts = (expired: readonly { part?: string }[] = []) => new Set(expired.map(({ part }) => part))
  expect(parts(late?.channels.expired)).toEqual(new Set(channelSheets.map(({ content }) => content.kind)))
  expect(parts(late?.texts.expired)).toEqual(new Set(pressSheets.map(({ content }) => content.role)))
  expect(JSON.stringify(late)).not.toContain('FranceConnect')
})

test('figures are those anyone may read: small places stay small', async () => {
  const campaign = await aCampaign()
  await aTally({ campaignId: campaign.id, department: '48', n: 3 })
  await refreshCounts()
  const figures = await pressFigures(campaign)
  expect(figures).toMatchObject({ campaign: campaign.slug, head: null, release: null, barometer: null })
  expect(figures.departments.find(({ key }) => key === '48')).toEqual({ key: '48', confirmed: '<10' })
})
