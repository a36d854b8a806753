import { expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { forgetShownCampaigns, isKnownCampaign, learnCampaigns } from './shown.server.ts'

test('a campaign is known by its name from the start, also while it is looked at anew, and what was made up never is', async () => {
  const { slug } = await aCampaign()
  forgetShownCampaigns()
  await learnCampaigns()
  expect(isKnownCampaign(slug)).toBe(true)
  forgetShownCampaigns()
  expect(isKnownCampaign(slug)).toBe(true)
  expect(isKnownCampaign('made-up')).toBe(false)
})
