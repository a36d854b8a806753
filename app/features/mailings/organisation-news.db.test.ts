import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aPendingOrganisation } from '#prisma/factories/an-organisation.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { confirmForOrganisation } from './commands/confirm-for-organisation.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { countAudience, hasOrganisations } from './queries/audience.server.ts'
import { everyone } from './rules/audience.ts'

const noon = new Date('2026-02-01T12:00:00Z')
const later = new Date('2026-02-02T12:00:00Z')
const email = 'contact@collectif.example.org'
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const asking = (news: boolean) => aPendingOrganisation({ campaign, form: { news, email }, now: noon })
const wish = () => db().subscription.findMany()
const count = async (who: 'people' | 'organisations') => (await countAudience(campaign.id, { ...everyone, who })).fr
const ownWish = (state: 'active' | 'pending' | 'unsubscribed') =>
  aSubscription({
    campaignId: campaign.id,
    email,
    state,
    emailIndex: whoseIn(campaign.id, personalAddress(email)).emailIndex,
  })

test('news for an organisation begin when its representative confirms, with what they were shown', async () => {
  const { token } = await asking(true)
  expect(await wish(), 'nothing before the second yes').toEqual([])
  expect(await confirmForOrganisation(token, later)).toMatchObject({ outcome: 'confirmed' })
  const [made] = await wish()
  expect(made).toMatchObject({
    state: 'active',
    forOrganisation: true,
    forPerson: false,
    textVersion: 1,
    locale: 'fr',
    askedAt: noon,
    activatedAt: later,
  })
  expect(made && openPerson(made, (column) => subscriptionPlace(column, made))).toEqual({
    email,
    name: 'Dominique Exemple',
  })
  expect([await count('people'), await count('organisations')]).toEqual([0, 1])
  expect(await hasOrganisations(campaign.id)).toBe(true)
})

test('without the tick nobody is written to', async () => {
  await confirmForOrganisation((await asking(false)).token, later)
  expect(await wish()).toEqual([])
  expect(await hasOrganisations(campaign.id)).toBe(false)
})

test('the last form counts until it is confirmed: who sends it again without the tick asks for nothing', async () => {
  const { form, token } = await asking(true)
  await aPendingOrganisation({ campaign, form: { ...form, news: false }, now: noon })
  await confirmForOrganisation(token, later)
  expect(await wish()).toEqual([])
})

test('a mailbox that has its own news gets them once, and belongs to both audiences', async () => {
  const { id } = await ownWish('active')
  await confirmForOrganisation((await asking(true)).token, later)
  const [made, ...others] = await wish()
  expect(others).toEqual([])
  expect(made).toMatchObject({ id, state: 'active', forPerson: true, forOrganisation: true, activatedAt: null })
  expect(made && openPerson(made, (column) => subscriptionPlace(column, made)).name, 'their own').toBe(
    'Camille Exemple',
  )
  expect([await count('people'), await count('organisations')]).toEqual([1, 1])
})

test('a wish that was left begins again for the organisation alone, and leaving ends it by the same link', async () => {
  const { id } = await ownWish('unsubscribed')
  const { token } = await asking(true)
  await confirmForOrganisation(token, later)
  expect(await wish()).toMatchObject([{ id, state: 'active', forPerson: false, forOrganisation: true, endedAt: null }])
  const leave = linkToken('unsubscribe', { campaignId: campaign.id, id })
  expect(await unsubscribe(leave, later)).toEqual({ outcome: 'unsubscribed' })
  expect(await confirmForOrganisation(token, later)).toMatchObject({ outcome: 'already-confirmed' })
  expect(await wish(), 'an old link begins nothing').toMatchObject([{ state: 'unsubscribed' }])
  expect(await count('organisations')).toBe(0)
})
