import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { signatureForm } from '../schema.ts'
import { allowAgain, disownSignature } from './disown-signature.server.ts'
import { signPetition } from './sign-petition.server.ts'

const now = new Date('2026-02-01T11:00:00Z')

test('one link blocks an address as one person’s and as it is spelled, and lifts both', async () => {
  const campaign = await aCampaign()
  const form = { name: 'Camille Exemple', email: 'ca.mille+petition@gmail.com', postcode: '31000', consent: 'on' }
  await signPetition(signatureForm.parse(form), { campaign, locale: 'fr', textVersion: 1, now })
  const { id } = await db().signature.findFirstOrThrow({ select: { id: true } })
  const token = linkToken('not-me', { campaignId: campaign.id, id })
  for (let n = 0; n < 2; n += 1) expect(await disownSignature(token, now)).toEqual({ outcome: 'blocked' })
  expect(await db().suppression.count()).toBe(2)
  expect(await allowAgain(token)).toEqual({ outcome: 'allowed' })
  expect(await db().suppression.count()).toBe(0)
})
