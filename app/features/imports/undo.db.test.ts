import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { confirmTarget } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { findDisownable } from '#app/features/signatures/queries/disowned.server.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aCheckedImport, aDoneImport, importedAt } from '#prisma/factories/an-import.ts'
import { askPeople } from './commands/ask-people.server.ts'
import { followPeople, forgetImported } from './commands/keep-house.server.ts'
import { undoImport } from './commands/steer-import.server.ts'
import { beginWave } from './commands/steer-wave.server.ts'
import { runImports } from './jobs.server.ts'
import { findImport, listRefusals } from './queries/imports.server.ts'

let campaign: CampaignSummary
let camille: Actor
beforeEach(async () => {
  campaign = await aCampaign()
  camille = await anActor('campaigner')
})

const later = (minutes: number) => new Date(importedAt.getTime() + minutes * 60_000)
const signatures = () =>
  db().signature.findMany({
    select: { id: true, householdRank: true, state: true, mails: true },
    orderBy: { householdRank: 'asc' },
  })
const people = () =>
  db().importedPerson.findMany({
    orderBy: { line: 'asc' },
    select: { line: true, state: true, subjectId: true, agreedOn: true, sealed: true },
  })

function sign(given: { name: string; email: string; news?: string }, at: Date) {
  const form = signatureForm.parse({ postcode: '31000', consent: 'on', ...given })
  return signPetition(form, { campaign, locale: 'fr', textVersion: 1, now: at })
}

interface Given {
  kind?: 'signatures' | 'subscribers'
  most?: number
}

/** An import of whom so many are asked. */
async function anAskedImport(file: string, { kind = 'signatures', most = 100 }: Given = {}): Promise<number> {
  const given = { campaignId: campaign.id, kind, mayWrite: true }
  const id = await aDoneImport(file, given, camille)
  await beginWave({ actor: camille, id, now: importedAt }, 60)
  await askPeople(id, most, later(1))
  return id
}

async function undo(id: number) {
  expect(await undoImport({ actor: camille, id, now: later(10) })).toEqual({ outcome: 'done' })
  await runImports({ now: later(10) })
  expect(await findImport(id, null)).toMatchObject({ state: 'undone' })
}

const carl = 'email,name,postcode\nhouse9@example.org,Carl Exemple,31000\n'
const dora = { name: 'Dora Exemple', email: 'house9@example.org' }

test('the second of a household is found as the first once an undo took the first out, and counts once', async () => {
  const id = await anAskedImport(carl)
  await sign(dora, later(2))
  const second = (await signatures()).find(({ householdRank }) => householdRank === 1)
  await confirmTarget({ campaignId: campaign.id, id: second?.id ?? '' }, later(3))
  await undo(id)
  await sign(dora, later(20))
  expect(await signatures()).toEqual([{ id: second?.id, householdRank: 0, state: 'confirmed', mails: 2 }])
  expect(await confirmedTotal(campaign.id)).toBe(1)
})

test('what was held before anyone confirmed it leaves the ledger with the undo', async () => {
  const id = await anAskedImport(carl)
  await db().signature.updateMany({ data: { state: 'quarantined', heldSince: later(2) } })
  await undo(id)
  expect(await signatures()).toEqual([])
  expect(await db().ledgerEntry.findMany({ select: { event: true, held: true } })).toEqual([
    { event: 'expired', held: -1 },
  ])
})

const four = [
  'email,name,postcode',
  'zoe@example.org,Zoé Exemple,31000',
  'left@example.org,Partie Exemple,31000',
  'forgotten@example.org,Oubliée Exemple,31000',
  'jo@example.org,Jo Exemple,75011',
  '',
].join('\n')

test('who was asked, left or was forgotten is not brought in again after an undo; who only waited is', async () => {
  const id = await anAskedImport(four, { most: 2 })
  await db().signature.deleteMany({ where: { id: (await people())[1]?.subjectId ?? '' } })
  await followPeople(later(2))
  await forgetImported(camille, 'forgotten@example.org', later(2))
  await undo(id)
  const bare = { state: 'gone', subjectId: null, agreedOn: null, sealed: new Uint8Array() }
  expect(await people()).toMatchObject([2, 3, 4].map((line) => ({ ...bare, line })))
  const again = await aCheckedImport(`${four}\n`, { campaignId: campaign.id }, camille)
  expect(await listRefusals(again)).toEqual([2, 3, 4].map((line) => ({ line, column: null, reason: 'hasLeft' })))
  expect(await findImport(again, null)).toMatchObject({ fresh: 1 })
})

test('the link “it was not me” of a letter that went out leaves the mailbox alone after an undo, for seven days', async () => {
  const id = await anAskedImport(`${carl}jo@example.org,Jo Exemple,75011\n`)
  const tokens = (await people()).map(({ subjectId }) =>
    linkToken('not-me', { campaignId: campaign.id, id: (subjectId ?? '').replaceAll('-', '') }),
  )
  await db().delivery.updateMany({ data: { state: 'handed_over' } })
  await undo(id)
  const [carls = '', jos = ''] = tokens
  expect(await findDisownable(carls)).toMatchObject({ state: 'waiting' })
  expect(await disownSignature(carls, later(20))).toEqual({ outcome: 'blocked' })
  expect(await db().suppression.findMany({ select: { emailIndex: true, reason: true } })).toEqual([
    { emailIndex: Uint8Array.from(mailboxIndex('house9@example.org')), reason: 'not-me' },
  ])
  expect(await disownSignature(carls, later(21))).toEqual({ outcome: 'blocked' })
  await followPeople(later(8 * 24 * 60))
  expect(await disownSignature(jos, later(8 * 24 * 60))).toEqual({ outcome: 'gone' })
  expect((await people()).map(({ sealed, subjectId }) => [sealed.length, subjectId])).toEqual([
    [0, null],
    [0, null],
  ])
})

test('an undo spares the signature whose owner sent the form since, whose letter works', async () => {
  const id = await anAskedImport(carl)
  await sign({ ...dora, name: 'Carl Exemple' }, later(2))
  const [own] = await signatures()
  await undo(id)
  expect(await signatures()).toMatchObject([{ id: own?.id, state: 'pending', mails: 2 }])
  expect(await db().delivery.findMany({ select: { lane: true } })).toEqual([{ lane: 0 }])
  const target = { campaignId: campaign.id, id: own?.id ?? '' }
  expect(await confirmTarget(target, later(20))).toMatchObject({ outcome: 'confirmed' })
})

test('an undo spares the news that their owner asked for by a form since', async () => {
  const id = await anAskedImport(`${carl}jo@example.org,Jo Exemple,75011\n`, { kind: 'subscribers' })
  await sign({ ...dora, name: 'Carl Exemple', news: 'on' }, later(2))
  await undo(id)
  expect(await db().subscription.findMany({ select: { state: true, askedAt: true } })).toEqual([
    { state: 'pending', askedAt: later(2) },
  ])
})
