import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { tallyDifferences } from '#prisma/factories/tally-differences.ts'
import { noteDomain, writeDomains } from '../signatures/commands/remember-domains.server.ts'
import { recount } from '../signatures/commands/recount.server.ts'
import { domainIndex } from '../signatures/indexes.server.ts'
import { signals } from '../signatures/signals.ts'
import { releaseHeld } from './commands/release-held.server.ts'
import { seeAlert } from './commands/see-alert.server.ts'
import { watchCampaign } from './jobs.server.ts'
import { forgetWatched } from './jobs/watch.server.ts'
import { openAlerts, trendsOf } from './queries/alerts.server.ts'
import { heldOf } from './queries/held.server.ts'
import { ledgerOf } from './queries/ledger.server.ts'
import { sumOf } from './rules.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const network = (n: number) => Buffer.from(String(n).padStart(24, '0'), 'hex')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
  forgetWatched()
})

const people = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      aSignature({
        campaignId: campaign.id,
        state: 'confirmed',
        domain: n % 4 === 0 ? `own-${n}.example` : 'gmail.com',
        network: network(1000 + n),
        createdAt: later(n),
      }),
    ),
  )
const school = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      aSignature({
        campaignId: campaign.id,
        state: 'confirmed',
        domain: 'lycee.example',
        network: network(1),
        createdAt: later(n),
      }),
    ),
  )
/** They came before anything could be seen: none is held. */
const fakes = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      aSignature({
        campaignId: campaign.id,
        state: n % 2 === 0 ? 'confirmed' : 'pending',
        domain: `fresh-${Math.floor(n / 2) % 6}.example`,
        network: network(2 + (n % 2)),
        createdAt: later(n),
      }),
    ),
  )

test('a wave that got in is held afterwards, out of the count, and the team is told', async () => {
  await people(40)
  await school(30)
  await fakes(96)
  await recount(campaign.id, noon)
  const { held, alerts } = await watchCampaign(campaign.id, later(120))
  expect(held).toBe(96)
  expect(alerts).toBeGreaterThan(0)
  expect(await tallyDifferences(campaign.id)).toEqual([])
  expect(await db().signature.count({ where: { state: 'confirmed' } })).toBe(70)
  expect(sumOf(await ledgerOf(campaign.id))).toEqual({ counted: -48, held: 96, invalidated: 0 })
  expect((await openAlerts(campaign.id)).map(({ kind }) => kind).toSorted()).toEqual(['network', 'network', 'wave'])
  expect((await db().campaignGuard.findFirst())?.until).toEqual(later(120 + 30 * 60))
})

test('a school and people with domains of their own raise nothing', async () => {
  await people(60)
  await school(60)
  expect(await watchCampaign(campaign.id, later(120))).toEqual({ held: 0, alerts: 0 })
  expect(await openAlerts(campaign.id)).toEqual([])
})

test('what somebody looked at and let pass is not held again', async () => {
  await fakes(96)
  await watchCampaign(campaign.id, later(120))
  const { networks } = await heldOf(campaign.id)
  const groups = networks.map(({ key }) => ({ by: 'network' as const, key }))
  const actor = await anActor('campaigner')
  const released = { actor, campaignId: campaign.id, groups, heldUntil: later(120), trust: false, now: later(130) }
  expect(await releaseHeld(released)).toBe(96)
  expect((await watchCampaign(campaign.id, later(180))).held).toBe(0)
  expect(await db().signature.count({ where: { state: 'quarantined' } })).toBe(0)
})

test('a network that the team trusts is left in peace', async () => {
  await fakes(60)
  expect((await watchCampaign(campaign.id, later(100))).held).toBe(60)
  const groups = [2, 3].map((n) => ({ by: 'network' as const, key: network(n).toString('hex') }))
  const actor = await anActor('campaigner')
  const released = { actor, campaignId: campaign.id, groups, heldUntil: later(110), trust: true, now: later(110) }
  await releaseHeld(released)
  forgetWatched()
  await fakes(60)
  expect((await watchCampaign(campaign.id, later(160))).held).toBe(0)
})

test('an alert that was seen is closed, once, and quiet for an hour', async () => {
  await fakes(96)
  await watchCampaign(campaign.id, later(120))
  const actor = await anActor('campaigner')
  for (const { id } of await openAlerts(campaign.id)) {
    expect(await seeAlert(actor, id, later(130))).toBe(true)
    expect(await seeAlert(actor, id, later(131))).toBe(false)
  }
  await watchCampaign(campaign.id, later(180))
  expect(await openAlerts(campaign.id)).toEqual([])
})

test('a domain is named to the team only when ten signatures use it', async () => {
  noteDomain('known.example')
  noteDomain('small.example')
  await writeDomains(noon)
  const hold = (domain: string, count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        aSignature({ campaignId: campaign.id, state: 'quarantined', domain, signals: signals.disposable }),
      ),
    )
  await hold('known.example', 10)
  await hold('small.example', 9)
  const { domains, signals: bySignal, signatures } = await heldOf(campaign.id)
  expect(domains.map(({ name, signatures: n }) => [name, n])).toEqual([
    ['known.example', 10],
    [null, 9],
  ])
  expect(signatures).toBe(19)
  expect(bySignal).toEqual([{ key: 'disposable', signatures: 19, confirmed: 0 }])
})

test('the name of a domain is sealed where it is kept', async () => {
  noteDomain('sealed-name.example')
  await writeDomains(noon)
  const row = await db().mailDomain.findFirstOrThrow({
    where: { index: new Uint8Array(domainIndex('sealed-name.example')) },
  })
  expect(Buffer.from(row.sealedName).toString('latin1')).not.toContain('sealed')
})

test('the largest of the hour are written down', async () => {
  await school(30)
  await watchCampaign(campaign.id, later(120))
  const trends = await trendsOf(campaign.id, later(130))
  expect(trends.map(({ kind, n }) => [kind, n])).toEqual([
    ['network', 30],
    ['domain', 30],
  ])
})

/** Held as they came in, one a minute. */
const heldOneByOne = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      aSignature({
        campaignId: campaign.id,
        state: 'quarantined',
        domain: 'gmail.com',
        network: network(1000 + n),
        createdAt: later(n * 60),
        heldSince: later(n * 60),
      }),
    ),
  )

test('a worker that starts reads an hour of held signatures, and takes it for no wave', async () => {
  await heldOneByOne(50)
  await watchCampaign(campaign.id, later(50 * 60))
  expect(await openAlerts(campaign.id)).toEqual([])
  expect(await db().campaignGuard.findFirst({ where: { until: { not: null } } })).toBeNull()
})

test('many that are held as they come in within minutes are a wave', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      aSignature({
        campaignId: campaign.id,
        state: 'quarantined',
        domain: 'gmail.com',
        network: network(1000 + n),
        createdAt: later(n * 3),
      }),
    ),
  )
  await watchCampaign(campaign.id, later(130))
  expect((await openAlerts(campaign.id)).map(({ kind }) => kind)).toEqual(['wave'])
})
