import { expect, test } from 'vitest'
import { z } from 'zod'
import { scoringForm } from '#app/features/scoring/form.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { scoringSeed } from '#prisma/demo/scoring.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { loader } from './scoring.tsx'

const page = z.object({ data: z.object({ found: z.object({ found: z.string(), sheet: z.unknown().optional() }) }) })
const seed = { slug: 'score', content: scoringSeed, verifiedOn: '2026-07-03', checkBy: '2027-06-30' }

const openedOn = async (slug: string, day: string) => {
  const now = new Date(`${day}T11:00:00Z`)
  const context = { nonce: '', now, network: null, shared: false, throttled: false, session: null }
  const request = new Request(`http://localhost/fr/${slug}/scoring`)
  return page.parse(await loader({ request, params: { locale: 'fr', campaign: slug }, context })).data.found
}

test('a campaign that has not written the explanation of scores has no such page', async () => {
  const campaign = await aCampaign()
  await expect(openedOn(campaign.slug, '2026-08-01')).rejects.toMatchObject({ status: 404 })
})

test('the explanation is shown until its day to be verified has passed; then none of its words', async () => {
  const campaign = await aCampaign()
  await seedSheets({ campaignId: campaign.id, now: new Date('2026-08-01T11:00:00Z') }, scoringForm, [seed])
  expect((await openedOn(campaign.slug, '2027-06-30')).found).toBe('current')
  const late = await openedOn(campaign.slug, '2027-07-01')
  expect(late).toEqual({ found: 'expired' })
})
