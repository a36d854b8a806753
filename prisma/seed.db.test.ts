import { expect, test } from 'vitest'
import { databaseUrl } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { findCampaignPage } from '#app/features/campaigns/queries/campaign-page.server.ts'
import { listClaims } from '#app/features/claims/queries/claims.server.ts'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import { countConfirmed } from '#app/features/numbers/queries.server.ts'
import { startInvalidation, writeInvalidation } from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { runInvalidations } from '#app/features/integrity/jobs/run-invalidations.server.ts'
import { ledgerOf } from '#app/features/integrity/queries/ledger.server.ts'
import { sumOf } from '#app/features/integrity/rules.ts'
import { invalidationForm } from '#app/features/integrity/schema.ts'
import { overviewFor } from '#app/features/moderation/queries/overview.server.ts'
import { depositTestimony } from '#app/features/testimonies/commands/deposit.server.ts'
import { listQuotes, listVoices } from '#app/features/testimonies/queries/published.server.ts'
import { anActor } from './factories/an-actor.ts'
import { migrate } from './migrate.ts'
import { clearDemonstration, seedCampaign } from './seed.ts'

const now = new Date('2026-11-23T12:00:00Z')

test('a campaign is opened without anybody’s data unless a demonstration is asked for', async () => {
  expect(await seedCampaign({ demonstration: false }, now)).toEqual({ outcome: 'seeded', slug: 'score' })
  const campaign = await findCampaign('score')
  expect(campaign).toMatchObject({ demonstration: false, state: 'open' })
  expect(await db().signature.count()).toBe(0)
  const page = campaign && (await findCampaignPage(campaign, 'en', '2026-11-23'))
  expect(page?.title).not.toBe('')
  const { claims } = await listClaims(campaign?.id ?? 0, { locale: 'en', today: '2026-11-23' })
  expect(claims.length).toBeGreaterThan(3)
  expect(claims.every(({ answer }) => answer.words !== null)).toBe(true)
  expect(await db().question.count({ where: { checkBy: null } }), 'answers without a day to be read again').toBe(0)
})

test('seeding twice changes nothing', async () => {
  await seedCampaign({ demonstration: false }, now)
  expect(await seedCampaign({ demonstration: true }, now)).toEqual({ outcome: 'already-there', slug: 'score' })
  expect(await db().signature.count()).toBe(0)
})

test('a demonstration can be taken away again, and what people did meanwhile stays', async () => {
  await seedCampaign({ demonstration: true }, now)
  const campaign = await findCampaign('score')
  if (!campaign) throw new Error('no campaign')
  expect(await countConfirmed(campaign.id)).toBeGreaterThan(1000)
  expect((await listVoices(campaign.id, 50)).length).toBe(12)
  expect((await listQuotes(campaign.id)).length, 'sentences that an update may quote').toBe(2)
  const story = {
    title: 'Un contrôle',
    story: 'Ce récit est vrai, lui.'.repeat(2),
    system: 'control',
    department: null,
    period: null,
    uses: [],
    consequences: [],
    attempts: [],
    contentWarning: null,
    consent: 'on',
  } as const
  await depositTestimony({ ...story, uses: [], consequences: [], attempts: [] }, { campaign, locale: 'fr', now })

  await clearDemonstration(now)
  expect(await findCampaign('score')).toMatchObject({ demonstration: false })
  expect(await countConfirmed(campaign.id)).toBe(0)
  expect(await db().signature.count()).toBe(0)
  expect(await db().subscription.count()).toBe(0)
  expect(await db().mailing.count()).toBe(0)
  expect(await db().goal.count({ where: { reachedAt: { not: null } } })).toBe(0)
  expect(await db().testimony.count()).toBe(1)
})

test('the desk of a demonstration shows how its testimonies were decided, by two people and the witness', async () => {
  await seedCampaign({ demonstration: true }, now)
  const overview = await overviewFor(await anActor(), now)
  expect(overview.volume.reduce((sum, { decided }) => sum + decided, 0)).toBe(13)
  expect(overview.medianDays).toBeGreaterThan(0)
  const published = await db().testimony.findFirstOrThrow({
    where: { state: 'published' },
    include: { decisions: { orderBy: { at: 'asc' } } },
  })
  expect(published.proposedById).not.toBe(published.secondedById)
  expect(published.decisions.map(({ kind }) => kind).toSorted()).toEqual(
    ['claimed', 'proposed', 'seconded', 'approved', 'published'].toSorted(),
  )
  await clearDemonstration(now)
  expect(await db().decision.count()).toBe(0)
})

test('what rules removed of a demonstration leaves the public ledger with it', async () => {
  await seedCampaign({ demonstration: true }, now)
  const campaign = await findCampaign('score')
  if (!campaign) throw new Error('no campaign')
  const steering = await aRuleOfMany(campaign.id)
  await startInvalidation(steering)
  await runInvalidations({ now })
  expect(sumOf(await ledgerOf(campaign.id)).invalidated).toBeGreaterThan(0)
  await clearDemonstration(now)
  expect(sumOf(await ledgerOf(campaign.id))).toMatchObject({ held: 0, invalidated: 0 })
})

/** A rule about whoever signs in France, written and counted; it takes another person to start it. */
async function aRuleOfMany(campaignId: number) {
  const form = { domains: '', countries: 'fr', reasonFr: 'Essai.', reasonEn: 'A trial.' }
  const rule = invalidationForm.parse({ ...form, campaign: String(campaignId) })
  const made = await writeInvalidation(await anActor('campaigner'), rule, now)
  await runInvalidations({ now })
  return { actor: await anActor('owner'), id: made?.id ?? 0, now }
}

test('migrating what is migrated does nothing', async () => {
  expect(await migrate(databaseUrl())).toEqual([])
})
