import { expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { keyringOf } from '#app/features/staff/team-key.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import type { DrawnPage } from './attachments.server.ts'
import { depositTestimony } from './commands/deposit.server.ts'
import { openKeyForTeam } from './keys.server.ts'
import { apart } from './queries/apart.server.ts'
import { findByReceipt } from './queries/with-receipt.server.ts'
import type { TestifyForm } from './schema.ts'
import { openImage } from './sealed-story.server.ts'

const now = new Date('2026-02-04T10:20:30Z')
const machine = keyringOfThisMachine() ?? keyringOf([])

const form: TestifyForm = {
  title: 'Un courrier',
  story: 'Le courrier est joint à ce récit.',
  system: 'sanction',
  department: null,
  period: null,
  uses: [],
  consequences: ['cut', 'money'],
  attempts: ['asked', 'mediator'],
  contentWarning: null,
  consent: 'on',
}

const aPage = (words: string): DrawnPage => ({
  bytes: Uint8Array.from(Buffer.from(words)),
  width: 12,
  height: 34,
  mediaType: 'image/webp',
})

async function depositedWith(files: DrawnPage[][], given: Partial<TestifyForm> = {}) {
  const campaign = await aCampaign()
  const outcome = await depositTestimony({ ...form, ...given }, { campaign, locale: 'fr', now, files })
  if (outcome.outcome !== 'deposited') throw new Error(outcome.outcome)
  const row = await apart().testimony.findFirstOrThrow({
    where: { campaignId: campaign.id },
    include: { dataKey: true, attachments: { orderBy: [{ file: 'asc' }, { page: 'asc' }] } },
  })
  const key = openKeyForTeam(machine, row.id, row.dataKey?.forTeam ?? new Uint8Array())
  return { campaign, receipt: outcome.receipt, row, key }
}

test('the pages of what was joined are kept in their order, and the team and the receipt open them', async () => {
  const { receipt, row, key } = await depositedWith([[aPage('un'), aPage('deux')], [aPage('trois')]])
  expect(row.attachments.map(({ file, page, width, height }) => [file, page, width, height])).toEqual([
    [1, 1, 12, 34],
    [1, 2, 12, 34],
    [2, 1, 12, 34],
  ])
  const words = row.attachments.map(({ id, sealedImage }) => openImage(key, id, sealedImage).toString())
  expect(words).toEqual(['un', 'deux', 'trois'])
  const held = await findByReceipt(receipt)
  const [first, second] = row.attachments
  if (!held?.key || !first || !second) throw new Error('nothing was kept')
  expect(openImage(held.key, first.id, first.sealedImage).toString()).toBe('un')
  expect(() => openImage(key, second.id, first.sealedImage)).toThrow(SealBroken)
})

test('nothing of a file is stored in clear, and its size is one of a few', async () => {
  const small = await depositedWith([[aPage('CANARIPIXEL')]])
  const larger = await depositedWith([[aPage('CANARIPIXEL'.repeat(300))]])
  const sizes = [small, larger].map(({ row }) => row.attachments.map(({ sealedImage }) => sealedImage.length))
  expect(sizes[0]).toEqual(sizes[1])
  const { rows } = await pool().query<{ cells: string }>(
    `select to_jsonb(a)::text as cells from testimonies.attachment a`,
  )
  expect(rows).toHaveLength(2)
  const canary = Buffer.from('CANARIPIXEL').toString('hex')
  for (const { cells } of rows) expect(cells).not.toContain(canary)
})

test('a form that is sent twice joins its files once', async () => {
  const once = '3f0c1a52-6d1e-4b3a-9d5e-0a1b2c3d4e5f'
  const { campaign } = await depositedWith([[aPage('un')]], { once })
  const again = await depositTestimony({ ...form, once }, { campaign, locale: 'fr', now, files: [[aPage('un')]] })
  expect(again).toEqual({ outcome: 'already-deposited' })
  expect(await apart().attachment.count()).toBe(1)
})

test('what followed and what was tried are kept as codes that can be counted', async () => {
  const { row } = await depositedWith([])
  expect(row).toMatchObject({ consequences: ['cut', 'money'], attempts: ['asked', 'mediator'], attachments: [] })
})

test('as much as may be joined fits into one deposit', async () => {
  const page = { ...aPage(''), bytes: new Uint8Array(1_000_000).fill(7) }
  const { row } = await depositedWith([Array.from({ length: 20 }, () => page)])
  expect(row.attachments).toHaveLength(20)
})
