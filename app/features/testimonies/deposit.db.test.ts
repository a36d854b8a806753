import { expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { keyringOf } from '#app/features/staff/team-key.server.ts'
import { newDataKey } from '#app/infra/vault/data-key.server.ts'
import { newReceipt, receiptHash } from '#app/infra/vault/receipt.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { depositTestimony } from './commands/deposit.server.ts'
import type { TestifyForm } from './schema.ts'
import { openKeyForTeam } from './keys.server.ts'
import { apart } from './queries/apart.server.ts'
import { findByReceipt } from './queries/with-receipt.server.ts'
import { openOriginal } from './sealed-story.server.ts'

const now = new Date('2026-02-04T10:20:30Z')
const aForm = (given: Partial<TestifyForm> = {}): TestifyForm => ({
  title: 'CANARITITLE',
  story: 'Le récit porte une marque : CANARISTORY.',
  system: 'control',
  department: null,
  period: null,
  uses: ['publish'],
  consequences: [],
  attempts: [],
  contentWarning: 'CANARIWARNING',
  consent: 'on',
  ...given,
})

async function deposited(given: Partial<TestifyForm> = {}) {
  const campaign = await aCampaign()
  const outcome = await depositTestimony(aForm(given), { campaign, locale: 'fr', now })
  if (outcome.outcome !== 'deposited') throw new Error(outcome.outcome)
  return {
    receipt: outcome.receipt,
    row: await db().testimony.findFirstOrThrow({ where: { campaignId: campaign.id }, include: { dataKey: true } }),
  }
}

interface Sealed {
  id: string
  sealedOriginal: Uint8Array | null
  dataKey: { forTeam: Uint8Array } | null
}

const machine = keyringOfThisMachine() ?? keyringOf([])
const sealedOf = ({ sealedOriginal }: Sealed) => sealedOriginal ?? new Uint8Array()
const keyOf = ({ id, dataKey }: Sealed) => openKeyForTeam(machine, id, dataKey?.forTeam ?? new Uint8Array())

/** Every cell of every table, as the database would dump it; bytes as the characters they spell. */
async function everythingStored(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'testimonies') and table_type = 'BASE TABLE'`,
  )
  const dumps = await Promise.all(
    rows.map(({ name }) => pool().query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`)),
  )
  const cells = dumps.flatMap(({ rows: found }) => found.flatMap(({ row }) => Object.values(row)))
  return cells
    .map((cell) =>
      typeof cell === 'string' && cell.startsWith(String.raw`\x`)
        ? Buffer.from(cell.slice(2), 'hex').toString('latin1')
        : JSON.stringify(cell),
    )
    .join('\n')
}

test('of a deposit no word is stored in clear, nor the receipt', async () => {
  const { receipt, row } = await deposited()
  const stored = await everythingStored()
  expect(stored).toContain(row.id)
  expect(stored).not.toMatch(/CANARI/)
  expect(stored).not.toContain(receipt)
})

test('the scan for stored words would find them', async () => {
  const { row } = await deposited()
  await db().testimony.update({
    where: { id: row.id },
    data: { sealedDraft: Uint8Array.from(Buffer.from('…CANARISTORY')), publishedTitle: 'CANARITITLE' },
  })
  const stored = await everythingStored()
  expect(stored).toContain('CANARISTORY')
  expect(stored).toContain('CANARITITLE')
})

test('a moderator’s key opens what was deposited, in its own row only', async () => {
  const { row } = await deposited()
  const other = await deposited()
  expect(openOriginal(keyOf(row), row.id, sealedOf(row))).toEqual({
    title: 'CANARITITLE',
    text: 'Le récit porte une marque : CANARISTORY.',
    contentWarning: 'CANARIWARNING',
  })
  expect(() => openOriginal(keyOf(row), other.row.id, sealedOf(row))).toThrow(SealBroken)
  expect(() => openOriginal(keyOf(other.row), row.id, sealedOf(row))).toThrow(SealBroken)
})

test('the receipt opens what was deposited, another receipt finds nothing', async () => {
  const { receipt, row } = await deposited()
  const other = await deposited()
  const held = await findByReceipt(` ${receipt.toLowerCase().slice(0, 12)}-${receipt.slice(12)}`)
  expect(held?.testimonyId).toBe(row.id)
  if (!held?.key) throw new Error('no key')
  expect(openOriginal(held.key, row.id, sealedOf(row)).title).toBe('CANARITITLE')
  expect(() => openOriginal(held.key ?? newDataKey(), other.row.id, sealedOf(other.row))).toThrow(SealBroken)
  expect(await findByReceipt(newReceipt())).toBeNull()
  expect(await findByReceipt('')).toBeNull()
})

test('the role that reads testimonies sees no signature', async () => {
  await expect(apart().$queryRawUnsafe('select count(*) from signature')).rejects.toThrow('permission denied')
  await expect(apart().$queryRawUnsafe('select count(*) from staff_session')).rejects.toThrow('permission denied')
  expect(await apart().testimony.count()).toBe(0)
})

test('two stories of different length have envelopes of one size', async () => {
  const short = await deposited({ story: 'Vingt caractères au moins.' })
  const long = await deposited({ story: 'Un long récit. '.repeat(200) })
  expect(sealedOf(short.row).length).toBe(sealedOf(long.row).length)
})

test('a receipt is unique and only its keyed hash is kept', async () => {
  const [first, second] = [await deposited(), await deposited()]
  expect(first.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
  expect(first.receipt).not.toBe(second.receipt)
  expect(Buffer.from(first.row.receiptHash).equals(receiptHash(first.receipt))).toBe(true)
})

test('of the time of a deposit only the week is kept', async () => {
  const { row } = await deposited()
  const instants = Object.values(row).filter((value) => value instanceof Date)
  expect(instants).toEqual([new Date('2026-02-02T00:00:00Z')])
})

test('a month that has not come is refused, the present one is not', async () => {
  const campaign = await aCampaign()
  const inMonth = (period: string) => depositTestimony(aForm({ period }), { campaign, locale: 'fr', now })
  expect(await inMonth('2026-03')).toEqual({ outcome: 'period-in-future' })
  expect((await inMonth('2026-02')).outcome).toBe('deposited')
})

test('a closed campaign takes no testimony', async () => {
  const campaign = await aCampaign({ state: 'closed' })
  expect(await depositTestimony(aForm(), { campaign, locale: 'fr', now })).toEqual({ outcome: 'campaign-closed' })
  expect(await db().testimony.count()).toBe(0)
})

test('the same form sent twice deposits once, and shows no second code', async () => {
  const campaign = await aCampaign()
  const form = aForm({ once: '3f0c1a52-6d1e-4b3a-9d5e-0a1b2c3d4e5f' })
  const deposit = () => depositTestimony(form, { campaign, locale: 'fr', now })
  expect(await deposit()).toMatchObject({ outcome: 'deposited' })
  expect(await deposit()).toEqual({ outcome: 'already-deposited' })
  expect(await db().testimony.count()).toBe(1)
})
