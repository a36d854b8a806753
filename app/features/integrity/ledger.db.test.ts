import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anIntegrityDesk, later, noon, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import { domainIndex } from '../signatures/indexes.server.ts'
import { ledgerOfForms, ledgerOfLeaving, tallyMove } from '../signatures/moves.ts'
import { signals } from '../signatures/signals.ts'
import { holdSuspects } from './commands/hold-suspects.server.ts'
import { releaseHeld } from './commands/release-held.server.ts'
import { startInvalidation, undoInvalidation } from './commands/steer-invalidation.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'
import { firstIdOf } from '../signatures/jobs/walk.server.ts'
import { ledgerOf } from './queries/ledger.server.ts'
import { sumOf } from './rules.ts'

let desk: IntegrityDesk

beforeEach(async () => {
  desk = await anIntegrityDesk()
})

const hold = (domain: string) =>
  holdSuspects(
    {
      campaignId: desk.campaign.id,
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
    actor: desk.camille,
    campaignId: desk.campaign.id,
    groups: [{ by: 'domain', key: domainIndex(domain).toString('hex') }],
    heldUntil: later(6),
    trust: false,
    now: later(10),
    ...given,
  })

test('held afterwards a signature leaves the count, released it counts again on its own day, and is not held twice', async () => {
  await desk.sign({ domain: 'fake.example', confirmedAt: new Date('2026-01-20T10:00:00Z') })
  await desk.countAnew()
  expect(await hold('fake.example')).toBe(1)
  expect(await desk.differences()).toEqual([])
  expect(await db().tally.findMany({ where: { dimension: 'all', n: { not: 0 } } })).toEqual([])
  expect(await release('fake.example', { heldUntil: later(4) })).toBe(0)
  expect(await release('fake.example')).toBe(1)
  expect(await desk.differences()).toEqual([])
  expect(
    await db().tally.findMany({ where: { dimension: 'all', n: { not: 0 } }, select: { day: true, n: true } }),
  ).toEqual([{ day: new Date('2026-01-20'), n: 1 }])
  expect(await hold('fake.example')).toBe(0)
})

const domains = ['a.example', 'b.example', 'c.example']

/** Signatures that arrive, are confirmed, withdrawn and expire as the signing room writes it: with the same pieces of SQL. */
const steps = {
  arrive: (domain: string) => desk.sign({ domain, state: 'pending' }),
  arriveHeld: (domain: string) =>
    pool().query(
      `with fresh as (
         insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, held_since, mailed_at, created_at, domain_index, signals)
         values ($1, gen_random_uuid(), decode(md5(random()::text), 'hex'), '', '', 'FR', 'fr', 1, false, 'quarantined', $2, $2, $2, $3, 10)
         returning campaign_id, signals, false as let_go
       ) ${ledgerOfForms('fresh', '$2::timestamptz')}`,
      [desk.campaign.id, noon, domainIndex(domain)],
    ),
  signAgain: (domain: string) =>
    pool().query(
      `with again as (
         update signature set state = 'pending', held_since = null, signals = 0
         where campaign_id = $1 and domain_index = $3 and confirmed_at is null and state = 'quarantined' and signals & ${signals.trend} = 0
         returning campaign_id, signals, true as let_go
       ) ${ledgerOfForms('again', '$2::timestamptz')}`,
      [desk.campaign.id, noon, domainIndex(domain)],
    ),
  confirm: (domain: string) =>
    pool().query(
      `with confirmed as (
         update signature set confirmed_at = $2, state = case when state = 'pending' then 'confirmed'::signature_state else state end
         where campaign_id = $1 and domain_index = $3 and confirmed_at is null and state in ('pending', 'quarantined')
         returning campaign_id, confirmed_at, department, country, locale, state
       ), counting as (select * from confirmed where state = 'confirmed') ${tallyMove('counting', '+')}`,
      [desk.campaign.id, noon, domainIndex(domain)],
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
      [desk.campaign.id, noon, domainIndex(domain)],
    ),
  expire: (domain: string) =>
    pool().query(
      `with gone as (
         delete from signature where campaign_id = $1 and domain_index = $3 and confirmed_at is null returning campaign_id, state, invalidation_id
       ) ${ledgerOfLeaving('expired', { from: 'gone', now: '$2::timestamptz' })}`,
      [desk.campaign.id, noon, domainIndex(domain)],
    ),
  hold,
  release: (domain: string) => release(domain),
  invalidate: async (domain: string) => {
    await startInvalidation(desk.steering(await desk.written({ domains: domain })))
    await runInvalidations({ now: later(62) })
  },
  undo: async () => {
    const last = await db().invalidation.findFirst({ where: { state: 'done' }, orderBy: { id: 'desc' } })
    if (last) await undoInvalidation(desk.steering(last.id))
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
      desk = await anIntegrityDesk()
      for (const [step, domain] of story) {
        const before = {
          total: (await desk.states())['confirmed'] ?? 0,
          sum: sumOf(await ledgerOf(desk.campaign.id)).counted,
        }
        await steps[step](domain)
        const { confirmed = 0, quarantined = 0, invalidated = 0 } = await desk.states()
        const { held, invalidated: removed, counted } = sumOf(await ledgerOf(desk.campaign.id))
        expect({ held, removed }).toEqual({ held: quarantined, removed: invalidated })
        expect(await desk.differences()).toEqual([])
        // Confirming is what the count is made of; everything else that changes it stands in the ledger.
        const unwritten = confirmed - before.total - (counted - before.sum)
        expect(step === 'confirm' ? 0 : unwritten).toBe(0)
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)
