import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { verifyLog } from '../../../public/verify-log.mjs'
import { appendLeaves } from './commands/append-leaves.server.ts'
import { signHead } from './commands/sign-head.server.ts'
import { entriesOf, headOf, receiptOf } from './queries/log.server.ts'
import type { PublicEntry, PublicHead } from './schema.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'log-'))
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign({ slug: 'score' })
})
afterAll(() => rmSync(folder, { recursive: true }))

const sign = () => aSignature({ campaignId: campaign.id, state: 'confirmed', createdAt: noon })

async function downloaded(): Promise<{ head: PublicHead; entries: PublicEntry[] }> {
  await appendLeaves(campaign.id)
  await signHead(campaign, noon)
  const head = await headOf(campaign)
  if (!head) throw new Error('a head was signed')
  return { head, entries: await entriesOf(campaign.id, [0, 999]) }
}

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)).join(''))
  return path
}
const run = (...args: string[]) => spawnSync(process.execPath, ['public/verify-log.mjs', ...args], { encoding: 'utf8' })

test('one file and Node alone find out that a downloaded log holds, what it counts, and that a receipt is in it', async () => {
  const [stays, leaves] = [await sign(), await sign()]
  const before = await downloaded()
  await pool().query(`update signature set state = 'invalidated' where id = $1`, [stays])
  await pool().query(`update signature set state = 'confirmed' where id = $1`, [stays])
  await disownSignature(linkToken('not-me', { campaignId: campaign.id, id: leaves }), noon)
  const { head, entries } = await downloaded()
  const log = file('log.jsonl', [head, ...entries])
  const receipt = await receiptOf(campaign, stays)
  const shown = run(log, '--receipt', file('receipt.json', [receipt]), '--head', file('head.txt', [before.head.note]))
  expect(shown.stdout.split('\n')).toEqual([
    'localhost:3000/score: 5 entries',
    '2 confirmed - 1 withdrawn - 1 removed + 1 given back = 1 counted',
    `your signature is entry 3, of ${receipt?.day}`,
    'everything holds',
    '',
  ])
  expect(shown.status).toBe(0)

  const elsewhere = run(log, '--receipt', file('receipt.json', [{ ...receipt, index: 0 }]))
  expect(elsewhere).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('WRONG: the receipt belongs to another'),
  })
  const other = run(log, '--head', file('head.txt', [before.head.note.replace('\n2\n', '\n1\n')]))
  expect(other).toMatchObject({ status: 1, stdout: expect.stringContaining('earlier head is not signed by this key') })
  expect(run(log, '--key', head.key.replace(/.$/, '')).status).toBe(1)
  expect(run().status).toBe(2)
  expect(run(join(folder, 'none.jsonl')).status).toBe(1)
})

const flip = (base64: string) => (base64.startsWith('A') ? `B${base64.slice(1)}` : `A${base64.slice(1)}`)
/** What somebody might do to the entries they give out. */
const tampering: ((entries: PublicEntry[], at: number) => PublicEntry[])[] = [
  (entries, at) => entries.toSpliced(at, 1),
  (entries, at) => entries.toSpliced(at, 1).map((entry, index) => ({ ...entry, index })),
  (entries, at) => entries.map((entry, n) => (n === at ? { ...entry, commitment: flip(entry.commitment) } : entry)),
  (entries, at) => entries.map((entry, n) => (n === at ? { ...entry, text: flip(entry.text) } : entry)),
  (entries, at) => entries.map((entry, n) => (n === at ? { ...entry, day: '2026-02-02' } : entry)),
  (entries, at) => entries.map((entry, n) => (n === at ? { ...entry, event: 'restore' as const } : entry)),
  (entries, at) => entries.map((entry, n) => (n === at ? { ...entry, leafHash: flip(entry.leafHash) } : entry)),
  (entries, at) => entries.toSpliced(at, 0, ...entries.slice(at, at + 1)),
  (entries, at) => entries.toSpliced(at, 0, ...entries.slice(at, at + 1)).map((entry, index) => ({ ...entry, index })),
  (entries, at) => {
    const other = (at + 1) % entries.length
    const [one, two] = [entries[at], entries[other]]
    return one && two ? entries.with(at, { ...two, index: at }).with(other, { ...one, index: other }) : []
  },
]

test('ten thousand changes to what is downloaded are all found', async () => {
  for (let n = 0; n < 9; n += 1) await sign()
  const { head, entries } = await downloaded()
  expect((await verifyLog([head, ...entries])).wrong).toEqual([])
  const change = fc.asyncProperty(fc.constantFrom(...tampering), fc.nat({ max: 8 }), async (how, at) => {
    const { wrong } = await verifyLog([head, ...how(entries, at)])
    return wrong.length > 0
  })
  await fc.assert(change, { numRuns: 10_000 })
  const heads: PublicHead[] = [
    { ...head, note: head.note.replace('\n9\n', '\n8\n') },
    { ...head, note: head.note.replace('localhost', 'elsewhere') },
    { ...head, key: head.key.replace(/^[^+]+/, 'other') },
  ]
  for (const other of heads) expect((await verifyLog([other, ...entries])).wrong).not.toEqual([])
}, 60_000)
