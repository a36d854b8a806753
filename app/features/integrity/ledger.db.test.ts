import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { tallyDifferences } from '#prisma/factories/tally-differences.ts'
import type { Actor } from '../staff/policy.ts'
import { domainIndex } from '../signatures/indexes.server.ts'
import { ledgerOfHeldOnArrival, ledgerOfLeaving, tallyMove } from '../signatures/moves.ts'
import { holdSuspects } from './commands/hold-suspects.server.ts'
import { releaseHeld } from './commands/release-held.server.ts'
import { startInvalidation, undoInvalidation, writeInvalidation } from './commands/steer-invalidation.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'
import { firstIdOf } from '../signatures/jobs/walk.server.ts'
import { ledgerOf } from './queries/ledger.server.ts'
import { sumOf } from './rules.ts'
import { invalidationForm } from './schema.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
let campaign: CampaignSummary
let camille: Actor
let dominique: Actor

beforeEach(async () => {
  campaign = await aCampaign()
  camille = await anActor('campaigner')
  dominique = await anActor('owner')
})

const sign = (given: Partial<Parameters<typeof aSignature>[0]> = {}) =>
  aSignature({ campaignId: campaign.id, state: 'confirmed', ...given })
const countAnew = () => recount(campaign.id, noon)

const differences = () => tallyDifferences(campaign.id)

const states = async () => {
  const groups = await db().signature.groupBy({ by: ['state'], where: { campaignId: campaign.id }, _count: true })
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]))
}

const form = (given: Record<string, unknown> = {}) =>
  invalidationForm.parse({
    campaign: String(campaign.id),
    domains: 'fake.example',
    reasonFr: 'Adresses inventées.',
    reasonEn: 'Invented addresses.',
    ...given,
  })

async function written(given: Record<string, unknown> = {}): Promise<number> {
  const made = await writeInvalidation(camille, form(given), later(60))
  await runInvalidations({ now: later(60) })
  return made?.id ?? 0
}
const steering = (id: number, actor = dominique) => ({ actor, id, now: later(61) })

const hold = (domain: string) =>
  holdSuspects(
    {
      campaignId: campaign.id,
      networks: [],
      domains: [],
      heldDomains: [domainIndex(domain)],
      from: firstIdOf(new Date(0)),
      to: firstIdOf(later(600)),
    },
    later(5),
  )
const release = (domain: string, given: Partial<Parameters<typeof releaseHeld>[0]> = {}) =>
  releaseHeld({
    actor: camille,
    campaignId: campaign.id,
    groups: [{ by: 'domain', key: domainIndex(domain).toString('hex') }],
    heldUntil: later(6),
    trust: false,
    now: later(10),
    ...given,
  })

test('held afterwards a signature leaves the count, released it counts again on its own day, and is not held twice', async () => {
  await sign({ domain: 'fake.example', confirmedAt: new Date('2026-01-20T10:00:00Z') })
  await countAnew()
  expect(await hold('fake.example')).toBe(1)
  expect(await differences()).toEqual([])
  expect(await db().tally.findMany({ where: { dimension: 'all', n: { not: 0 } } })).toEqual([])
  expect(await release('fake.example', { heldUntil: later(4) })).toBe(0)
  expect(await release('fake.example')).toBe(1)
  expect(await differences()).toEqual([])
  expect(
    await db().tally.findMany({ where: { dimension: 'all', n: { not: 0 } }, select: { day: true, n: true } }),
  ).toEqual([{ day: new Date('2026-01-20'), n: 1 }])
  expect(await hold('fake.example')).toBe(0)
})

const domains = ['a.example', 'b.example', 'c.example']

/** Signatures that arrive, are confirmed, withdrawn and expire as the signing room writes it: with the same pieces of SQL. */
const steps = {
  arrive: (domain: string) => sign({ domain, state: 'pending' }),
  arriveHeld: (domain: string) =>
    pool().query(
      `with fresh as (
         insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, held_since, mailed_at, created_at, domain_index, signals)
         values ($1, gen_random_uuid(), decode(md5(random()::text), 'hex'), '', '', 'FR', 'fr', 1, false, 'quarantined', $2, $2, $2, $3, 10)
         returning campaign_id, signals
       ) ${ledgerOfHeldOnArrival('fresh', '$2::timestamptz')}`,
      [campaign.id, noon, domainIndex(domain)],
    ),
  confirm: (domain: string) =>
    pool().query(
      `with confirmed as (
         update signature set confirmed_at = $2, state = case when state = 'pending' then 'confirmed'::signature_state else state end
         where campaign_id = $1 and domain_index = $3 and confirmed_at is null and state in ('pending', 'quarantined')
         returning campaign_id, confirmed_at, department, country, locale, state
       ), counting as (select * from confirmed where state = 'confirmed') ${tallyMove('counting', '+')}`,
      [campaign.id, noon, domainIndex(domain)],
    ),
  withdraw: (domain: string) =>
    pool().query(
      `with gone as materialized (
         select campaign_id, id, state, invalidation_id, confirmed_at, department, country, locale from signature
         where campaign_id = $1 and domain_index = $3 and state <> 'withdrawn' and confirmed_at is not null order by id limit 1 for update
       ), moved as (
         update signature s set state = 'withdrawn', held_since = null, invalidation_id = null from gone g where s.campaign_id = g.campaign_id and s.id = g.id
       ), counting as (select * from gone where state = 'confirmed'
       ), tallied as (${tallyMove('counting', '-')}
       ) ${ledgerOfLeaving('withdrawn', { from: 'gone', now: '$2::timestamptz' })}`,
      [campaign.id, noon, domainIndex(domain)],
    ),
  expire: (domain: string) =>
    pool().query(
      `with gone as (
         delete from signature where campaign_id = $1 and domain_index = $3 and confirmed_at is null returning campaign_id, state, invalidation_id
       ) ${ledgerOfLeaving('expired', { from: 'gone', now: '$2::timestamptz' })}`,
      [campaign.id, noon, domainIndex(domain)],
    ),
  hold,
  release: (domain: string) => release(domain),
  invalidate: async (domain: string) => {
    await startInvalidation(steering(await written({ domains: domain })))
    await runInvalidations({ now: later(62) })
  },
  undo: async () => {
    const last = await db().invalidation.findFirst({ where: { state: 'done' }, orderBy: { id: 'desc' } })
    if (last) await undoInvalidation(steering(last.id))
    await runInvalidations({ now: later(63) })
  },
} as const
const names = Object.keys(steps).filter((name) => Object.hasOwn(steps, name))
const isStep = (name: string): name is keyof typeof steps => Object.hasOwn(steps, name)

test('whatever happens in whatever order, the ledger sums to the database and the tallies are a recount', async () => {
  const scenario = fc.array(fc.tuple(fc.constantFrom(...names.filter(isStep)), fc.constantFrom(...domains)), {
    minLength: 5,
    maxLength: 25,
  })
  await fc.assert(
    fc.asyncProperty(scenario, async (story) => {
      campaign = await aCampaign()
      for (const [step, domain] of story) {
        const before = { total: (await states())['confirmed'] ?? 0, sum: sumOf(await ledgerOf(campaign.id)).counted }
        await steps[step](domain)
        const { confirmed = 0, quarantined = 0, invalidated = 0 } = await states()
        const { held, invalidated: removed, counted } = sumOf(await ledgerOf(campaign.id))
        expect({ held, removed }).toEqual({ held: quarantined, removed: invalidated })
        expect(await differences()).toEqual([])
        // Confirming is what the count is made of; everything else that changes it stands in the ledger.
        const unwritten = confirmed - before.total - (counted - before.sum)
        expect(step === 'confirm' ? 0 : unwritten).toBe(0)
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)
