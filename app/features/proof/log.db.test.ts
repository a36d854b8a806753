import { createPublicKey, verify as verifies } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { confirmSignature } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import {
  aLogWithHistory,
  leavesOfHistory,
  missedBy,
  tamperings,
  wrongForAnyone,
} from '#prisma/factories/a-tampered-log.ts'
import { appendLeaves } from './commands/append-leaves.server.ts'
import { signHead } from './commands/sign-head.server.ts'
import { sha256 } from './hash.server.ts'
import { consistencyOf, entriesOf, headOf, inclusionOf, receiptOf } from './queries/log.server.ts'
import { verifyLog } from './queries/verify-log.server.ts'
import { committedBytes, leafBytes } from './rules/entry.ts'
import { extendsTree, includes } from './rules/merkle.ts'

const noon = new Date('2026-02-01T11:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const sign = (state: 'pending' | 'confirmed' = 'confirmed', at = noon) =>
  aSignature({ campaignId: campaign.id, state, createdAt: at })
const move = (id: string, state: string) =>
  pool().query(`update signature set state = $2::signature_state where id = $1`, [id, state])
async function keep() {
  await appendLeaves(campaign.id)
  await signHead(campaign, noon)
  const head = await headOf(campaign)
  if (!head) throw new Error('a head was signed')
  return head
}
const bytes = (base64: string) => Buffer.from(base64, 'base64')
const events = async () => (await entriesOf(campaign.id, [0, 999])).map(({ event }) => event)

test('whoever counts, leaves, is removed or given back stands in the log, in that order', async () => {
  const [one, two] = [await sign(), await sign('pending')]
  await keep()
  await confirmSignature(linkToken('confirm', { campaignId: campaign.id, id: two }), noon)
  await move(one, 'quarantined')
  await keep()
  await move(one, 'confirmed')
  await disownSignature(linkToken('not-me', { campaignId: campaign.id, id: two }), noon)
  const head = await keep()
  expect(await events()).toEqual(['confirm', 'confirm', 'invalidate', 'restore', 'withdraw'])
  expect(head).toMatchObject({ size: 5, confirmed: 2, withdrawn: 1, invalidated: 1, restored: 1 })
  await recount(campaign.id, noon)
  expect(await verifyLog(campaign)).toEqual({ size: 5, counted: 1, wrong: [] })
})

test('who is confirmed while held comes into the log when they are let go, as a confirmation', async () => {
  const id = await aSignature({ campaignId: campaign.id, state: 'quarantined' })
  await pool().query(`update signature set confirmed_at = $2 where id = $1`, [id, noon])
  expect(await keep()).toMatchObject({ size: 0 })
  await move(id, 'confirmed')
  await keep()
  expect(await events()).toEqual(['confirm'])
})

test('what moved several times between two looks is told move by move', async () => {
  const id = await sign()
  await move(id, 'invalidated')
  await move(id, 'confirmed')
  await keep()
  expect(await events()).toEqual(['confirm', 'invalidate', 'restore'])
})

test('a head is a note that the public key verifies, and the same tree always gives the same', async () => {
  await sign()
  const head = await keep()
  const [, name = '', id = '', key = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(head.key) ?? []
  const [text = '', line = ''] = head.note.split('\n\n')
  expect(text).toBe(`${name}\n1\n${head.root}`)
  expect(name).toBe(`localhost:3000/${campaign.slug}`)
  const signed = bytes(line.trim().split(' ')[2] ?? '')
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes(key).subarray(1)])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  expect(verifies(null, Buffer.from(`${text}\n`), publicKey, signed.subarray(4))).toBe(true)
  expect(signed.subarray(0, 4).toString('hex')).toBe(id)
  await pool().query('delete from log_head')
  expect(await keep()).toMatchObject({ note: head.note })
})

test('every leaf of a log that grew in pieces is proved to stand in its head, and every head to extend those before', async () => {
  const heads = []
  for (const size of [1, 2, 5, 8]) {
    await Promise.all(Array.from({ length: size }, () => sign()))
    heads.push(await keep())
  }
  const newest = heads.at(-1)
  if (!newest) throw new Error('heads were signed')
  const root = bytes(newest.root)
  for (const { index, leafHash } of await entriesOf(campaign.id, [0, 999])) {
    const proof = (await inclusionOf(campaign.id, [index, newest.size])).map(bytes)
    expect(includes({ index, size: newest.size, root, leaf: bytes(leafHash), proof }, sha256)).toBe(true)
  }
  for (const { size, root: before } of heads) {
    const proof = (await consistencyOf(campaign.id, [size, newest.size])).map(bytes)
    const claim = { first: size, second: newest.size, firstRoot: bytes(before), secondRoot: root }
    expect(extendsTree({ ...claim, proof }, sha256)).toBe(true)
  }
})

test('a receipt proves that its signature is counted, until its person leaves: then nothing leads from a leaf to them', async () => {
  const [stays, leaves] = [await sign(), await sign()]
  await keep()
  const receipt = await receiptOf(campaign, stays)
  if (!receipt) throw new Error('who counts has a receipt')
  const entries = await entriesOf(campaign.id, [0, 9])
  const commitment = sha256(committedBytes(bytes(receipt.nonce), stays))
  const { text, day, event } = receipt
  const leaf = sha256(leafBytes({ commitment, text: bytes(text), day, event }))
  expect(entries[receipt.index]?.leafHash).toBe(Buffer.from(leaf).toString('base64'))
  expect(await receiptOf(campaign, leaves)).not.toBeNull()

  await disownSignature(linkToken('not-me', { campaignId: campaign.id, id: leaves }), noon)
  const head = await keep()
  expect(await receiptOf(campaign, leaves)).toBeNull()
  const { rows } = await pool().query('select 1 from log_leaf where signature_id = $1', [leaves])
  expect(rows).toEqual([])
  const proof = (await inclusionOf(campaign.id, [receipt.index, head.size])).map(bytes)
  expect(includes({ index: receipt.index, size: head.size, root: bytes(head.root), leaf, proof }, sha256)).toBe(true)
  await recount(campaign.id, noon)
  expect((await verifyLog(campaign)).wrong).toEqual([])
})

test('who leaves while they do not count is forgotten too, and a deleted row is a removal', async () => {
  const [held, deleted] = [await sign(), await sign()]
  await move(held, 'quarantined')
  await keep()
  await disownSignature(linkToken('not-me', { campaignId: campaign.id, id: held }), noon)
  await pool().query('delete from signature where id = $1', [deleted])
  await keep()
  expect(await events()).toEqual(['confirm', 'confirm', 'invalidate', 'invalidate'])
  const { rows } = await pool().query('select 1 from log_leaf where signature_id is not null or nonce is not null')
  expect(rows).toEqual([])
  await recount(campaign.id, noon)
  expect(await verifyLog(campaign)).toEqual({ size: 4, counted: 0, wrong: [] })
})

test('several who append at once append each event once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => sign()))
  await Promise.all([1, 2, 3, 4].map(() => appendLeaves(campaign.id)))
  expect(await keep()).toMatchObject({ size: 20, confirmed: 20 })
  await recount(campaign.id, noon)
  expect((await verifyLog(campaign)).wrong).toEqual([])
})

test('five hundred changes behind the back of the log are all found: by the file that anyone downloads, or by us where nothing is given out', async () => {
  await aLogWithHistory(campaign)
  const client = await pool().connect()
  expect(await wrongForAnyone(client, campaign)).toEqual([])
  expect((await verifyLog(campaign)).wrong).toEqual([])
  const places = fc.integer({ min: 0, max: leavesOfHistory - 1 })
  const change = fc.asyncProperty(fc.constantFrom(...tamperings), places, async (tampering, at) => {
    const missed = await missedBy(client, campaign, { ...tampering, at })
    if (missed.length > 0) throw new Error(`${tampering.how.join()} at ${at} was missed by ${missed.join()}`)
  })
  await fc.assert(change, { numRuns: 500 }).finally(() => client.release(true))
  expect((await verifyLog(campaign)).wrong).toEqual([])
}, 60_000)
