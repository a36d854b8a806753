import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { confirmSignature } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { wrongForAnyone } from '#prisma/factories/a-tampered-log.ts'
import { appendLeaves } from './commands/append-leaves.server.ts'
import { signHeadNow } from './commands/sign-head-now.server.ts'
import { sha256 } from './hash.server.ts'
import { headOf, inclusionOf, receiptOf } from './queries/log.server.ts'
import { verifyLog } from './queries/verify-log.server.ts'
import { committedBytes, leafBytes } from './rules/entry.ts'
import { includes } from './rules/merkle.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const bytes = (base64: string) => Buffer.from(base64, 'base64')

interface History {
  campaign: CampaignSummary
  ids: string[]
}

const to = (state: string, where: string) => (_: History, id: string) =>
  pool().query(`update signature set state = $2::signature_state where id = $1 and ${where}`, [id, state])

/** Whatever may happen to a signature, by whoever does it. */
const happenings = {
  sign: async ({ campaign, ids }: History) =>
    void ids.push(await aSignature({ campaignId: campaign.id, createdAt: noon })),
  confirm: ({ campaign }: History, id: string) =>
    confirmSignature(linkToken('confirm', { campaignId: campaign.id, id }), noon),
  disown: ({ campaign }: History, id: string) =>
    disownSignature(linkToken('not-me', { campaignId: campaign.id, id }), noon),
  hold: to('quarantined', `state in ('confirmed', 'pending')`),
  invalidate: to('invalidated', `state in ('confirmed', 'quarantined')`),
  undo: to('confirmed', `state in ('invalidated', 'quarantined') and confirmed_at is not null`),
  erase: (_: History, id: string) => pool().query('delete from signature where id = $1', [id]),
  expire: (_: History, id: string) => pool().query(`delete from signature where id = $1 and state = 'pending'`, [id]),
  append: ({ campaign }: History) => appendLeaves(campaign.id),
  head: ({ campaign }: History) => signHeadNow(campaign, noon),
  recount: ({ campaign }: History) => recount(campaign.id, noon),
} satisfies Record<string, (history: History, id: string) => Promise<unknown>>

const names = [
  'sign',
  'confirm',
  'disown',
  'hold',
  'invalidate',
  'undo',
  'erase',
  'expire',
  'append',
  'head',
  'recount',
] as const
const steps = fc.record({
  // Of much that happens somebody must be there to whom it can.
  what: fc.oneof(fc.constantFrom('sign', 'confirm', 'undo'), fc.constantFrom(...names)),
  whom: fc.nat({ max: 5 }),
})

test('confirmed − withdrawn − invalidated + restored is the number that is shown, whatever happened in whatever order', async () => {
  const client = await pool().connect()
  const history = fc.asyncProperty(fc.array(steps, { minLength: 10, maxLength: 40 }), async (happened) => {
    const campaign = await aCampaign()
    const told: History = { campaign, ids: [] }
    for (const { what, whom } of happened) {
      const id = told.ids[whom % Math.max(1, told.ids.length)] ?? '00000001-0000-4000-8000-000000000000'
      await happenings[what](told, id)
    }
    await signHeadNow(campaign, noon)
    const { after } = await recount(campaign.id, noon)
    const head = await headOf(campaign)
    expect(head?.counted).toBe(after)
    expect(head?.counted).toBe(await confirmedTotal(campaign.id))
    expect(await verifyLog(campaign)).toEqual({ size: head?.size, counted: after, wrong: [] })
    expect(await wrongForAnyone(client, campaign)).toEqual([])
  })
  await fc.assert(history, { numRuns: 30 }).finally(() => client.release())
}, 60_000)

test('a log of every small size holds for whoever downloads it, with proofs by chance and with all of them', async () => {
  const client = await pool().connect()
  const campaign = await aCampaign()
  for (let size = 0; size < 27; size += 1) {
    if (size > 0) await aSignature({ campaignId: campaign.id, state: 'confirmed', createdAt: noon })
    await signHeadNow(campaign, noon)
    await recount(campaign.id, noon)
    for (const proofs of ['', 'all']) expect(await wrongForAnyone(client, campaign, proofs), `size ${size}`).toEqual([])
  }
  client.release()
}, 30_000)

test('one in a hundred is erased: nothing leads to them any more, and every other receipt holds in the log of then and of now', async () => {
  const campaign = await aCampaign()
  const sign = () => aSignature({ campaignId: campaign.id, state: 'confirmed', createdAt: noon })
  const ids = await Promise.all(Array.from({ length: 300 }, sign))
  await signHeadNow(campaign, noon)
  const then = await headOf(campaign)
  const receipts = await Promise.all(ids.map((id) => receiptOf(campaign, id)))
  await disownSignature(linkToken('not-me', { campaignId: campaign.id, id: ids[7] ?? '' }), noon)
  await pool().query('delete from signature where id = any($1::uuid[])', [[ids[100], ids[299]]])
  await signHeadNow(campaign, noon)
  await recount(campaign.id, noon)
  const now = await headOf(campaign)
  if (!then || !now) throw new Error('heads were signed')
  expect(now).toMatchObject({ size: 303, counted: 297 })
  for (const receipt of receipts) {
    if (!receipt) throw new Error('who counts has a receipt')
    const commitment = sha256(committedBytes(bytes(receipt.nonce), receipt.signature))
    const leaf = sha256(leafBytes({ ...receipt, text: bytes(receipt.text), commitment }))
    for (const { size, root } of [then, now]) {
      const proof = (await inclusionOf(campaign.id, [receipt.index, size])).map(bytes)
      expect(includes({ index: receipt.index, size, root: bytes(root), leaf, proof }, sha256)).toBe(true)
    }
  }
  const { rows } = await pool().query<{ n: number }>('select count(nonce)::int as n from log_leaf')
  expect(rows[0]?.n).toBe(297)
  expect((await verifyLog(campaign)).wrong).toEqual([])
}, 30_000)
