import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { findConfirmable } from '../queries/confirmable.server.ts'
import { signatureForm } from '../schema.ts'
import { confirmSignature } from './confirm-signature.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const days = (n: number) => new Date(noon.getTime() + n * 86_400_000)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

async function theLink(): Promise<string> {
  await signPetition(
    signatureForm.parse({
      name: 'Camille Exemple',
      email: 'camille@example.org',
      postcode: '31000',
      consent: 'on',
    }),
    { campaign, locale: 'fr', textVersion: 1, now: noon },
  )
  const { id } = await db().signature.findFirstOrThrow({ select: { id: true } })
  return linkToken('confirm', { campaignId: campaign.id, id })
}

test.each(['pending', 'quarantined', 'invalidated'] as const)(
  'the page behind the link of one that is %s says what pressing the button does, for seven days',
  async (state) => {
    const link = await theLink()
    await db().signature.updateMany({ data: { state } })
    expect(await findConfirmable(link, days(6))).toMatchObject({ confirmed: false, name: 'Camille Exemple' })
    expect(await findConfirmable(link, days(8)), 'a day too late').toBeNull()
    expect(await confirmSignature(link, days(8))).toEqual({ outcome: 'link-unknown' })
    expect(await confirmSignature(link, days(6))).toMatchObject({ outcome: 'confirmed' })
    expect(await findConfirmable(link, days(60))).toMatchObject({ confirmed: true })
  },
)
