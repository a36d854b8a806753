import { expect, test } from 'vitest'
import { forgetShownCampaigns } from '#app/features/campaigns/shown.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { findEmbedded, picturedOf } from './embedded.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')

async function embedded(slug: string, locale: 'fr' | 'en' = 'fr') {
  forgetShownCampaigns()
  return findEmbedded(slug, locale, noon)
}

test('other sites show a campaign that is open or closed, never a draft, and none that somebody makes up', async () => {
  const { id, slug } = await aCampaign()
  expect(await embedded(slug)).toMatchObject({ open: true, confirmed: 0, campaign: { slug } })
  await db().campaign.update({ where: { id }, data: { state: 'closed' } })
  expect(await embedded(slug)).toMatchObject({ open: false })
  await db().campaign.update({ where: { id }, data: { state: 'draft' } })
  expect(await embedded(slug)).toBeNull()
  expect(await embedded('made-up')).toBeNull()
})

test('they show the goal to reach next, in their language, and the version of the text that is signed', async () => {
  const { id, slug } = await aCampaign()
  const goal = { campaignId: id, threshold: 5000, dutyFr: 'Le dossier est remis.', dutyEn: 'The file is handed over.' }
  await db().goal.create({ data: goal })
  const shown = await embedded(slug)
  expect(shown).toMatchObject({ goal: { threshold: 5000, duty: goal.dutyFr }, textVersion: 1 })
  expect(shown && picturedOf(shown)).toMatchObject({ goal: 5000, locale: 'fr', open: true })
})
