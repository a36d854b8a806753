import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { confirmOrganisation } from '#app/features/organisations/commands/confirm-organisation.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anOrganisationForm, anOrganisationSigns, aPendingOrganisation } from '#prisma/factories/an-organisation.ts'
import {
  allowRepresentativeAgain,
  disownOrganisation,
  findDisownableOrganisation,
} from './commands/disown-organisation.server.ts'
import { permitDelivery } from './jobs/deliver/permit.server.ts'

const noon = new Date('2026-02-01T12:00:00Z')
const email = 'contact@example.org'
const permit = () => permitDelivery(email, randomUUID(), null)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

async function waiting() {
  const { id, token } = await aPendingOrganisation({ campaign, form: { email } })
  return { confirms: token, token: linkToken('not-me-organisation', { campaignId: campaign.id, id }) }
}

test('who represents no organisation says so once, and is not written to for the next form either', async () => {
  const { token } = await waiting()
  expect(await findDisownableOrganisation(token)).toEqual({ campaignId: campaign.id, state: 'waiting' })
  for (let n = 0; n < 2; n += 1) expect(await disownOrganisation(token, noon)).toEqual({ outcome: 'blocked' })
  expect(await db().organisation.count()).toBe(0)
  expect(await db().delivery.count()).toBe(0)
  expect(await findDisownableOrganisation(token)).toEqual({ campaignId: campaign.id, state: 'blocked' })
  expect(await anOrganisationSigns({ campaign, form: anOrganisationForm({ email }) })).toEqual({ outcome: 'accepted' })
  expect(await permit()).toEqual({ permit: 'suppressed' })
  expect(await allowRepresentativeAgain(token)).toEqual({ outcome: 'allowed' })
  expect(await permit()).toEqual({ permit: 'given' })
  expect(await findDisownableOrganisation(token)).toEqual({ campaignId: campaign.id, state: 'gone' })
})

test('what its representative confirmed is taken back by no mail of before', async () => {
  const { token, confirms } = await waiting()
  await confirmOrganisation(confirms, noon)
  expect(await disownOrganisation(token, noon)).toEqual({ outcome: 'gone' })
  expect(await db().organisation.count()).toBe(1)
  expect(await permit()).toEqual({ permit: 'given' })
})

test('a link for something else takes nothing back', async () => {
  const { confirms } = await waiting()
  const { id } = await db().organisation.findFirstOrThrow({ select: { id: true } })
  for (const token of [confirms, linkToken('not-me', { campaignId: campaign.id, id }), 'x']) {
    expect(await disownOrganisation(token, noon)).toEqual({ outcome: 'link-unknown' })
    expect(await allowRepresentativeAgain(token)).toEqual({ outcome: 'link-unknown' })
    expect(await findDisownableOrganisation(token)).toBeNull()
  }
  expect(await db().organisation.count()).toBe(1)
})
