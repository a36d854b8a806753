import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { signatureForm } from '../../schema.ts'
import { signals } from '../../signals.ts'
import { confirmSignature } from '../confirm-signature.server.ts'
import { signPetition } from '../sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const sign = (given: Record<string, string>, now = noon) =>
  signPetition(signatureForm.parse({ postcode: '31000', consent: 'on', ...given }), {
    campaign,
    locale: 'fr',
    textVersion: 1,
    now,
  })
const onlySignature = () => db().signature.findFirstOrThrow()

test('what looks like a machine’s is held with a line in the ledger, and answered and written to like any other', async () => {
  expect(await sign({ name: 'Xkqzvbn 4821', email: 'x4821@mailinator.com' })).toEqual({ outcome: 'accepted' })
  const { id, state, heldSince } = await onlySignature()
  expect({ state, heldSince }).toEqual({ state: 'quarantined', heldSince: noon })
  expect(await db().delivery.findMany()).toMatchObject([{ kind: 'confirmation', subjectId: id, dueAt: noon }])
  const line = { event: 'held', rule: 'disposable', signatures: 1, counted: 0, held: 1, invalidated: 0 }
  expect(await db().ledgerEntry.findMany()).toMatchObject([line])
})

const thrownAway = { name: 'Maëlys Deuxième', email: 'maelys@mailinator.com' }
/** From another place: a correction, not a second person of the household. */
const byMachine = { ...thrownAway, name: 'Xkqzvbn 4821', postcode: '75011' }

test('who signs once more as a machine would is held then, once, and keeps what made it so', async () => {
  await sign(thrownAway)
  expect(await onlySignature()).toMatchObject({ state: 'pending', heldSince: null, signals: signals.disposable })
  const held = { state: 'quarantined', heldSince: later(1), signals: signals.disposable | signals.nameShape }
  for (const minutes of [1, 2]) {
    await sign(byMachine, later(minutes))
    expect(await onlySignature()).toMatchObject(held)
  }
  expect(await db().ledgerEntry.findMany()).toMatchObject([
    { event: 'held', rule: 'disposable', signatures: 1, held: 1 },
  ])
})

test('what a stranger’s form got held is let go by the form that takes its place, counts, and stands in the ledger', async () => {
  await sign(byMachine)
  await sign(thrownAway, later(1))
  expect(await onlySignature()).toMatchObject({ state: 'pending', heldSince: null, signals: signals.disposable })
  await confirmSignature(linkToken('confirm', { campaignId: campaign.id, id: (await onlySignature()).id }), later(2))
  expect((await onlySignature()).state).toBe('confirmed')
  expect(await db().ledgerEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { event: 'held', rule: 'disposable', signatures: 1, counted: 0, held: 1, invalidated: 0 },
    { event: 'released', rule: 'signedAgain', signatures: 1, counted: 0, held: -1, invalidated: 0 },
  ])
})

test('the second of a household is let go like the first, and so is another person of the same moment', async () => {
  const anothers = { ...byMachine, email: 'anais@mailinator.com' }
  await sign(thrownAway)
  await sign({ ...byMachine, postcode: '31000' }, later(1))
  await sign(anothers, later(1))
  expect(await db().signature.count({ where: { state: 'quarantined' } })).toBe(2)
  await Promise.all([
    sign({ ...thrownAway, name: 'Noah Deuxième' }, later(2)),
    sign({ ...thrownAway, name: 'Anaïs Deuxième', email: anothers.email }, later(2)),
  ])
  expect(await db().signature.findMany({ select: { state: true } })).toEqual(Array(3).fill({ state: 'pending' }))
  expect(await db().ledgerEntry.groupBy({ by: ['event'], _sum: { held: true }, orderBy: { event: 'asc' } })).toEqual([
    { event: 'held', _sum: { held: 2 } },
    { event: 'released', _sum: { held: -2 } },
  ])
})

test('what the watch held, or was confirmed while held, is let go by no form', async () => {
  await sign(byMachine)
  await db().signature.updateMany({ data: { signals: signals.trend | signals.disposable } })
  await sign(thrownAway, later(1))
  expect(await onlySignature()).toMatchObject({ state: 'quarantined', signals: signals.trend | signals.disposable })
  await db().signature.updateMany({ data: { signals: signals.disposable | signals.nameShape } })
  await confirmSignature(linkToken('confirm', { campaignId: campaign.id, id: (await onlySignature()).id }), later(2))
  await sign(thrownAway, later(3))
  expect(await onlySignature()).toMatchObject({ state: 'quarantined', heldSince: noon })
  expect(await db().ledgerEntry.count({ where: { event: 'released' } })).toBe(0)
})

test('what a rule has removed stays removed, and is given back as the last form left it', async () => {
  await sign(byMachine)
  await db().signature.updateMany({ data: { state: 'invalidated' } })
  await sign(thrownAway, later(1))
  expect(await onlySignature()).toMatchObject({ state: 'invalidated', heldSince: null, signals: signals.disposable })
  expect(await db().ledgerEntry.count({ where: { event: 'released' } })).toBe(0)
})

test('what counts, or was looked at and let pass, is not held by a form that comes later', async () => {
  await sign(thrownAway)
  await db().signature.updateMany({ data: { cleared: true } })
  await sign(byMachine, later(1))
  expect(await onlySignature()).toMatchObject({ state: 'pending', heldSince: null })
  await confirmSignature(linkToken('confirm', { campaignId: campaign.id, id: (await onlySignature()).id }), later(2))
  await sign(byMachine, later(3))
  expect(await onlySignature()).toMatchObject({ state: 'confirmed', heldSince: null })
  expect(await db().ledgerEntry.count()).toBe(0)
})
