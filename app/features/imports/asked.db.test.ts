import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { importSuppressions } from '#app/features/mailings/commands/import-suppressions.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import { confirmTarget } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCheckedImport, aDoneImport, aMapping, importedAt, peopleFile } from '#prisma/factories/an-import.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askPeople } from './commands/ask-people.server.ts'
import { followPeople } from './commands/keep-house.server.ts'
import { mapImport } from './commands/map-import.server.ts'
import { agreeToImport, startImport, undoImport } from './commands/steer-import.server.ts'
import { agreeToWave, beginWave } from './commands/steer-wave.server.ts'
import { runImports } from './jobs.server.ts'
import { findImport, listRefusals, provenanceOf } from './queries/imports.server.ts'

let campaign: CampaignSummary
beforeEach(async () => {
  campaign = await aCampaign()
})

const later = (minutes: number) => new Date(importedAt.getTime() + minutes * 60_000)
const shown = (id: number) => findImport(id, null)
const people = () =>
  db().importedPerson.findMany({ orderBy: { line: 'asc' }, select: { line: true, state: true, subjectId: true } })
const run = () => runImports({ now: importedAt })
function sign(email: string) {
  const form = signatureForm.parse({ name: 'Zoé Exemple', email, postcode: '31000', consent: 'on' })
  return signPetition(form, { campaign, locale: 'fr', textVersion: 1, now: importedAt })
}

/** Four people, and a row that is none. */
const file = [
  'email,name,postcode',
  'zoe@example.org,Zoé Exemple,31000',
  'not an address,Nobody,31000',
  'here@example.org,Déjà Ici,31000',
  'blocked@example.org,Laissée Tranquille,31000',
  'jo@example.org,Jo Exemple,75011',
  '',
].join('\r\n')

test('each is asked once, behind everyone else, and counts when they confirm, with where they came from', async () => {
  const camille = await anActor('campaigner')
  const id = await aDoneImport(file, { campaignId: campaign.id, mayWrite: true }, camille)
  expect(await beginWave({ actor: camille, id, now: importedAt }, 60)).toEqual({ outcome: 'done' })
  await sign('jo@example.org')
  expect(await askPeople(id, 100, later(1))).toBe(3)
  expect(await askPeople(id, 100, later(2))).toBe(0)
  expect(await db().delivery.findMany({ where: { lane: 5 }, select: { kind: true, state: true } })).toEqual(
    Array.from({ length: 3 }, () => ({ kind: 'confirmation', state: 'queued' })),
  )
  expect(await confirmedTotal(campaign.id)).toBe(0)
  const asked = (await people()).find(({ state }) => state === 'asked')
  const target = { campaignId: campaign.id, id: asked?.subjectId ?? '' }
  expect(await confirmTarget(target, later(3))).toMatchObject({ outcome: 'confirmed' })
  await followPeople(later(4))
  expect(await shown(id)).toMatchObject({ waiting: 0, asked: 2, confirmed: 1, wave: 'done' })
  expect(await provenanceOf(target)).toMatchObject({ source: 'Change.org', consentWhen: 'Janvier 2026' })
  expect(await undoImport({ actor: camille, id, now: later(5) })).toEqual({ outcome: 'somebody-confirmed' })
})

test('nobody is asked who did not agree to be written to, or was left alone since', async () => {
  const camille = await anActor('campaigner')
  const silent = await aDoneImport(file, { campaignId: campaign.id }, camille)
  expect(await beginWave({ actor: camille, id: silent, now: importedAt }, 60)).toEqual({ outcome: 'not-possible' })
  await undoImport({ actor: camille, id: silent, now: importedAt })
  await run()
  const id = await aDoneImport(`${file}\n`, { campaignId: campaign.id, mayWrite: true }, camille)
  await beginWave({ actor: camille, id, now: importedAt }, 60)
  await importSuppressions({ actor: null, text: 'zoe@example.org', now: importedAt })
  expect(await askPeople(id, 100, later(1))).toBe(3)
  expect((await people()).map(({ state }) => state).toSorted()).toEqual(['asked', 'asked', 'asked', 'gone'])
})

test('an import is taken out whole while nobody has confirmed, letters that wait included', async () => {
  const camille = await anActor('campaigner')
  const id = await aDoneImport(file, { campaignId: campaign.id, mayWrite: true }, camille)
  await beginWave({ actor: camille, id, now: importedAt }, 60)
  await askPeople(id, 2, later(1))
  expect(await undoImport({ actor: camille, id, now: later(2) })).toEqual({ outcome: 'done' })
  await run()
  expect(await shown(id)).toMatchObject({ state: 'undone', waiting: 0, asked: 0 })
  expect([await db().signature.count(), await db().delivery.count()]).toEqual([0, 0])
  // Who only waited is nowhere any more; who was asked is not asked again.
  expect((await people()).map(({ state, subjectId }) => [state, subjectId])).toEqual([
    ['gone', null],
    ['gone', null],
  ])
  expect(await db().auditEntry.count({ where: { action: 'import.undone' } })).toBe(1)
})

test('news begin at once only on the word of two people that each confirmed elsewhere', async () => {
  const [camille, dominique] = [await anActor('campaigner'), await anActor('owner')]
  const given = {
    campaignId: campaign.id,
    kind: 'subscribers' as const,
    mapping: ['email', 'name'],
    confirmedElsewhere: true,
  }
  const id = await aCheckedImport('email,name\nzoe@example.org,Zoé\n', given, camille)
  expect(await startImport({ actor: camille, id, now: importedAt })).toEqual({ outcome: 'needs-second' })
  expect(await agreeToImport({ actor: camille, id, now: importedAt })).toEqual({ outcome: 'own' })
  expect(await agreeToImport({ actor: dominique, id, now: importedAt })).toEqual({ outcome: 'done' })
  await startImport({ actor: camille, id, now: importedAt })
  await run()
  expect(await db().subscription.findMany({ select: { state: true } })).toEqual([{ state: 'active' }])
  // Another mapping is another import: what was agreed to falls.
  const other = await aCheckedImport('email,name\njo@example.org,Jo\n', given, camille)
  await agreeToImport({ actor: dominique, id: other, now: importedAt })
  await mapImport({ actor: camille, id: other, now: importedAt }, aMapping(given))
  await run()
  expect(await startImport({ actor: camille, id: other, now: importedAt })).toEqual({ outcome: 'needs-second' })
})

test('readers are asked otherwise, and who left is not brought back', async () => {
  const camille = await anActor('campaigner')
  const given = { campaignId: campaign.id, kind: 'subscribers' as const, mapping: ['email', 'name'], mayWrite: true }
  const id = await aDoneImport('email,name\nzoe@example.org,Zoé\n', given, camille)
  await beginWave({ actor: camille, id, now: importedAt }, 60)
  await askPeople(id, 10, later(1))
  expect(await db().subscription.findMany({ select: { state: true } })).toEqual([{ state: 'pending' }])
  expect(await db().delivery.findMany({ select: { kind: true, lane: true } })).toEqual([
    { kind: 'news_consent', lane: 5 },
  ])
  await db().subscription.updateMany({ data: { state: 'unsubscribed' } })
  for (const kind of ['subscribers', 'signatures'] as const) {
    const again = await aCheckedImport(`email,name\nzoe@example.org,Zoé ${kind}\n`, { ...given, kind }, camille)
    expect(await listRefusals(again)).toMatchObject([{ line: 2, reason: 'hasLeft' }])
  }
})

test('many people, and many letters, take a second person', async () => {
  const [camille, dominique] = [await anActor('campaigner'), await anActor('owner')]
  const id = await aCheckedImport(peopleFile(1001), { campaignId: campaign.id, mayWrite: true }, camille)
  expect(await startImport({ actor: camille, id, now: importedAt })).toEqual({ outcome: 'needs-second' })
  await agreeToImport({ actor: dominique, id, now: importedAt })
  await startImport({ actor: camille, id, now: importedAt })
  await run()
  expect(await beginWave({ actor: camille, id, now: importedAt }, 100)).toEqual({ outcome: 'needs-second' })
  expect(await askPeople(id, 10, later(1))).toBe(0)
  expect(await agreeToWave({ actor: camille, id, now: importedAt })).toEqual({ outcome: 'own' })
  await agreeToWave({ actor: dominique, id, now: importedAt })
  expect(await askPeople(id, 10, later(1))).toBe(10)
})
