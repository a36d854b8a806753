import { expect, test } from 'vitest'
import { trailPage } from '#app/features/staff/queries/trail.server.ts'
import { aCampaign } from '../../../prisma/factories/a-campaign.ts'
import { anActor } from '../../../prisma/factories/an-actor.ts'
import { closeCampaign, openCampaign } from './commands/open-or-close.server.ts'
import { findCampaignById } from './queries.server.ts'
import { listForStaff } from './queries/for-staff.server.ts'
import { isOpen } from './rules.ts'

const now = new Date('2026-03-01T10:00:00Z')
const actions = async () => (await trailPage(1)).entries.map(({ action }) => action)

test('closing takes effect at once, once, and is written down', async () => {
  const actor = await anActor('campaigner')
  const { id: campaignId } = await aCampaign()
  const outcomes = await Promise.all([1, 2, 3].map(() => closeCampaign({ actor, campaignId }, now)))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'already', 'closed'])
  const campaign = await findCampaignById(campaignId)
  expect(campaign && isOpen(campaign, now)).toBe(false)
  expect(campaign?.closesAt).toEqual(now)
  expect(await actions()).toEqual(['campaign.closed'])
})

test('a campaign that was closed opens again, without its old closing date', async () => {
  const actor = await anActor('campaigner')
  const { id: campaignId } = await aCampaign()
  await closeCampaign({ actor, campaignId }, now)
  const later = new Date('2026-04-01T10:00:00Z')
  expect(await openCampaign({ actor, campaignId }, later)).toEqual({ outcome: 'opened' })
  const campaign = await findCampaignById(campaignId)
  expect(campaign && isOpen(campaign, later)).toBe(true)
  expect(await openCampaign({ actor, campaignId }, later)).toEqual({ outcome: 'already' })
  expect(await actions()).toEqual(['campaign.opened', 'campaign.closed'])
})

test('a campaign whose last day has passed can be opened again', async () => {
  const { id: campaignId } = await aCampaign({ closesAt: new Date('2026-02-01T00:00:00Z') })
  expect(await openCampaign({ actor: null, campaignId }, now)).toEqual({ outcome: 'opened' })
  expect(await findCampaignById(campaignId)).toMatchObject({ state: 'open', closesAt: null })
})

test('a closing date to come is kept', async () => {
  const closesAt = new Date('2026-12-31T00:00:00Z')
  const { id: campaignId } = await aCampaign({ state: 'draft', closesAt })
  await openCampaign({ actor: null, campaignId }, now)
  expect(await findCampaignById(campaignId)).toMatchObject({ state: 'open', closesAt })
})

test('a campaign that does not exist neither opens nor closes', async () => {
  expect(await openCampaign({ actor: null, campaignId: 4096 }, now)).toEqual({ outcome: 'unknown' })
  expect(await closeCampaign({ actor: null, campaignId: 4096 }, now)).toEqual({ outcome: 'unknown' })
})

test('the team sees drafts, with a plain title in its language', async () => {
  await aCampaign({ state: 'draft' })
  expect(await listForStaff('en', now)).toMatchObject([{ today: 'draft', title: 'Looking for work is not a score' }])
})

test('the team sees what a state comes to today', async () => {
  await aCampaign({ opensAt: new Date('2026-01-01T00:00:00Z') })
  await aCampaign({ opensAt: new Date('2025-12-01T00:00:00Z'), closesAt: now })
  await aCampaign({ opensAt: new Date('2026-06-01T00:00:00Z') })
  expect((await listForStaff('fr', now)).map(({ today }) => today)).toEqual(['scheduled', 'open', 'closed'])
})
