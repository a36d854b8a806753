import { Readable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { importSuppressions } from '#app/features/mailings/commands/import-suppressions.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCheckedImport, aDoneImport, aFile, aMapping, importedAt, peopleFile } from '#prisma/factories/an-import.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { deleteOldFiles, followPeople, forgetImported } from './commands/keep-house.server.ts'
import { mapImport, reread } from './commands/map-import.server.ts'
import { runImport } from './commands/run-import.server.ts'
import { cancelImport, pauseImport, resumeImport, startImport } from './commands/steer-import.server.ts'
import { takeFile } from './commands/take-file.server.ts'
import { runImports } from './jobs.server.ts'
import { findImport, importedApart, listRefusals } from './queries/imports.server.ts'
import { refusedRows } from './queries/refused-rows.server.ts'
import { findBeginning } from './queries/read-file.server.ts'

let campaign: CampaignSummary
beforeEach(async () => {
  campaign = await aCampaign()
})

const later = (minutes: number) => new Date(importedAt.getTime() + minutes * 60_000)
const shown = (id: number) => findImport(id, null)
const people = () =>
  db().importedPerson.findMany({ orderBy: { line: 'asc' }, select: { line: true, state: true, subjectId: true } })
const run = () => runImports({ now: importedAt })
const collect = async (rows: AsyncGenerator<string> | null) => {
  let text = ''
  for await (const row of rows ?? []) text += row
  return text
}

function sign(email: string) {
  const form = signatureForm.parse({ name: 'Zoé Exemple', email, postcode: '31000', consent: 'on' })
  return signPetition(form, { campaign, locale: 'fr', textVersion: 1, now: importedAt })
}

const file = [
  'email,name,postcode',
  'zoe@example.org,Zoé Exemple,31000',
  'not an address,Nobody,31000',
  'ZOE+tag@example.org,Zoé Again,31000',
  'here@example.org,Déjà Ici,31000',
  'blocked@example.org,Laissée Tranquille,31000',
  'jo@example.org,Jo Exemple,75011',
  '',
].join('\r\n')

async function knownPeople() {
  await sign('here@example.org')
  await importSuppressions({ actor: null, text: 'blocked@example.org', now: importedAt })
}

test('a check says row by row what would come in, and writes nobody down', async () => {
  await knownPeople()
  const id = await aCheckedImport(file, { campaignId: campaign.id })
  expect(await shown(id)).toMatchObject({ state: 'checked', total: 6, fresh: 2, known: 3, refused: 1 })
  expect(await listRefusals(id)).toEqual([
    { line: 3, column: 0, reason: 'emailInvalid' },
    { line: 4, column: null, reason: 'twiceInFile' },
    { line: 5, column: null, reason: 'alreadyHere' },
    { line: 6, column: null, reason: 'leftAlone' },
  ])
  expect(await people()).toEqual([])
})

test('who comes in stands apart: no signature, no count, sealed until they are asked', async () => {
  const id = await aDoneImport(file, { campaignId: campaign.id })
  expect(await shown(id)).toMatchObject({ state: 'done', fresh: 4, known: 1, refused: 1, waiting: 4, hasFile: false })
  expect(await db().signature.count()).toBe(0)
  expect(await confirmedTotal(campaign.id)).toBe(0)
  expect(await importedApart(campaign.id)).toEqual([{ source: 'Change.org', people: 4 }])
  const [first] = await db().importedPerson.findMany({ take: 1 })
  expect(Buffer.from(first?.sealed ?? []).toString('latin1')).not.toContain('example.org')
  expect(await db().importPiece.count()).toBe(0)
})

test('the same file waits here once, and its people come in once', async () => {
  const first = await aFile(file)
  const again = await takeFile({ actor: null, file: Readable.from([Buffer.from(file)]), now: importedAt })
  expect(again).toEqual({ outcome: 'known', id: first })
  await cancelImport({ actor: null, id: first, now: importedAt })
  await aDoneImport(file, { campaignId: campaign.id })
  const other = await aDoneImport('email;name\nzoe@example.org;Zoé\nnew@example.org;Nouvelle\n', {
    campaignId: campaign.id,
    mapping: ['email', 'name'],
  })
  expect(await shown(other)).toMatchObject({ fresh: 1, known: 1 })
  expect(await listRefusals(other)).toMatchObject([{ line: 2, reason: 'importedBefore' }])
})

test('who signs by themselves while they wait is here on their own word', async () => {
  const id = await aDoneImport(file, { campaignId: campaign.id })
  await sign('zoe@example.org')
  await followPeople(later(1))
  expect(await shown(id)).toMatchObject({ waiting: 3 })
  expect(await importedApart(campaign.id)).toEqual([{ source: 'Change.org', people: 3 }])
})

test('windows-1252 with semicolons behind the mark of UTF-8 is read as it was meant', async () => {
  const latin = Buffer.from('Prénom;Nom;Courriel\r\nZoé;Lefèvre;zoe@example.org\r\n', 'latin1')
  const id = await aFile(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin]))
  const found = await shown(id)
  expect(found).toMatchObject({ encoding: 'windows-1252', separator: 'semicolon', hasHeader: true })
  expect(found && (await findBeginning(id, found))).toMatchObject({
    header: ['Prénom', 'Nom', 'Courriel'],
    rows: [{ line: 2, cells: ['Zoé', 'Lefèvre', 'zoe@example.org'] }],
  })
  await reread({ actor: null, id, now: importedAt }, { encoding: 'utf-8', separator: 'tab', hasHeader: false })
  expect(await shown(id)).toMatchObject({ encoding: 'utf-8', separator: 'tab', hasHeader: false })
})

test('a run that stops anywhere goes on where it was, without a row lost or taken twice', async () => {
  const id = await aCheckedImport(peopleFile(2200), { campaignId: campaign.id })
  await startImport({ actor: null, id, now: importedAt })
  const stopping = new AbortController()
  await runImport(id, { now: importedAt, signal: stopping.signal, onStep: () => stopping.abort() })
  expect(await shown(id)).toMatchObject({ state: 'running', position: 500, fresh: 500 })
  await pauseImport({ actor: null, id, now: importedAt })
  await run()
  expect((await shown(id))?.position).toBe(500)
  await resumeImport({ actor: null, id, now: importedAt })
  // Another process takes a step meanwhile: what this one holds for the next rows is none of its business any more.
  const another = new AbortController()
  const onStep = async () => {
    if (!another.signal.aborted)
      await runImport(id, { now: importedAt, signal: another.signal, onStep: () => another.abort() })
  }
  await runImport(id, { now: importedAt, onStep })
  expect((await shown(id))?.position).toBe(1500)
  await run()
  expect(await shown(id)).toMatchObject({ state: 'done', position: 2200, fresh: 2200, known: 0, refused: 0 })
  expect(await db().importedPerson.count()).toBe(2200)
})

test('a list of who left is kept as keyed hashes, and paper waits for a second person', async () => {
  const camille = await anActor('campaigner')
  await aDoneImport('Email Address,CLEAN_TIME\nzoe@example.org,2026-01-01\n', {
    campaignId: campaign.id,
    kind: 'suppressions',
    mapping: ['email', ''],
  })
  expect(await db().suppression.findMany({ select: { reason: true } })).toEqual([{ reason: 'imported' }])
  const paper = 'Signatures;Du;Département\n120;2026-02-01;31\n0;2026-02-01;31\n'
  const id = await aDoneImport(
    paper,
    { campaignId: campaign.id, kind: 'paper', mapping: ['valid', 'collectedFrom', 'department'] },
    camille,
  )
  expect(await shown(id)).toMatchObject({ fresh: 1, refused: 1 })
  expect(await db().paperBatch.findMany({ select: { state: true, valid: true, department: true } })).toEqual([
    { state: 'entered', valid: 120, department: '31' },
  ])
})

test('paper is started by who brought and described it, so that another person verifies it', async () => {
  const [olga, camille] = [await anActor('owner'), await anActor('campaigner')]
  const given = { campaignId: campaign.id, kind: 'paper' as const, mapping: ['valid', 'collectedFrom'] }
  const id = await aCheckedImport('Signatures;Du\n500;2026-02-01\n', given, olga)
  expect(await startImport({ actor: camille, id, now: importedAt })).toEqual({ outcome: 'not-one-hand' })
  await mapImport({ actor: camille, id, now: importedAt }, aMapping(given))
  await run()
  for (const actor of [camille, olga])
    expect(await startImport({ actor, id, now: importedAt })).toEqual({ outcome: 'not-one-hand' })
  await mapImport({ actor: olga, id, now: importedAt }, aMapping(given))
  await run()
  expect(await startImport({ actor: olga, id, now: importedAt })).toEqual({ outcome: 'done' })
  await run()
  expect(await db().paperBatch.findMany({ select: { enteredById: true } })).toEqual([{ enteredById: olga.id }])
})

test('refused rows come back as they stand in the file, and no spreadsheet runs them', async () => {
  const id = await aCheckedImport('email,name\n=1+1,"a ""b"""\n', {
    campaignId: campaign.id,
    mapping: ['email', 'name'],
  })
  expect(await collect(await refusedRows(id))).toBe(
    '\uFEFFline,column,reason,email,name\r\n2,email,emailInvalid,\'=1+1,"a ""b"""\r\n',
  )
  await cancelImport({ actor: null, id, now: importedAt })
  expect(await refusedRows(id)).toBeNull()
})

async function* cutOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('email\n')
  throw new Error('cut off')
}

test('titles that go on over lines are taken in, and of a file that cannot be nothing stays', async () => {
  const titled = await shown(await aFile('"email\nof person",name\nzoe@example.org,Zoé\n'))
  expect(titled).toMatchObject({ separator: 'comma', hasHeader: true })
  expect(titled && (await findBeginning(titled.id, titled))).toMatchObject({ header: ['email\nof person', 'name'] })
  expect(await shown(await aFile('"email,name\nzoe@example.org,Zoé\n'))).toMatchObject({ hasHeader: true })
  const before = [await db().dataImport.count(), await db().importPiece.count()]
  await expect(takeFile({ actor: null, file: cutOff(), now: importedAt })).rejects.toThrow('cut off')
  expect([await db().dataImport.count(), await db().importPiece.count()]).toEqual(before)
})

test('a quote that is never closed stops the import on its line', async () => {
  const id = await aCheckedImport('email,name\nzoe@example.org,Zoé\njo@example.org,"Jo\n', {
    campaignId: campaign.id,
    mapping: ['email', 'name'],
  })
  expect(await shown(id)).toMatchObject({ state: 'checking', paused: true, fault: 'endless', faultLine: 3 })
})

test('what nobody runs goes after a week, whom nobody asks after thirty days, and anyone at once who says so', async () => {
  const camille = await anActor('campaigner')
  const kept = await aDoneImport(file, { campaignId: campaign.id })
  expect(await forgetImported(camille, 'Zoe@example.org', importedAt)).toBe(1)
  expect((await people()).map(({ state }) => state)).toEqual(['gone', 'waiting', 'waiting', 'waiting'])
  const id = await aFile('email\njo@example.org\n')
  await deleteOldFiles(later(60))
  expect((await shown(id))?.hasFile).toBe(true)
  await deleteOldFiles(later(8 * 24 * 60))
  expect(await shown(id)).toMatchObject({ hasFile: false, state: 'cancelled' })
  await followPeople(later(31 * 24 * 60))
  expect(await shown(kept)).toMatchObject({ waiting: 0 })
  expect((await people()).map(({ state }) => state)).toEqual(['gone'])
})
