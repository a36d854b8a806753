import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { strFromU8, unzipSync } from 'fflate'
import { createHash, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { handOver } from './commands/hand-over.server.ts'
import { requestExport } from './commands/request-export.server.ts'
import { runNextExport } from './commands/run-export.server.ts'
import { approveExport, cancelExport, declineExport } from './commands/steer-export.server.ts'
import { expireExports } from './commands/take-away.server.ts'
import { countExportsFor, listExports } from './queries/exports.server.ts'
import { exportForm } from './schema.ts'

const now = new Date()
const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
const identity = await generateIdentity()
const recipient = await identityToRecipient(identity)
const people = { people: 'on', reason: 'Remise de la pétition.', encryption: 'age', recipient }

let campaignId: number
let owner: Actor
let other: Actor

beforeEach(async () => {
  campaignId = (await aCampaign()).id
  owner = await anActor('owner')
  other = await anActor('campaigner')
})

async function ask(given: Record<string, string> = {}, actor = owner): Promise<string> {
  const form = exportForm.parse({ campaign: String(campaignId), kind: 'signers', format: 'csv', ...given })
  const asked = await requestExport(actor, form, now)
  if (asked.outcome !== 'asked') throw new Error(asked.outcome)
  return asked.id
}

const stateOf = async (id: string) =>
  (await db().exportJob.findUniqueOrThrow({ where: { id }, select: { state: true } })).state
const chunks = () => db().exportChunk.count()

async function fileOf(id: string, actor = owner): Promise<Buffer> {
  const file = await handOver(actor, id, now)
  if (!file) throw new Error('no file')
  return buffer(file.content)
}

const unpack = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [
      name.replace(/^.*\.(?=csv|jsonl|xlsx)/, ''),
      strFromU8(bytes),
    ]),
  )

test('a file without names is made at once, and says what it is', async () => {
  await aSignature({ campaignId, state: 'confirmed' })
  await aSignature({ campaignId, department: null })
  const id = await ask()
  expect(await runNextExport()).toBe(true)
  const file = await fileOf(id)
  const { csv = '', 'manifest.json': manifest = '{}' } = unpack(file)
  expect(csv.split('\r\n').slice(0, -1).toSorted()).toEqual([
    '2026-02-01,,pending,FR,,fr,1,no,no,none',
    '2026-02-01,2026-02-01,confirmed,FR,31,fr,1,no,no,none',
    'day,confirmed,state,country,department,language,text_version,name_shown,comment,news',
  ])
  expect(JSON.parse(manifest)).toMatchObject({
    rows: 2,
    kind: 'signers',
    file: { sha256: createHash('sha256').update(csv).digest('hex') },
  })
  const made = await db().auditEntry.findFirstOrThrow({ where: { action: 'export.made' } })
  expect(made.detail).toMatchObject({ rows: 2, sha256: createHash('sha256').update(file).digest('hex') })
})

test('a file that names people waits for somebody else, and opens with its key', async () => {
  await aSignature({ campaignId, state: 'confirmed' })
  const id = await ask(people)
  expect(await runNextExport()).toBe(false)
  expect(await approveExport({ actor: owner, id, now })).toEqual({ outcome: 'own' })
  expect(await approveExport({ actor: await anActor('analyst'), id, now })).toEqual({ outcome: 'not-allowed' })
  expect(await approveExport({ actor: other, id, now })).toEqual({ outcome: 'done' })
  await runNextExport()
  const file = await fileOf(id)
  expect(strFromU8(file.subarray(0, 21))).toBe('age-encryption.org/v1')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  expect(unpack(await decrypter.decrypt(file)).csv).toContain('name,email,comment_text')
  const kept = await db().exportJob.findUniqueOrThrow({ where: { id } })
  expect(kept.sealedFileKey).toBeNull()
})

test('the table takes no file in clear that names people, and none that its own author agreed to', async () => {
  const id = await ask(people)
  await expect(db().exportJob.update({ where: { id }, data: { encryption: 'none' } })).rejects.toThrow(
    'export_job_encrypted',
  )
  await expect(db().exportJob.update({ where: { id }, data: { state: 'queued' } })).rejects.toThrow('export_job_agreed')
  await expect(db().exportJob.update({ where: { id }, data: { approvedById: owner.id } })).rejects.toThrow(
    'export_job_two_people',
  )
})

test('a passphrase is nowhere in the database', async () => {
  const passphrase = 'une phrase assez longue'
  const id = await ask({ encryption: 'passphrase', passphrase, passphraseAgain: passphrase })
  const { rows } = await pool().query<{ all: string }>('select j::text as all from export_job j where id = $1', [id])
  const kept = rows[0]?.all ?? ''
  for (const form of ['utf8', 'hex', 'base64'] as const)
    expect(kept).not.toContain(Buffer.from(passphrase).toString(form))
})

test('who was declined has no file', async () => {
  const id = await ask(people)
  expect(await declineExport({ actor: other, id, now })).toEqual({ outcome: 'done' })
  expect(await approveExport({ actor: other, id, now })).toEqual({ outcome: 'not-waiting' })
  expect(await runNextExport()).toBe(false)
})

test('what a dead process left is offered to nobody, and another begins anew', async () => {
  await aSignature({ campaignId })
  const id = await ask()
  const silent = new Date(Date.now() - 1000)
  await db().exportJob.update({
    where: { id },
    data: { state: 'running', runner: randomUUID(), leaseUntil: silent, attempt: 1 },
  })
  await db().exportChunk.createMany({
    data: [0, 1].map((n) => ({ exportId: id, n, sealed: Uint8Array.from([1, 2, 3]) })),
  })
  expect(await handOver(owner, id, now)).toBeNull()
  expect(await runNextExport()).toBe(true)
  expect(unpack(await fileOf(id)).csv).toContain('pending')
  expect(await chunks()).toBe(1)
})

test('a process that lives is left alone', async () => {
  const id = await ask()
  await db().exportJob.update({ where: { id }, data: { state: 'running', runner: randomUUID(), leaseUntil: hours(1) } })
  expect(await runNextExport()).toBe(false)
})

test('an export that takes every process down is given up', async () => {
  const id = await ask()
  await db().exportJob.update({ where: { id }, data: { attempt: 4 } })
  await runNextExport()
  expect(await stateOf(id)).toBe('failed')
})

test('whoever asked may cancel at any moment, and the file is gone', async () => {
  await aSignature({ campaignId })
  const id = await ask()
  await runNextExport()
  expect(await cancelExport({ actor: other, id, now })).toEqual({ outcome: 'not-allowed' })
  expect(await cancelExport({ actor: owner, id, now })).toEqual({ outcome: 'done' })
  expect(await chunks()).toBe(0)
  expect(await handOver(owner, id, now)).toBeNull()
})

test('a file is kept for three days, and its key goes with it', async () => {
  const id = await ask()
  await runNextExport()
  expect(await expireExports(hours(71))).toBe(0)
  expect(await handOver(owner, id, hours(73))).toBeNull()
  expect(await expireExports(hours(73))).toBe(1)
  const kept = await db().exportJob.findUniqueOrThrow({ where: { id } })
  expect(kept).toMatchObject({ state: 'expired', sealedDataKey: null, rows: 0 })
  expect(await chunks()).toBe(0)
  await expireExports(hours(91 * 24))
  expect(await db().exportJob.count()).toBe(1)
  await expireExports(hours(94 * 24))
  expect(await db().exportJob.count()).toBe(0)
})

test('a file is given to whoever asked, and to nobody else', async () => {
  const id = await ask({}, other)
  await runNextExport()
  expect(await handOver(owner, id, now)).toBeNull()
  expect(await handOver(other, id, now)).not.toBeNull()
  await db().staffMember.update({ where: { id: other.id }, data: { role: 'moderator' } })
  expect(await handOver({ ...other, role: 'moderator' }, id, now)).toBeNull()
})

test('at rest a file is sealed', async () => {
  await aSignature({ campaignId })
  await ask()
  await runNextExport()
  const { sealed } = await db().exportChunk.findFirstOrThrow()
  expect(Buffer.from(sealed).includes('manifest.json')).toBe(false)
})

test('one person has five files at a time', async () => {
  for (let n = 0; n < 5; n += 1) await ask()
  const form = exportForm.parse({ campaign: String(campaignId), kind: 'paper', format: 'csv' })
  expect(await requestExport(owner, form, now)).toEqual({ outcome: 'too-many' })
})

test('the list shows what concerns whoever looks', async () => {
  await ask({ kind: 'paper' })
  await ask(people, other)
  const moderator = await anActor('moderator')
  expect(await listExports(moderator, now)).toEqual([])
  expect(await Promise.all([owner, other, moderator].map(countExportsFor))).toEqual([1, 0, 0])
  expect((await listExports(owner, now)).map(({ kind, mine, mayDecide }) => [kind, mine, mayDecide])).toEqual([
    ['signers', false, true],
    ['paper', true, false],
  ])
})
