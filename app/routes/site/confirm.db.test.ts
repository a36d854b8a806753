import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { confirmTarget } from '#app/features/signatures/commands/confirm-signature.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aTextVersion } from '#prisma/factories/a-text-version.ts'
import { loader } from './confirm.tsx'

const noon = new Date('2026-02-01T11:00:00Z')
const evening = new Date('2026-02-01T18:00:00Z')
const first = new Date('2026-01-15T08:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const page = z.object({
  data: z.object({ bound: z.record(z.string(), z.unknown()), recorded: z.object({ confirmed: z.boolean() }) }),
})

async function opened(id: string, locale = 'fr') {
  const token = linkToken('confirm', { campaignId: campaign.id, id })
  const context = { nonce: '', now: evening, network: null, shared: false, throttled: false, session: null }
  const request = new Request(`http://localhost/${locale}/confirm/${token}`)
  return page.parse(await loader({ request, params: { locale, token }, context })).data
}

test('the page behind the link names the version that was signed, and the one that took its place', async () => {
  const id = await aSignature({ campaignId: campaign.id, createdAt: noon })
  const bound = { slug: campaign.slug, locale: 'fr', version: 1, publishedAt: first, current: 1 }
  expect(await opened(id)).toEqual({ bound, recorded: { confirmed: false } })
  await aTextVersion(campaign.id, { version: 2, publishedAt: noon })
  expect(await opened(id)).toEqual({ bound: { ...bound, current: 2 }, recorded: { confirmed: false } })
  await confirmTarget({ campaignId: campaign.id, id }, evening)
  expect(await opened(id)).toEqual({ bound: { ...bound, current: 2 }, recorded: { confirmed: true } })
})

test('the version is that of the language signed in, whichever language the page is read in', async () => {
  const id = await aSignature({ campaignId: campaign.id, createdAt: noon, locale: 'en' })
  await aTextVersion(campaign.id, { version: 2, publishedAt: noon, locale: 'fr' })
  expect((await opened(id, 'fr')).bound).toMatchObject({ locale: 'en', version: 1, current: 1 })
})
